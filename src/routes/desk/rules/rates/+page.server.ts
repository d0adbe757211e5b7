import { fail } from '@sveltejs/kit';
import { addDays, dayOf, isDay } from '#kernel/period';
import { importRates, ratesOfCurrency, ratesOfDay } from '#modules/exchange';
import { day, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const today = dayOf(locals.house.clock.now());
  const asked = url.searchParams.get('day') ?? '';
  const on = isDay(asked) && asked <= today ? asked : today;
  const wanted = (url.searchParams.get('currency') ?? '').toUpperCase();
  const { rates } = await locals.ask(ratesOfDay, { day: on });
  const currency = rates.some((one) => one.currency === wanted) ? wanted : '';
  const history = currency
    ? await locals.ask(ratesOfCurrency, { currency, from: addDays(on, -90), to: on })
    : undefined;
  return {
    today,
    day: on,
    before: addDays(on, -1),
    after: on < today ? addDays(on, 1) : undefined,
    rates,
    chosen: currency,
    history: history?.rates ?? [],
  };
};

/** One rate to a line, as `USD 1.0834`. */
function readRates(typed: string): { currency: string; rate: string }[] | undefined {
  const lines = typed.split('\n').map((line) => line.trim());
  const rates = lines.filter(Boolean).map((line) => /^([A-Za-z]{3})[\s=:]+(\d{1,12}(?:\.\d{1,12})?)$/.exec(line));
  return rates.every((one) => one !== null)
    ? rates.map((one) => ({ currency: one![1]!.toUpperCase(), rate: one![2]! }))
    : undefined;
}

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ day: day(), source: text({ most: 100 }), rates: text({ most: 20_000 }) });
    if (!input.ok) return input.again;
    const rates = readRates(input.value.rates);
    if (!rates) {
      form.outcome.errors['rates'] = locals.t('desk.rate.not_readable');
      return fail(422, form.outcome);
    }
    const brought = await locals.perform(form.key, importRates, { ...input.value, rates });
    if (!brought.ok) return refused(brought.refusal, form, { day_is_wrong: 'day', rate_is_wrong: 'rates' });
    return done(form, locals.t('desk.rate.done', { count: brought.value.rates }));
  },
};
