import { dayOf } from '#kernel/period';
import { changeMethod, paymentRules } from '#modules/payments';
import { standing } from '#lib/desk/dated.ts';
import { codes, span } from '#lib/server/desk-fields.ts';
import { day, text, whole } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const rules = await locals.ask(paymentRules, undefined);
  const today = dayOf(locals.house.clock.now());
  const lines = (rules.ok ? rules.value.methods : []).map((line) => ({ ...line, state: standing(line, today) }));
  const known = [...Map.groupBy(lines, ({ code }) => code)];
  return {
    today,
    methods: known
      .map(([code, rows]) => ({ code, rows, newest: rows[0]!, now: rows.find(({ state }) => state === 'now') ?? null }))
      .sort((a, b) => a.newest.rank - b.newest.rank),
  };
};

export const actions: Actions = {
  change: async (event) => {
    const form = await readForm(event);
    const input = form.take({
      code: text({ most: 40 }),
      countries: codes(),
      notCountries: codes({ empty: true }),
      currencies: codes(),
      window: span({ least: 1, most: 100_000 }),
      lateDays: whole({ most: 60 }),
      validFrom: day(),
      why: text({ most: 500 }),
    });
    if (!input.ok) return input.again;
    const { window, ...rest } = input.value;
    const changed = await event.locals.perform(form.key, changeMethod, { ...rest, windowMinutes: window });
    if (!changed.ok)
      return refused(changed.refusal, form, {
        day_is_wrong: 'validFrom',
        country_is_not_known: 'countries',
        currency_is_not_known: 'currencies',
        time_is_out_of_bounds: 'window.count',
        say_why: 'why',
      });
    return done(form, event.locals.t('desk.rule.done.from'));
  },
  end: async (event) => {
    const form = await readForm(event);
    const input = form.take({ code: text({ most: 40 }), validFrom: day(), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const ended = await event.locals.perform(form.key, changeMethod, { ...input.value, ends: true });
    if (!ended.ok) return refused(ended.refusal, form, { day_is_wrong: 'validFrom', say_why: 'why' });
    return done(form, event.locals.t('desk.method.done.end'));
  },
};
