import { money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { exchangeForDesk, ratesOfDay, setMargin } from '#modules/exchange';
import { standing } from '#lib/desk/dated.ts';
import { share, span } from '#lib/server/desk-fields.ts';
import { day, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [found, rates] = await Promise.all([locals.ask(exchangeForDesk, undefined), locals.ask(ratesOfDay, {})]);
  const { margins, revaluations, oldestDays, quoteMinutes } = found.ok
    ? found.value
    : { margins: [], revaluations: [], oldestDays: 0, quoteMinutes: 0 };
  const today = dayOf(locals.house.clock.now());
  return {
    today,
    oldestDays,
    quoteMinutes,
    currencies: ['EUR', ...rates.rates.map(({ currency }) => currency)].sort(),
    margins: margins.map((one) => ({ ...one, state: standing(one, today) })),
    revaluations: revaluations.map(({ day: on, rates_of, gain }) => ({
      day: on,
      ratesOf: rates_of,
      gain: money('EUR', gain),
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({
      from: text({ most: 3 }),
      to: text({ most: 3 }),
      over: span(),
      bps: share({ most: 10 }),
      validFrom: day(),
      why: text({ most: 500 }),
    });
    if (!input.ok) return input.again;
    const { over, ...rule } = input.value;
    const set = await event.locals.perform(form.key, setMargin, { ...rule, overMinutes: over });
    if (!set.ok)
      return refused(set.refusal, form, {
        pair_is_not_known: 'to',
        margin_is_out_of_bounds: 'bps',
        day_is_wrong: 'validFrom',
        say_why: 'why',
      });
    return done(form, event.locals.t('desk.rule.done.from'));
  },
};
