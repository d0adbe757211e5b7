import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { carrierOf, trackingPage } from './carriers.ts';
import { inOrder } from './status.ts';
import type { ParcelState } from './status.ts';

/** A scan as people read it. */
export interface TrackedEvent {
  code: string;
  /** What we read in it; null for a code we do not know. */
  status: ParcelState | null;
  at: Date;
  place: string;
  country: string;
  says: string;
  corrects: boolean;
  toldBy: string;
}

export interface ShipmentView {
  shipment: string;
  order: string;
  store: string;
  by: 'seller' | 'line';
  line: string | null;
  carrier: string;
  carrierName: string;
  number: string | null;
  /** The carrier's own page of the parcel. */
  page: string | null;
  state: ParcelState | 'withdrawn';
  /** Only of a line's parcel. */
  booking: 'asked' | 'booked' | 'refused' | 'unanswered' | null;
  /** Why the line did not book it, in its own words. */
  problem: string | null;
  createdAt: Date;
  acceptedAt: Date | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  lostAt: Date | null;
  lastEventAt: Date | null;
  /** Newest first. */
  events: TrackedEvent[];
  /** Whether a label can be printed. */
  label: boolean;
}

interface ShipmentRow {
  shipment: string;
  order_id: string;
  store: string;
  by: string;
  line: string | null;
  carrier: string;
  number: string | null;
  state: string;
  booking: string | null;
  problem: string | null;
  created_at: Date;
  accepted_at: Date | null;
  delivered_at: Date | null;
  returned_at: Date | null;
  lost_at: Date | null;
  last_event_at: Date | null;
}

interface ScanRow {
  number: string;
  carrier: string;
  code: string;
  status: string | null;
  at: Date;
  place: string;
  country: string;
  says: string;
  corrects: boolean;
  told_by: string;
}

/** An order's parcels with their timelines, newest parcel first. Whoever asks has looked who may see the order. */
export async function shipmentsOf(ask: Asking, { order }: { order: string }): Promise<ShipmentView[]> {
  const rows = await ask.many<ShipmentRow>(sql`
    select shipment, order_id, store, by, line, carrier, number, state, booking, problem, created_at, accepted_at, delivered_at,
           returned_at, lost_at, last_event_at
      from logistics.shipments where order_id = ${order} order by created_at desc, shipment desc`);
  return withEvents(ask, rows);
}

/** One shipment with its timeline. */
export async function shipmentView(ask: Asking, { shipment }: { shipment: string }): Promise<ShipmentView | undefined> {
  if (!isId(shipment)) return undefined;
  const rows = await ask.many<ShipmentRow>(sql`
    select shipment, order_id, store, by, line, carrier, number, state, booking, problem, created_at, accepted_at, delivered_at,
           returned_at, lost_at, last_event_at
      from logistics.shipments where shipment = ${shipment}`);
  return (await withEvents(ask, rows))[0];
}

async function withEvents(ask: Asking, rows: ShipmentRow[]): Promise<ShipmentView[]> {
  const numbers = rows.flatMap(({ number }) => (number === null ? [] : [number]));
  const scans =
    numbers.length === 0
      ? []
      : await ask.many<ScanRow>(sql`
    select s.number, s.carrier, s.code, s.status, s.at, s.place, s.country, s.says, s.corrects, s.told_by
      from logistics.scans s
      join logistics.parcels p on p.number = s.number and p.carrier = s.carrier
     where s.number = any(${numbers}::text[]) and s.at >= p.counts_from`);
  return rows.map((row) =>
    viewOf(
      row,
      scans.filter(({ number, carrier }) => number === row.number && carrier === row.carrier),
    ),
  );
}

function viewOf(row: ShipmentRow, scans: ScanRow[]): ShipmentView {
  const read = scans.map((scan) => ({ ...scan, status: scan.status as ParcelState | null }));
  return {
    shipment: row.shipment,
    order: row.order_id,
    store: row.store,
    by: row.by as ShipmentView['by'],
    line: row.line,
    carrier: row.carrier,
    carrierName: carrierOf(row.carrier)?.name ?? row.carrier,
    number: row.number,
    page: row.number === null ? null : trackingPage(row.carrier, row.number),
    state: row.state as ShipmentView['state'],
    booking: row.booking as ShipmentView['booking'],
    problem: row.problem,
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    deliveredAt: row.delivered_at,
    returnedAt: row.returned_at,
    lostAt: row.lost_at,
    lastEventAt: row.last_event_at,
    events: inOrder(read)
      .reverse()
      .map(({ told_by, number: _number, carrier: _carrier, ...event }) => ({ ...event, toldBy: told_by })),
    label: row.by === 'line' && row.number !== null && row.state !== 'withdrawn',
  };
}
