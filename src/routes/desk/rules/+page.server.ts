import { ordersInStep, setTimer, timerHistory, timerNames } from '#modules/trade';
import { whenText } from '#lib/days.ts';
import { span } from '#lib/server/desk-fields.ts';
import { oneOf, text } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
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

const readers = { name: oneOf(timerNames), time: span({ least: 1 }) };

export const actions: Actions = {
  preview: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(readers);
    if (!input.ok) return input.again;
    const { name, time } = input.value;
    const [history, orders] = await Promise.all([
      locals.ask(timerHistory, undefined),
      locals.ask(ordersInStep, { name }),
    ]);
    const now = locals.house.clock.now();
    const until = (minutes: number) =>
      whenText(new Date(now.getTime() + minutes * 60_000), locals.locale, { moment: true, zone: 'UTC' });
    const before = history.find((one) => one.name === name)?.minutes ?? 0;
    return previewed(form, {
      says: [locals.t('desk.preview.timer', { count: orders })],
      rows: [{ what: locals.t('desk.preview.begun_now'), before: until(before), after: until(time) }],
    });
  },
  set: async (event) => {
    const form = await readForm(event);
    const input = form.take({ ...readers, why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const { name, time, why } = input.value;
    const set = await event.locals.perform(form.key, setTimer, { name, minutes: time, why });
    if (!set.ok) return refused(set.refusal, form, { minutes_out_of_range: 'time.count', say_why: 'why' });
    return done(form, event.locals.t('desk.rule.done.now'));
  },
};
