/** The thing: a box on its way to a buyer, and the number under which its carrier knows it. */
import { isId, timeOfId } from '#kernel/id';
import type { Money } from '#kernel/money';
import type { Address } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { parcelAccepted, parcelCorrected, parcelDelivered, parcelLost, parcelReturned } from './facts.ts';
import { ends, follow } from './status.ts';
import type { Followed, ParcelState } from './status.ts';

/** An address in its country's own form, as far as it is known: of a sender we may know no more than the city. */
export type PostalAddress = Pick<Address, 'country' | 'name'> & Partial<Address> & { readonly phone?: string };

/** One kind of thing in the box, as the customs want it said. */
export interface Content {
  readonly description: string;
  readonly hs: string;
  readonly origin: string;
  readonly quantity: number;
  /** Of all pieces together. */
  readonly value: Money;
  /** Of all pieces together, where it is known. */
  readonly grams?: number;
}

export type NumberUsed = { no: 'number_is_used' };

const yearMs = 365 * 86_400_000;

interface ParcelRow {
  shipment: string | null;
  since: Date;
  counts_from: Date;
}

/**
 * Takes a carrier's number for a shipment. A number is one parcel's for a year, and a parcel that was scanned before the
 * order was placed is not this order's: both are refused. Locks the parcel; whoever needs its shipment too locks it after.
 */
export async function claimNumber(
  work: Work,
  { number, carrier, shipment, order }: { number: string; carrier: string; shipment: string; order: string },
): Promise<Result<{ countsFrom: Date }, NumberUsed>> {
  const parcel = (await work.one<ParcelRow>(sql`
    insert into logistics.parcels as p (number, carrier, shipment, since, counts_from)
    values (${number}, ${carrier}, null, ${work.now}, 'epoch')
        on conflict (number, carrier) do update set number = p.number
    returning shipment, since, counts_from`))!;
  if (parcel.shipment === shipment) return ok({ countsFrom: parcel.counts_from });
  const recently = parcel.since.getTime() > work.now.getTime() - yearMs;
  if (parcel.shipment !== null && recently) return refuse({ no: 'number_is_used' });

  // Ids carry the time for which they were made: the order's is when it was placed.
  const ordered = isId(order) ? timeOfId(order) : parcel.counts_from;
  const before = await work.one<{ at: Date }>(sql`
    select at from logistics.scans
     where number = ${number} and carrier = ${carrier} and at < ${ordered} and at > ${new Date(work.now.getTime() - yearMs)}
     limit 1`);
  if (before) return refuse({ no: 'number_is_used' });

  await work.run(sql`
    update logistics.parcels set shipment = ${shipment}, since = ${work.now}, counts_from = ${ordered}
     where number = ${number} and carrier = ${carrier}`);
  return ok({ countsFrom: ordered });
}

interface FollowedRow {
  order_id: string;
  state: string;
  accepted_at: Date | null;
  delivered_at: Date | null;
  returned_at: Date | null;
  lost_at: Date | null;
  withdrawn_at: Date | null;
}

interface ScanRow {
  code: string;
  status: string | null;
  at: Date;
  corrects: boolean;
}

/**
 * Works out anew where a shipment's parcel is, writes it beside the shipment, and announces what is new. The parcel is
 * locked by the caller.
 */
export async function followShipment(
  work: Work,
  { shipment, number, carrier, countsFrom }: { shipment: string; number: string; carrier: string; countsFrom: Date },
): Promise<ParcelState> {
  const [before, scans] = await Promise.all([
    work.one<FollowedRow>(sql`
      select order_id, state, accepted_at, delivered_at, returned_at, lost_at, withdrawn_at
        from logistics.shipments where shipment = ${shipment} for update`),
    work.many<ScanRow>(sql`
      select code, status, at, corrects from logistics.scans
       where number = ${number} and carrier = ${carrier} and at >= ${countsFrom}`),
  ]);
  if (!before) throw new Error(`Parcel ${number} says it is shipment ${shipment}, which is not there.`);
  const after = follow(scans.map((scan) => ({ ...scan, status: scan.status as ParcelState | null })));
  // A label that was withdrawn stays so until somebody scans the parcel all the same.
  const state = before.withdrawn_at && !after.acceptedAt ? 'withdrawn' : after.state;
  await work.run(sql`
    update logistics.shipments
       set state = ${state}, heard_at = ${work.now}, last_event_at = ${after.lastEventAt}, delivered_at = ${after.deliveredAt},
           accepted_at = coalesce(accepted_at, ${after.acceptedAt}), returned_at = ${after.returnedAt}, lost_at = ${after.lostAt}
     where shipment = ${shipment}`);
  await announceNews(work, shipment, before, after);
  return after.state;
}

/** Each fact once for a shipment, however often its scan is told or taken back. */
async function announceNews(work: Work, shipment: string, before: FollowedRow, after: Followed): Promise<void> {
  const at = (time: Date) => (time < work.now ? time : work.now).toISOString();
  const about = { shipment, order: before.order_id };
  if (after.acceptedAt && !before.accepted_at) announce(work, parcelAccepted({ ...about, at: at(after.acceptedAt) }));
  const wasEnd = ends.find((end) => end === before.state);
  if (wasEnd && after.state !== wasEnd)
    announce(work, parcelCorrected({ ...about, at: at(work.now), from: wasEnd, to: after.state }));
  if (after.state === before.state) return;
  const time = after.deliveredAt ?? after.returnedAt ?? after.lostAt;
  if (!time || !(await firstTime(work, shipment, after.state))) return;
  if (after.state === 'delivered') announce(work, parcelDelivered({ ...about, at: at(time) }));
  if (after.state === 'returned') announce(work, parcelReturned({ ...about, at: at(time) }));
  if (after.state === 'lost') announce(work, parcelLost({ ...about, at: at(time) }));
}

/** Whether this end is reached for the first time: after a correction the same end may come again, unannounced. */
async function firstTime(work: Work, shipment: string, end: string): Promise<boolean> {
  const marked = await work.run(sql`
    update logistics.shipments set announced = announced || ${end}::text
     where shipment = ${shipment} and not (${end} = any(announced))`);
  return marked > 0;
}
