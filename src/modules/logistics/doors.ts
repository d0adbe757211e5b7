import { Type } from 'typebox';
import type { Static } from 'typebox';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff, worksFor } from '#platform/actor';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import type { Asking, Work } from '#platform/work';
import { addRateCard } from './add-rate-card.ts';
import { carriageOf } from './carriage.ts';
import { carriers as allCarriers } from './carriers.ts';
import { correctTracking } from './correct-tracking.ts';
import { labelPdf } from './label.ts';
import { linesForDesk } from './lines-for-desk.ts';
import { parcelsForDesk, parcelsOfStore } from './parcels-for-desk.ts';
import { setCarriage } from './set-carriage.ts';
import { correctNumber } from './ship-with-carrier.ts';
import { shipmentView } from './shipments-of.ts';
import type { ShipmentView } from './shipments-of.ts';
import { withdrawShipment } from './withdraw-shipment.ts';

const Country = Type.String({ pattern: '^([A-Z]{2}|\\*)$', description: 'ISO 3166; `*` is everywhere else.' });
const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const Days = Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { minItems: 2, maxItems: 2 });
const Day = Type.String({ format: 'date' });
const Reason = Type.String({ minLength: 1, maxLength: 500 });

const ZoneShape = Type.Object({
  name: Type.String({ maxLength: 80 }),
  countries: Type.Array(Country, { maxItems: 260 }),
  base: Minor,
  perKg: Minor,
  freeFrom: Maybe(Minor),
  maxGrams: Maybe(Type.Integer({ minimum: 1 })),
  days: Days,
});

/** Over the wire amounts are numbers; inside they are bigints. */
async function setCarriageByWire(work: Work, { store, zones }: { store: string; zones: Static<typeof ZoneShape>[] }) {
  return setCarriage(work, {
    store,
    zones: zones.map((zone) => ({
      ...zone,
      base: BigInt(zone.base),
      perKg: BigInt(zone.perKg),
      freeFrom: zone.freeFrom === null ? null : BigInt(zone.freeFrom),
      days: [zone.days[0]!, zone.days[1]!] as const,
    })),
  });
}

const EventShape = Type.Object({
  code: Type.String(),
  status: Maybe(Type.String()),
  at: When,
  place: Type.String(),
  country: Type.String(),
  says: Type.String(),
  corrects: Type.Boolean(),
  toldBy: Type.String(),
});
const ShipmentShape = Type.Object({
  shipment: Uuid,
  order: Uuid,
  store: Uuid,
  by: Type.String(),
  line: Maybe(Type.String()),
  carrier: Type.String(),
  carrierName: Type.String(),
  number: Maybe(Type.String()),
  page: Maybe(Type.String()),
  state: Type.String(),
  booking: Maybe(Type.String()),
  problem: Maybe(Type.String()),
  createdAt: When,
  acceptedAt: Maybe(When),
  deliveredAt: Maybe(When),
  returnedAt: Maybe(When),
  lostAt: Maybe(When),
  lastEventAt: Maybe(When),
  events: Type.Array(EventShape),
  label: Type.Boolean(),
});

/** A shipment for those who ship the store's orders, and the desk. Buyers see theirs on their order. */
export async function shipmentForStore(
  ask: Asking,
  { shipment }: { shipment: string },
): Promise<ShipmentView | undefined> {
  const found = await shipmentView(ask, { shipment });
  return found && (worksFor(ask.by, found.store, 'orders') || isStaff(ask.by, 'orders')) ? found : undefined;
}

export async function labelForStore(
  ask: Asking,
  { shipment }: { shipment: string },
): Promise<Result<{ type: string; base64: string }, { no: 'label_is_not_there' }>> {
  const pdf = await labelPdf(ask, { shipment });
  return pdf
    ? ok({ type: 'application/pdf', base64: Buffer.from(pdf).toString('base64') })
    : refuse({ no: 'label_is_not_there' });
}

