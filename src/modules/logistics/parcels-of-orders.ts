/** Parcels beside lists of orders: which are in trouble, and which label each order has. */
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** Open parcels of a store that somebody should look at: the line would not book them, or their scans tell of trouble. */
export async function troubledParcels(ask: Asking, { store }: { store: string }): Promise<{ order: string }[]> {
  if (!worksFor(ask.by, store, 'orders')) return [];
  return ask.many<{ order: string }>(sql`
    select distinct order_id as "order" from logistics.shipments
     where store = ${store} and withdrawn_at is null and delivered_at is null
       and (booking in ('refused', 'unanswered')
            or state in ('exception', 'customs_hold', 'attempt_failed', 'returning', 'returned', 'lost'))
     limit 2000`);
}

export interface StandingParcel {
  order: string;
  shipment: string;
  by: string;
  carrier: string;
  number: string | null;
  booking: string | null;
  problem: string | null;
  state: string;
}

/** The newest parcel of each order that was not withdrawn, for the people who ship the store's orders. */
export async function standingParcels(
  ask: Asking,
  { store, orders }: { store: string; orders: readonly string[] },
): Promise<StandingParcel[]> {
  if (!worksFor(ask.by, store, 'orders') || orders.length === 0) return [];
  return ask.many<StandingParcel>(sql`
    select distinct on (order_id) order_id as "order", shipment, by, carrier, number, booking, problem, state
      from logistics.shipments
     where store = ${store} and order_id = any(${orders}::uuid[]) and withdrawn_at is null
     order by order_id, created_at desc, shipment desc`);
}
