import { money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { exchangeForDesk, marginPreview, ratesOfDay, setMargin } from '#modules/exchange';
import { standing } from '#lib/desk/dated.ts';
import { marginRows } from '#lib/server/desk-margin.ts';
import { share, span } from '#lib/server/desk-fields.ts';
import { trailOf, whoSet } from '#lib/server/desk-trail.ts';
import { day, text } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const subjectOf = (one: { from_currency: string; to_currency: string }) =>
  `margin:${one.from_currency}-${one.to_currency}`;

export const load: PageServerLoad = async ({ locals }) => {
  const [found, rates] = await Promise.all([locals.ask(exchangeForDesk, undefined), locals.ask(ratesOfDay, {})]);
  const { margins, revaluations, oldestDays, quoteMinutes } = found.ok
    ? found.value
    : { margins: [], revaluations: [], oldestDays: 0, quoteMinutes: 0 };
  const today = dayOf(locals.house.clock.now());
  const trail = await trailOf(locals, margins.map(subjectOf));
  const all = margins.map((one) => ({
    ...one,
    state: standing(one, today),
    set: whoSet(trail, subjectOf(one), { overMinutes: one.over_minutes, validFrom: one.valid_from }),
  }));
  return {
    today,
    oldestDays,
    quoteMinutes,
    currencies: ['EUR', ...rates.rates.map(({ currency }) => currency)].sort(),
    margins: all.filter(({ state }) => state !== 'past'),
    past: all.filter(({ state }) => state === 'past'),
    revaluations: revaluations.map(({ day: on, rates_of, gain }) => ({
      day: on,
      ratesOf: rates_of,
      gain: money('EUR', gain),
    })),
  };
};

const readers = {
  from: text({ most: 3 }),
  to: text({ most: 3 }),
  over: span(),
  bps: share({ most: 10 }),
  validFrom: day(),
};

export const actions: Actions = {
  preview: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take(readers);
    if (!input.ok) return input.again;
    const { from, to, over, bps } = input.value;
    const now = await locals.ask(marginPreview, { from, to, overMinutes: over });
    if (!now.ok) return refused(now.refusal, form);
    return previewed(form, {
      says: [
        locals.t('desk.preview.margin', { count: now.value.quotes }),
        ...(now.value.nearer > 0 ? [locals.t('desk.preview.nearer', { count: now.value.nearer })] : []),
        locals.t('desk.margin.new_help'),
      ],
      rows: marginRows(locals, now.value, bps),
    });
  },
  set: async (event) => {
    const form = await readForm(event);
    const input = form.take({ ...readers, why: text({ most: 500 }) });
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
