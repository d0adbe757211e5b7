/** The carrier's own doors, as its documents describe them. Called by jobs only. */
import type { House } from '#platform/house';

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

/** The carrier answered, and its answer is no. Anything else that goes wrong is trouble: thrown as it comes, and tried again. */
export class CarrierRefuses extends Error {
  status: number;
  code: string;
  constructor(status: number, code: string, says: string) {
    super(says);
    this.status = status;
    this.code = code;
  }
}

const patienceMs = 12_000;

async function call<Answer>(
  house: House,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  key?: string,
): Promise<Answer> {
  const { carrier, providerKey } = house.config.world;
  const answer = await fetch(`${carrier}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${providerKey}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(patienceMs),
  });
  const said = (await answer.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  if (answer.ok) return said as Answer;
  const says = said.error?.message ?? `The carrier answered ${answer.status}.`;
  // Too many calls, a conflict with our own other call, or their trouble: later it may be different.
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408 || answer.status === 401)
    throw new Error(says);
  throw new CarrierRefuses(answer.status, said.error?.code ?? String(answer.status), says);
}

/** Our shipment's id is the key and the reference: asked again, the carrier tells of the same parcel. */
export const bookParcel = (house: House, shipment: NewShipment): Promise<ToldParcel> =>
  call(house, 'POST', '/shipments', shipment, shipment.reference);

/** What was booked under a reference, for when an answer got lost long ago. */
export async function parcelsBooked(house: House, reference: string): Promise<ToldParcel[]> {
  const { shipments } = await call<{ shipments: ToldParcel[] }>(
    house,
    'GET',
    `/shipments?reference=${encodeURIComponent(reference)}`,
  );
  return shipments;
}

export const cancelParcel = (house: House, number: string): Promise<ToldParcel> =>
  call(house, 'POST', `/shipments/${encodeURIComponent(number)}/cancel`, {});

/** Asks to be told of another carrier's parcel. */
export const followParcel = (
  house: House,
  tracker: { number: string; carrier: string; reference: string; from_country?: string; to_country?: string },
): Promise<ToldParcel> => call(house, 'POST', '/trackers', tracker);

export const parcelNow = (house: House, number: string): Promise<ToldParcel> =>
  call(house, 'GET', `/shipments/${encodeURIComponent(number)}`);
