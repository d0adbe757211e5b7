import { error } from '@sveltejs/kit';
import { dayOf } from '#kernel/period';
import { addRateCard, cardCurrencies, linesForDesk } from '#modules/logistics';
import type { CardText } from '#modules/logistics';
import { codes } from '#lib/server/desk-fields.ts';
import { day, optional, text, tick, whole } from '#lib/server/fields.ts';
import { zoneName } from '#lib/server/desk-zones.ts';
import type { Reader } from '#lib/server/fields.ts';
import { readForm, refused, done } from '#lib/server/forms.ts';
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

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const found = await zoneOf(locals, params);
    if (!found) error(404, locals.t('error.404'));
    const form = await readForm(event);
    const rows = (found.cards[0]?.breaks.length ?? 0) + spare;
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
      source: text({ most: 500 }),
      why: text({ most: 500 }),
    });
    // Both are read, so that every field says what is wrong with it.
    const weights = form.take(breakReaders(rows));
    if (!said.ok) return said.again;
    if (!weights.ok) return weights.again;
    const { source, why, soonest, latest, batteries, validTo, ...rest } = said.value;
    const { validFrom, countries, divisor, step, maxGrams, longestMm, girthMm } = rest;
    const card: CardText = {
      zone: params.zone,
      validFrom,
      validTo: validTo ?? null,
      countries,
      days: [soonest, latest],
      divisor,
      step,
      maxGrams,
      longestMm,
      girthMm,
      batteries: batteries ? ['in_equipment'] : [],
      breaks: breaksIn(weights.value, rows),
    };
    const added = await locals.perform(form.key, addRateCard, { line: params.line, card, source, why });
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
