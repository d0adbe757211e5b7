import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { carrierOf, cleanNumber } from './carriers.ts';
import { parcelStates } from './status.ts';

export interface ParcelLine {
  shipment: string;
  order: string;
  store: string;
  reference: string;
  by: string;
  carrier: string;
  carrierName: string;
  number: string | null;
  state: string;
  booking: string | null;
  problem: string | null;
  country: string;
  createdAt: Date;
  lastEventAt: Date | null;
  heardAt: Date;
}

export interface ParcelsWanted {
  /** How the number begins. */
  number?: string;
  state?: string;
  /** Open parcels of which nothing was heard for so many days. */
  silentDays?: number;
  /** Lines that would not book, or did not answer. */
  notBooked?: boolean;
  /** Where the page before ended. */
  before?: string;
  limit?: number;
}

export interface ParcelsPage {
  parcels: ParcelLine[];
  /** What to ask the next page with; null at the end. */
  next: string | null;
}

export type ParcelsRefusal = { no: 'only_staff_for_orders_may_look' } | { no: 'state_is_unknown'; states: string[] };

/** Parcels for the desk, newest first, in pages. */
export async function parcelsForDesk(ask: Asking, wanted: ParcelsWanted): Promise<Result<ParcelsPage, ParcelsRefusal>> {
  if (!isStaff(ask.by, 'orders')) return refuse({ no: 'only_staff_for_orders_may_look' });
  const states = [...parcelStates, 'withdrawn'];
  if (wanted.state !== undefined && !states.includes(wanted.state)) return refuse({ no: 'state_is_unknown', states });
  return ok(await page(ask, null, wanted));
}

/** A store's own parcels, newest first, in pages; nothing for who does not work there with orders. */
export async function parcelsOfStore(
  ask: Asking,
  { store, ...wanted }: ParcelsWanted & { store: string },
): Promise<ParcelsPage | undefined> {
  if (!worksFor(ask.by, store, 'orders') && !isStaff(ask.by, 'orders')) return undefined;
  return page(ask, store, wanted);
}

interface Row {
  shipment: string;
  order_id: string;
  store: string;
  reference: string;
  by: string;
  carrier: string;
  number: string | null;
  state: string;
  booking: string | null;
  problem: string | null;
  country: string;
  created_at: Date;
  last_event_at: Date | null;
  heard_at: Date;
}

async function page(
  ask: Asking,
  store: string | null,
  { number, state, silentDays, notBooked, before, limit = 50 }: ParcelsWanted,
): Promise<ParcelsPage> {
  const [at, shipment] = placeIn(before);
  const ofStore = store === null ? sql.none : sql.part`and store = ${store}`;
  const byNumber = number
    ? sql.part`and number like ${`${cleanNumber(number).replace(/[%_\\]/g, '\\$&')}%`}`
    : sql.none;
  const byState = state ? sql.part`and state = ${state}` : sql.none;
  const silent = silentDays
    ? sql.part`and delivered_at is null and returned_at is null and lost_at is null and withdrawn_at is null
               and heard_at < ${new Date(ask.now.getTime() - silentDays * 86_400_000)}`
    : sql.none;
  const failed = notBooked ? sql.part`and booking in ('refused', 'unanswered') and withdrawn_at is null` : sql.none;
  const rows = await ask.many<Row>(sql`
    select shipment, order_id, store, reference, by, carrier, number, state, booking, problem, country, created_at, last_event_at, heard_at
      from logistics.shipments
     where (created_at, shipment) < (${at}, ${shipment}) ${ofStore} ${byNumber} ${byState} ${silent} ${failed}
     order by created_at desc, shipment desc
     limit ${limit + 1}`);
  const last = rows[limit - 1];
  return {
    parcels: rows.slice(0, limit).map(lineOf),
    next: rows.length > limit && last ? `${last.created_at.getTime()}~${last.shipment}` : null,
  };
}

const lineOf = ({ order_id, created_at, last_event_at, heard_at, ...row }: Row): ParcelLine => ({
  ...row,
  order: order_id,
  carrierName: carrierOf(row.carrier)?.name ?? row.carrier,
  createdAt: created_at,
  lastEventAt: last_event_at,
  heardAt: heard_at,
});

/** Where a page ended, as text for the next page's address; anything else is the beginning. */
function placeIn(before = ''): [Date, string] {
  const [, at, shipment] = /^(\d{1,15})~([0-9a-f-]{36})$/.exec(before) ?? [];
  return at && shipment
    ? [new Date(Number(at)), shipment]
    : [new Date('9999-01-01'), 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
}
