import { Type } from 'typebox';
import type { Static } from 'typebox';
import { door } from '#platform/door';
import { Maybe } from '#platform/shapes';
import type { Work } from '#platform/work';
import { addRateCard } from './add-rate-card.ts';
import { correctTracking } from './correct-tracking.ts';
import { linesForDesk } from './lines-for-desk.ts';
import { parcelsForDesk } from './parcels-for-desk.ts';
import { ParcelsQuery, ParcelsShape } from './parcel-shapes.ts';

const Country = Type.String({ pattern: '^([A-Z]{2}|\\*)$', description: 'ISO 3166; `*` is everywhere else.' });
const Days = Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { minItems: 2, maxItems: 2 });
const Day = Type.String({ format: 'date' });
const Reason = Type.String({ minLength: 1, maxLength: 500 });
const Prices = Type.Record(
  Type.String({ pattern: '^[A-Z]{3}$' }),
  Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,4})?$' }),
);
const CardShape = Type.Object({
  zone: Type.String({ pattern: '^[a-z][a-z0-9_]{1,40}$' }),
  countries: Type.Array(Country, { minItems: 1, maxItems: 260 }),
  validFrom: Day,
  validTo: Maybe(Day),
  days: Days,
  divisor: Type.Integer({ minimum: 1000, maximum: 20_000 }),
  step: Type.Integer({ minimum: 1, maximum: 1000 }),
  maxGrams: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  longestMm: Type.Integer({ minimum: 1, maximum: 10_000 }),
  girthMm: Type.Integer({ minimum: 1, maximum: 30_000 }),
  batteries: Type.Array(Type.Literal('in_equipment'), { maxItems: 1 }),
  breaks: Type.Array(Type.Object({ upTo: Type.Integer({ minimum: 1 }), base: Prices, perKg: Prices }), {
    minItems: 1,
    maxItems: 50,
  }),
});

async function addRateCardByWire(
  work: Work,
  input: { line: string; card: Static<typeof CardShape>; source: string; why: string },
) {
  return addRateCard(work, { ...input, card: { ...input.card, days: [input.card.days[0]!, input.card.days[1]!] } });
}

export const deskDoors = [
  door({
    method: 'GET',
    path: '/desk/parcels',
    says: 'All parcels, newest first: by number, state, silence, or because a line did not book them.',
    may: 'staff',
    query: ParcelsQuery,
    answer: ParcelsShape,
    refusals: { only_staff_for_orders_may_look: 403, state_is_unknown: 422 },
    question: parcelsForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/parcels/{shipment}/corrections',
    says: 'Says where a parcel really is, with the reason; also takes back an end.',
    may: 'staff',
    body: Type.Object({
      state: Type.Union([
        Type.Literal('in_transit'),
        Type.Literal('delivered'),
        Type.Literal('returned'),
        Type.Literal('lost'),
      ]),
      why: Reason,
    }),
    answer: Type.Object({ state: Type.String() }),
    refusals: {
      only_staff_for_orders_may: 403,
      reason_is_missing: 422,
      shipment_not_found: 404,
      parcel_has_no_number: 409,
      parcel_is_there_already: 409,
    },
    deed: correctTracking,
  }),
  door({
    method: 'GET',
    path: '/desk/lines',
    says: 'The lines with their rate cards: past, present and to come.',
    may: 'staff',
    answer: Type.Object({
      lines: Type.Array(
        Type.Object({
          line: Type.String(),
          name: Type.String(),
          carrier: Type.String(),
          origins: Type.Array(Type.String()),
          cards: Type.Array(
            Type.Intersect([
              CardShape,
              Type.Object({ source: Type.String(), addedBy: Type.String(), now: Type.Boolean() }),
            ]),
          ),
        }),
      ),
    }),
    refusals: { only_staff_for_rules_may_look: 403 },
    question: linesForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/lines/{line}/cards',
    says: 'Adds a dated rate card for a zone of a line; the one before it ends the day before.',
    may: 'staff',
    body: Type.Object({ card: CardShape, source: Type.String({ minLength: 1, maxLength: 300 }), why: Reason }),
    answer: Type.Object({ line: Type.String(), zone: Type.String(), validFrom: Type.String() }),
    refusals: {
      only_staff_for_rules_may: 403,
      line_not_found: 404,
      card_begins_in_the_past: 422,
      card_ends_before_it_begins: 422,
      country_is_unknown: 422,
      country_is_in_another_zone: 409,
      later_card_is_there: 409,
      days_are_not_a_span: 422,
      breaks_do_not_ascend: 422,
      breaks_do_not_reach_the_heaviest_parcel: 422,
      price_is_missing: 422,
      amount_is_not_readable: 422,
    },
    deed: addRateCardByWire,
  }),
];
