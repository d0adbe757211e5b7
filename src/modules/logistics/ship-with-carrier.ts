import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { worksFor } from '#platform/actor';
import { enqueue } from '#platform/jobs';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { followAtCarrier } from './ask-carrier.ts';
import { carrierOf, carriers, cleanNumber, meridian } from './carriers.ts';
import { claimNumber, followShipment } from './shipment.ts';
import type { NumberUsed, PostalAddress } from './shipment.ts';

/** Listed in the order in which they are checked. */
export type ShipWithCarrierRefusal =
  | { no: 'carrier_is_unknown'; known: string[] }
  | { no: 'number_is_wrong'; carrier: string; example: string }
  | NumberUsed;

/**
 * The seller handed the parcel to a carrier of their own, and says its number. Called by the department that keeps the
 * order, which has looked whether the asker may. The same number for the same order again is the same shipment.
 */
export async function shipWithCarrier(
  work: Work,
  input: { order: string; store: string; carrier: string; number: string; to: PostalAddress; reference?: string },
): Promise<Result<{ shipment: string }, ShipWithCarrierRefusal>> {
  const { order, store, carrier, to, reference = '' } = input;
  const read = readNumber(carrier, input.number);
  if (!read.ok) return read;
  const number = read.value;

  const same = await work.one<{ shipment: string }>(sql`
    select shipment from logistics.shipments
     where order_id = ${order} and carrier = ${carrier} and number = ${number} and withdrawn_at is null`);
  if (same) return ok(same);
  const shipment = newId(work.now);
  const claimed = await claimNumber(work, { number, carrier, shipment, order });
  if (!claimed.ok) return claimed;

  await work.run(sql`
    insert into logistics.shipments (shipment, order_id, store, reference, by, carrier, number, sender, addressee, country,
                                     contents, state, created_at, heard_at)
    values (${shipment}, ${order}, ${store}, ${reference}, 'seller', ${carrier}, ${number}, '{}', ${json(to)}, ${to.country},
            '[]', 'created', ${work.now}, ${work.now})`);
  await beginFollowing(work, { shipment, number, carrier, ...claimed.value });
  return ok({ shipment });
}

/** Reads the number as this carrier writes its own. */
function readNumber(code: string, typed: string): Result<string, Exclude<ShipWithCarrierRefusal, NumberUsed>> {
  const carrier = carrierOf(code);
  if (!carrier || code === meridian)
    return refuse({ no: 'carrier_is_unknown', known: carriers.map((one) => one.code) });
  const number = cleanNumber(typed);
  return carrier.fits(number)
    ? ok(number)
    : refuse({ no: 'number_is_wrong', carrier: carrier.name, example: carrier.example });
}

/** Reads what was told of the number before, and asks to be told more. */
async function beginFollowing(
  work: Work,
  parcel: { shipment: string; number: string; carrier: string; countsFrom: Date },
): Promise<void> {
  await followShipment(work, parcel);
  if (carrierOf(parcel.carrier)!.tracked)
    enqueue(work, followAtCarrier({ shipment: parcel.shipment }), { subject: parcel.shipment });
}

/** Listed in the order in which they are checked. */
export type CorrectNumberRefusal =
  | { no: 'shipment_not_found' }
  | { no: 'line_parcels_keep_their_number' }
  | { no: 'parcel_is_under_way'; state: string }
  | ShipWithCarrierRefusal;

interface Mistyped {
  order_id: string;
  store: string;
  by: string;
  carrier: string;
  number: string | null;
  state: string;
  accepted_at: Date | null;
}

/** The seller mistyped the number, or the carrier; put right as long as nothing was scanned. */
export async function correctNumber(
  work: Work,
  { shipment, carrier, number: typed }: { shipment: string; carrier: string; number: string },
): Promise<Result<{ carrier: string; number: string }, CorrectNumberRefusal>> {
  if (!isId(shipment)) return refuse({ no: 'shipment_not_found' });
  const found = await work.one<Mistyped>(sql`
    select order_id, store, by, carrier, number, state, accepted_at from logistics.shipments where shipment = ${shipment}`);
  if (!found || !worksFor(work.by, found.store, 'orders')) return refuse({ no: 'shipment_not_found' });
  if (found.by === 'line' || found.number === null) return refuse({ no: 'line_parcels_keep_their_number' });
  if (found.accepted_at) return refuse({ no: 'parcel_is_under_way', state: found.state });
  const read = readNumber(carrier, typed);
  if (!read.ok) return read;
  const number = read.value;
  if (number === found.number && carrier === found.carrier) return ok({ carrier, number });

  const claimed = await claimNumber(work, { number, carrier, shipment, order: found.order_id });
  if (!claimed.ok) return claimed;
  await freeNumber(work, { number: found.number, carrier: found.carrier });
  const changed = await work.run(sql`
    update logistics.shipments set carrier = ${carrier}, number = ${number} where shipment = ${shipment} and accepted_at is null`);
  if (changed === 0) return refuse({ no: 'parcel_is_under_way', state: found.state });
  await beginFollowing(work, { shipment, number, carrier, ...claimed.value });
  return ok({ carrier, number });
}

/** The number was never this shipment's: whoever it belongs to may claim it. */
async function freeNumber(work: Work, { number, carrier }: { number: string; carrier: string }): Promise<void> {
  await work.run(sql`update logistics.parcels set shipment = null where number = ${number} and carrier = ${carrier}`);
}
