import { error } from '@sveltejs/kit';
import { formatMoney, money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { addRateCard, cardCurrencies, exampleParcels, examplePrices, linesForDesk } from '#modules/logistics';
import type { CardText } from '#modules/logistics';
import { codes } from '#lib/server/desk-fields.ts';
import { day, optional, text, tick, whole } from '#lib/server/fields.ts';
import { zoneName } from '#lib/server/desk-zones.ts';
import type { Reader } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
import type { Filled, Preview } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** A card is changed by a new one; it begins as a copy of the newest, with room for two more weights. */
const spare = 2;

async function zoneOf(locals: App.Locals, { line, zone }: { line: string; zone: string }) {
  const found = await locals.ask(linesForDesk, undefined);
  const known = (found.ok ? found.value.lines : []).find((one) => one.line === line);
  const cards = (known?.cards ?? []).filter((card) => card.zone === zone);
  return known && cards.length > 0 ? { known, cards } : undefined;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await zoneOf(locals, params);
  if (!found) error(404, locals.t('error.404'));
  const today = dayOf(locals.house.clock.now());
  return {
    line: { id: found.known.line, name: found.known.name },
    zone: zoneName(params.zone, found.cards[0]?.countries ?? [], locals),
    today,
    currencies: cardCurrencies,
    spare,
    cards: found.cards.map((card) => ({
      ...card,
      state: card.now ? ('now' as const) : card.validFrom > today ? ('later' as const) : ('past' as const),
    })),
  };
};

const price = text({ most: 15 });

/** One row of weights with its prices; rows that are left empty are left out. */
function breakReaders(rows: number): Record<string, Reader<string | number | undefined>> {
  const readers: Record<string, Reader<string | number | undefined>> = {};
  for (let n = 0; n < rows; n++) {
    readers[`upTo.${n}`] = optional(whole({ least: 1, most: 1_000_000 }));
    for (const currency of cardCurrencies) {
      readers[`base.${n}.${currency}`] = optional(price);
      readers[`perKg.${n}.${currency}`] = optional(price);
    }
  }
  return readers;
}

function breaksIn(values: Record<string, string | number | undefined>, rows: number): CardText['breaks'] {
  const amounts = (kind: string, n: number) =>
    Object.fromEntries(
      cardCurrencies.flatMap((currency) => {
        const amount = values[`${kind}.${n}.${currency}`];
        return amount === undefined ? [] : [[currency, String(amount).replace(',', '.')]];
      }),
    );
  return Array.from({ length: rows }, (_, n) => ({ upTo: values[`upTo.${n}`], n })).flatMap(({ upTo, n }) =>
    typeof upTo === 'number' ? [{ upTo, base: amounts('base', n), perKg: amounts('perKg', n) }] : [],
  );
}

type Zone = NonNullable<Awaited<ReturnType<typeof zoneOf>>>;

/** The card as it was typed; every field says what is wrong with it. */
function cardIn(form: Filled, zone: string, { cards }: Zone) {
  const rows = (cards[0]?.breaks.length ?? 0) + spare;
  const measures = { least: 1, most: 1_000_000 };
  const said = form.take({
    validFrom: day(),
    validTo: optional(day()),
    countries: codes(),
    soonest: whole({ most: 365 }),
    latest: whole({ most: 365 }),
    divisor: whole({ least: 1000, most: 20_000 }),
    step: whole({ least: 1, most: 1000 }),
    maxGrams: whole(measures),
    longestMm: whole(measures),
    girthMm: whole(measures),
    batteries: tick(),
  });
  const weights = form.take(breakReaders(rows));
  if (!said.ok) return said;
  if (!weights.ok) return weights;
  const { soonest, latest, batteries, validTo, ...rest } = said.value;
  const card: CardText = {
    ...rest,
    zone,
    validTo: validTo ?? null,
    days: [soonest, latest],
    batteries: batteries ? ['in_equipment'] : [],
    breaks: breaksIn(weights.value, rows),
  };
  return { ok: true as const, value: card };
}

/** What some parcels would cost by the card in force and by the new one, in each currency where that differs. */
function pricesOf(before: CardText | undefined, after: CardText, { t, locale }: App.Locals): Preview['rows'] {
  return cardCurrencies.flatMap((currency) => {
    const [old, fresh] = [before ? examplePrices(before, currency) : [], examplePrices(after, currency)];
    const written = (minor: bigint | undefined) =>
      minor === undefined ? t('desk.preview.not_carried') : formatMoney(money(currency, minor), locale);
    return exampleParcels.map(({ grams, sizeMm }, n) => ({
      what: t('desk.preview.parcel', { grams, size: sizeMm.join(' × '), currency }),
      before: written(old[n]),
      after: written(fresh[n]),
    }));
  });
}

export const actions: Actions = {
  preview: async (event) => {
    const { locals, params } = event;
    const found = await zoneOf(locals, params);
    if (!found) error(404, locals.t('error.404'));
    const form = await readForm(event);
    const card = cardIn(form, params.zone, found);
    if (!card.ok) return card.again;
    const rows = pricesOf(
      found.cards.find(({ now }) => now),
      card.value,
      locals,
    ).filter(({ before, after }) => before !== after);
    const says = [locals.t(rows.length > 0 ? 'desk.preview.card' : 'desk.preview.same')];
    return previewed(form, { says, rows });
  },
  set: async (event) => {
    const { locals, params } = event;
    const found = await zoneOf(locals, params);
    if (!found) error(404, locals.t('error.404'));
    const form = await readForm(event);
    const card = cardIn(form, params.zone, found);
    const reasons = form.take({ source: text({ most: 500 }), why: text({ most: 500 }) });
    if (!card.ok) return card.again;
    if (!reasons.ok) return reasons.again;
    const added = await locals.perform(form.key, addRateCard, {
      line: params.line,
      card: card.value,
      ...reasons.value,
    });
    if (!added.ok)
      return refused(added.refusal, form, {
        card_begins_in_the_past: 'validFrom',
        card_ends_before_it_begins: 'validTo',
        later_card_is_there: 'validFrom',
        country_is_unknown: 'countries',
        country_is_in_another_zone: 'countries',
        days_are_not_a_span: 'latest',
      });
    return done(form, locals.t('desk.rule.done.from'));
  },
};
