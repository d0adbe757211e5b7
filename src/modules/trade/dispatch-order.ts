import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { money } from '#kernel/money';
import type { Address } from '#kernel/place';
import { bookShipment, shipWithCarrier } from '#modules/logistics';
import type { ShipWithCarrierRefusal } from '#modules/logistics';
import { addressOfStore, storesOf } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { announce } from '#platform/facts';
import { cancelJobs, enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { assumeDelivered } from './deliver-order.ts';
import { orderDispatched } from './facts.ts';
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import type { OrderState } from './order.ts';
import { lockOrder, named } from './order-row.ts';
import type { OrderRow } from './order-row.ts';
import { deadline } from './timers.ts';

/** Listed in the order in which they are checked. */
export type DispatchOrderRefusal =
  | { no: 'order_not_found' }
  | { no: 'order_is_not_to_be_dispatched'; state: OrderState }
  | { no: 'buyer_paid_for_the_line'; line: string }
  | { no: 'buyer_did_not_choose_a_line' }
  | ShipWithCarrierRefusal;

interface ParcelRow {
  address: Address;
  number: string;
  currency: string;
  carriage: { code?: string; by?: 'seller' | 'line' };
}

/** The seller ships it themselves and says with whom and under which number. */
export async function dispatchOrder(
  work: Work,
  { order: id, carrier, number }: { order: string; carrier: string; number: string },
): Promise<Result<{ state: OrderState; shipment: string }, DispatchOrderRefusal>> {
  const found = await toDispatch(work, id);
  if (!found.ok) return found;
  const parcel = await parcelOf(work, id);
  if (parcel.carriage.by === 'line') return refuse({ no: 'buyer_paid_for_the_line', line: parcel.carriage.code ?? '' });
  const shipped = await shipWithCarrier(work, {
    order: id,
    store: found.value.store,
    carrier,
    number,
    to: parcel.address,
  });
  if (!shipped.ok) return shipped;
  await markDispatched(work, found.value);
  return ok({ state: 'dispatched', shipment: shipped.value.shipment });
}

/**
 * The seller asks for the line's label. The order is dispatched when the line scans the parcel, not when the label is
 * printed; until then the dispatch timer runs on.
 */
export async function labelOrder(
  work: Work,
  { order: id }: { order: string },
): Promise<Result<{ shipment: string }, DispatchOrderRefusal>> {
  const found = await toDispatch(work, id);
  if (!found.ok) return found;
  const parcel = await parcelOf(work, id);
  if (parcel.carriage.by !== 'line') return refuse({ no: 'buyer_did_not_choose_a_line' });
  const [lines, stores, sender] = await Promise.all([
    linesOf(work, id),
    storesOf(work, { stores: [found.value.store] }),
    addressOfStore(work, { store: found.value.store }),
  ]);
  const store = stores[0]!;
  const booked = await bookShipment(work, {
    order: id,
    store: found.value.store,
    option: parcel.carriage.code!,
    reference: parcel.number,
    from: { country: store.country, city: store.city, ...sender?.address, name: store.name },
    to: parcel.address,
    grams: lines.reduce((sum, line) => sum + line.grams * line.quantity, 0),
    sizeMm: lines.map((line) => line.size_mm as [number, number, number]),
    contents: lines.map((line) => ({
      description: line.title,
      hs: line.hs,
      origin: line.origin,
      quantity: line.quantity,
      value: money(parcel.currency, line.unit_minor * BigInt(line.quantity)),
    })),
  });
  return ok(booked);
}

async function toDispatch(work: Work, id: string): Promise<Result<OrderRow, DispatchOrderRefusal>> {
  const order = await lockOrder(work, id);
  if (!order || !worksFor(work.by, order.store, 'orders')) return refuse({ no: 'order_not_found' });
  if (!orderLife.after(order.state, 'dispatch'))
    return refuse({ no: 'order_is_not_to_be_dispatched', state: order.state });
  return ok(order);
}

export async function markDispatched(work: Work, order: OrderRow): Promise<void> {
  const assumed = await deadline(work, 'acceptance_without_scan');
  await work.run(
    sql`update trade.orders set state = 'dispatched', dispatched_at = ${work.now}, dispatch_by = null where id = ${order.id}`,
  );
  cancelJobs(work, 'trade.too_late_to_dispatch', order.id);
  enqueue(work, assumeDelivered({ order: order.id }), { at: assumed, subject: order.id });
  announce(work, orderDispatched(named(order)));
  tellBuyer(work, [order], 'order_dispatched');
}

async function parcelOf(work: Work, id: string): Promise<ParcelRow> {
  const row = await work.one<ParcelRow>(sql`
    select p.address, o.number, o.currency, o.carriage
      from trade.orders o join trade.purchases p on p.id = o.purchase
     where o.id = ${id}`);
  if (!row) throw new Error(`Order ${id} has no purchase.`);
  return row;
}

interface LineRow {
  title: string;
  quantity: number;
  grams: number;
  size_mm: number[];
  hs: string;
  origin: string;
  unit_minor: bigint;
}

async function linesOf(work: Work, id: string): Promise<LineRow[]> {
  return work.many<LineRow>(sql`
    select title, quantity, grams, size_mm, hs, origin, unit_minor from trade.order_lines where order_id = ${id} and not digital order by n`);
}
