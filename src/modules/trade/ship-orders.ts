/** Many orders in one go. What cannot be done with one of them is told of that one; the others go their way. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { worksFor } from '#platform/actor';
import type { Work } from '#platform/work';
import { dispatchOrder, labelOrder } from './dispatch-order.ts';
import type { DispatchOrderRefusal } from './dispatch-order.ts';
import { isUuid } from './order-page.ts';

export const mostAtOnce = 100;

export interface Batch {
  done: { order: string; shipment: string }[];
  refused: { order: string; refusal: DispatchOrderRefusal }[];
}

/** Listed in the order in which they are checked. */
export type ShipOrdersRefusal =
  { no: 'store_not_found' } | { no: 'no_order_is_chosen' } | { no: 'too_many_orders'; most: number };

/** Books the line of each order whose buyer paid for one. Orders that have their label keep it. */
export async function labelOrders(
  work: Work,
  { store, orders }: { store: string; orders: readonly string[] },
): Promise<Result<Batch, ShipOrdersRefusal>> {
  const all = orders.map((order) => ({ order }));
  return each(work, store, all, labelOrder);
}

/** The seller handed parcels to carriers: one carrier and number for each order. */
export async function dispatchOrders(
  work: Work,
  { store, parcels }: { store: string; parcels: readonly { order: string; carrier: string; number: string }[] },
): Promise<Result<Batch, ShipOrdersRefusal>> {
  return each(work, store, parcels, dispatchOrder);
}

/**
 * One by one in the order of their ids, as every deed on several orders locks them. A refusal comes before anything of its
 * order was changed, so that it takes nothing away from the others.
 */
async function each<Input extends { order: string }>(
  work: Work,
  store: string,
  inputs: readonly Input[],
  deed: (work: Work, input: Input) => Promise<Result<{ shipment: string }, DispatchOrderRefusal>>,
): Promise<Result<Batch, ShipOrdersRefusal>> {
  if (!worksFor(work.by, store, 'orders')) return refuse({ no: 'store_not_found' });
  const once = [...new Map(inputs.map((one) => [one.order, one])).values()];
  if (once.length === 0) return refuse({ no: 'no_order_is_chosen' });
  if (once.length > mostAtOnce) return refuse({ no: 'too_many_orders', most: mostAtOnce });
  const batch: Batch = { done: [], refused: [] };
  for (const one of once.sort((a, b) => (a.order < b.order ? -1 : 1))) {
    const { order } = one;
    const said = isUuid(order) ? await deed(work, one) : refuse<DispatchOrderRefusal>({ no: 'order_not_found' });
    if (said.ok) batch.done.push({ order, shipment: said.value.shipment });
    else batch.refused.push({ order, refusal: said.refusal });
  }
  return ok(batch);
}
