import { Type } from 'typebox';
import type { Static } from 'typebox';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff, worksFor } from '#platform/actor';
import { door } from '#platform/door';
import { Maybe } from '#platform/shapes';
import type { Asking, Work } from '#platform/work';
import { carriageOf } from './carriage.ts';
import { carriers as allCarriers } from './carriers.ts';
import { labelPdf } from './label.ts';
import { deskDoors } from './desk-doors.ts';
import { ParcelsQuery, ParcelsShape, ShipmentShape } from './parcel-shapes.ts';
import { parcelsOfStore } from './parcels-for-desk.ts';
import { setCarriage } from './set-carriage.ts';
import { correctNumber } from './ship-with-carrier.ts';
import { shipmentView } from './shipments-of.ts';
import type { ShipmentView } from './shipments-of.ts';
import { withdrawShipment } from './withdraw-shipment.ts';

const Country = Type.String({ pattern: '^([A-Z]{2}|\\*)$', description: 'ISO 3166; `*` is everywhere else.' });
const Minor = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });
const Days = Type.Array(Type.Integer({ minimum: 0, maximum: 365 }), { minItems: 2, maxItems: 2 });

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

async function carriageByWire(ask: Asking, { store }: { store: string }) {
  const { currency, zones } = await carriageOf(ask, { store });
  const told = zones.map(({ base, perKg, freeFrom, ...zone }) => ({
    ...zone,
    base: Number(base),
    perKg: Number(perKg),
    freeFrom: freeFrom === null ? null : Number(freeFrom),
  }));
  return { currency, zones: told };
}

/** A shipment for those who ship the store's orders, and the desk. Buyers see theirs on their order. */
export async function shipmentForStore(
  ask: Asking,
  { shipment }: { shipment: string },
): Promise<ShipmentView | undefined> {
  const found = await shipmentView(ask, { shipment });
  return found && (worksFor(ask.by, found.store, 'orders') || isStaff(ask.by, 'orders')) ? found : undefined;
}

async function labelForStore(
  ask: Asking,
  { shipment }: { shipment: string },
): Promise<Result<{ type: string; base64: string }, { no: 'label_is_not_there' }>> {
  const pdf = await labelPdf(ask, { shipment });
  return pdf
    ? ok({ type: 'application/pdf', base64: Buffer.from(pdf).toString('base64') })
    : refuse({ no: 'label_is_not_there' });
}

async function knownCarriers() {
  return { carriers: allCarriers.map(({ code, name, example, tracked }) => ({ code, name, example, tracked })) };
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
    question: carriageByWire,
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
  ...deskDoors,
];
