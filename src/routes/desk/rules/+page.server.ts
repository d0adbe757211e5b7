import { setTimer, timerHistory, timerNames } from '#modules/trade';
import { span } from '#lib/server/desk-fields.ts';
import { oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const history = await locals.ask(timerHistory, undefined);
  return {
    timers: timerNames.map((name) => {
      const rows = history.filter((one) => one.name === name);
      return { name, minutes: rows[0]?.minutes ?? 0, rows };
    }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({ name: oneOf(timerNames), time: span({ least: 1 }), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const { name, time, why } = input.value;
    const set = await event.locals.perform(form.key, setTimer, { name, minutes: time, why });
    if (!set.ok) return refused(set.refusal, form, { minutes_out_of_range: 'time.count', say_why: 'why' });
    return done(form, event.locals.t('desk.rule.done.now'));
  },
};