export async function knownCarriers() {
  return { carriers: allCarriers.map(({ code, name, example, tracked }) => ({ code, name, example, tracked })) };
}

const ParcelsQuery = Type.Object({
  number: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(Type.String({ maxLength: 40 })),
  silentDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  notBooked: Type.Optional(Type.Boolean()),
  before: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
const ParcelsShape = Type.Object({
  parcels: Type.Array(
    Type.Object({
      shipment: Uuid,
      order: Uuid,
      store: Uuid,
      reference: Type.String(),
      by: Type.String(),
      carrier: Type.String(),
      carrierName: Type.String(),
      number: Maybe(Type.String()),
      state: Type.String(),
      booking: Maybe(Type.String()),
      problem: Maybe(Type.String()),
      country: Type.String(),
      createdAt: When,
      lastEventAt: Maybe(When),
      heardAt: When,
    }),
  ),
  next: Maybe(Type.String()),
});

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

export const doors = [
  door({
    method: 'GET',
    path: '/carriers',
    says: 'The carriers that a store may ship with, and what their numbers look like.',
    may: 'anyone',
    keep: 3600,
    answer: Type.Object({
      carriers: Type.Array(
        Type.Object({ code: Type.String(), name: Type.String(), example: Type.String(), tracked: Type.Boolean() }),
      ),
    }),
    question: knownCarriers,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/carriage',
    says: 'What a store asks for sending its own parcels, by zone.',
    may: 'anyone',
    answer: Type.Object({ currency: Maybe(Type.String()), zones: Type.Array(ZoneShape) }),
    question: carriageOf,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/carriage',
    says: 'Says anew what the store asks for sending its own parcels. Amounts are in the store’s currency.',
    may: 'store',
    body: Type.Object({ zones: Type.Array(ZoneShape, { maxItems: 60 }) }),
    answer: Type.Object({ zones: Type.Integer() }),
    refusals: {
      store_not_found: 404,
      too_many_zones: 422,
      zone_needs_countries: 422,
      country_is_unknown: 422,
      country_is_in_two_zones: 422,
      amount_is_negative: 422,
      days_are_not_a_span: 422,
    },
    deed: setCarriageByWire,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/parcels',
    says: 'The store’s parcels, newest first.',
    may: 'store',
    query: ParcelsQuery,
    answer: ParcelsShape,
    question: parcelsOfStore,
  }),
  door({
    method: 'GET',
    path: '/shipments/{shipment}',
    says: 'A parcel with its timeline, for the store that sent it and the desk.',
    may: 'person',
    answer: ShipmentShape,
    question: shipmentForStore,
  }),
  door({
    method: 'GET',
    path: '/shipments/{shipment}/label',
    says: 'The label of a line’s parcel: a PDF of 100 × 150 mm, in base64.',
    may: 'person',
    answer: Type.Object({ type: Type.String(), base64: Type.String() }),
    refusals: { label_is_not_there: 404 },
    question: labelForStore,
  }),
  door({
    method: 'DELETE',
    path: '/shipments/{shipment}',
    says: 'Strikes a line’s label, as long as the carrier has no parcel.',
    may: 'person',
    answer: Type.Object({}),
    refusals: { shipment_not_found: 404, only_labels_of_a_line_are_withdrawn: 409, parcel_is_under_way: 409 },
    deed: withdrawShipment,
  }),
  door({
    method: 'PUT',
    path: '/shipments/{shipment}/number',
    says: 'The seller mistyped the number or the carrier; put right as long as nothing was scanned.',
    may: 'store',
    body: Type.Object({
      carrier: Type.String({ maxLength: 40 }),
      number: Type.String({ minLength: 1, maxLength: 60 }),
    }),
    answer: Type.Object({ carrier: Type.String(), number: Type.String() }),
    refusals: {
      shipment_not_found: 404,
      line_parcels_keep_their_number: 409,
      parcel_is_under_way: 409,
      carrier_is_unknown: 422,
      number_is_wrong: 422,
      number_is_used: 409,
    },
    deed: correctNumber,
  }),
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
