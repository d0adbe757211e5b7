/** The carrier's own doors, as its documents describe them. Called by jobs only. */
import type { House } from '#platform/house';
import { askPartner } from '#platform/partner';
import type { Ask } from '#platform/partner';

/** A scan as the carrier tells it, in answers and in webhooks. */
export interface ToldScan {
  number: string;
  reference: string | null;
  code: string;
  says: string;
  /** With the offset of the place. */
  time: string;
  place: string;
  country: string;
}

export interface ToldParcel {
  number: string;
  status: string;
  routing_code: string | null;
  events: ToldScan[];
}

export interface ToldAddress {
  country: string;
  name?: string;
  company?: string;
  lines?: string[];
  city?: string;
  region?: string;
  postal_code?: string;
  phone?: string;
  email?: string;
}

export interface NewShipment {
  reference: string;
  service: string;
  from: ToldAddress;
  to: ToldAddress;
  parcels: { weight_g: number; size_mm: [number, number, number] }[];
  contents: {
    description: string;
    hs_code: string;
    origin: string;
    quantity: number;
    value: { currency: string; minor: number };
  }[];
}

async function call<Answer>(house: House, ask: Ask): Promise<Answer> {
  const carrier = { name: 'The carrier', url: house.config.world.carrier, patienceMs: 12_000 };
  return (await askPartner(house, carrier, ask)) as Answer;
}

/** Our shipment's id is the key and the reference: asked again, the carrier tells of the same parcel. */
export const bookParcel = (house: House, shipment: NewShipment): Promise<ToldParcel> =>
  call(house, { method: 'POST', path: '/shipments', body: shipment, key: shipment.reference });

/** What was booked under a reference, for when an answer got lost long ago. */
export async function parcelsBooked(house: House, reference: string): Promise<ToldParcel[]> {
  const { shipments } = await call<{ shipments: ToldParcel[] }>(house, {
    method: 'GET',
    path: `/shipments?reference=${encodeURIComponent(reference)}`,
  });
  return shipments;
}

export const cancelParcel = (house: House, number: string): Promise<ToldParcel> =>
  call(house, { method: 'POST', path: `/shipments/${encodeURIComponent(number)}/cancel`, body: {} });

/** Asks to be told of another carrier's parcel. */
export const followParcel = (
  house: House,
  tracker: { number: string; carrier: string; reference: string; from_country?: string; to_country?: string },
): Promise<ToldParcel> => call(house, { method: 'POST', path: '/trackers', body: tracker });

export const parcelNow = (house: House, number: string): Promise<ToldParcel> =>
  call(house, { method: 'GET', path: `/shipments/${encodeURIComponent(number)}` });
