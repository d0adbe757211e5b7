import { dayOf } from '#kernel/period';
import { changeMethod, paymentRules, useOfMethod } from '#modules/payments';
import { standing } from '#lib/desk/dated.ts';
import { codes, span } from '#lib/server/desk-fields.ts';
import { day, text, whole } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
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

const readers = {
  code: text({ most: 40 }),
  countries: codes(),
  notCountries: codes({ empty: true }),
  currencies: codes(),
  window: span({ least: 1, most: 100_000 }),
  lateDays: whole({ most: 60 }),
  validFrom: day(),
};
const why = text({ most: 500 });
const ending = { code: text({ most: 40 }), validFrom: day() };

/** How many it concerns: those that wait keep what they were given. */
async function concerns(locals: App.Locals, code: string): Promise<string[]> {
  const use = await locals.ask(useOfMethod, { code });
  return use.ok ? [locals.t('desk.preview.method', use.value), locals.t('desk.preview.method_keeps')] : [];
}

export const actions: Actions = {
  preview: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(readers);
    if (!input.ok) return input.again;
    const { code, countries, notCountries, currencies, window, lateDays } = input.value;
    const [rules, says] = await Promise.all([locals.ask(paymentRules, undefined), concerns(locals, code)]);
    const before = rules.ok ? rules.value.methods.find((one) => one.code === code) : undefined;
    const list = (all: readonly string[]) => (all.length > 0 ? all.join(', ') : '–');
    const hours = new Intl.NumberFormat(locals.locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
    const days = new Intl.NumberFormat(locals.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
    const rows = [
      { what: locals.t('desk.method.countries'), before: list(before?.countries ?? []), after: list(countries) },
      {
        what: locals.t('desk.method.not_countries'),
        before: list(before?.not_countries ?? []),
        after: list(notCountries),
      },
      { what: locals.t('desk.method.currencies'), before: list(before?.currencies ?? []), after: list(currencies) },
      {
        what: locals.t('desk.method.window'),
        before: hours.format(before?.window_minutes ?? 0),
        after: hours.format(window),
      },
      { what: locals.t('desk.method.late'), before: days.format(before?.late_days ?? 0), after: days.format(lateDays) },
    ];
    const changed = rows.filter((row) => row.before !== row.after);
    return previewed(form, { says: changed.length > 0 ? says : [locals.t('desk.preview.same')], rows: changed });
  },
  preview_end: async (event) => {
    const form = await readForm(event);
    const input = form.take(ending);
    if (!input.ok) return input.again;
    return previewed(form, { says: await concerns(event.locals, input.value.code), rows: [] });
  },
  change: async (event) => {
    const form = await readForm(event);
    const input = form.take({ ...readers, why });
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
    const input = form.take({ ...ending, why });
    if (!input.ok) return input.again;
    const ended = await event.locals.perform(form.key, changeMethod, { ...input.value, ends: true });
    if (!ended.ok) return refused(ended.refusal, form, { day_is_wrong: 'validFrom', say_why: 'why' });
    return done(form, event.locals.t('desk.method.done.end'));
  },
};
