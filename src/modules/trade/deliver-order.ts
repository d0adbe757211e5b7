/** What the carrier's scans, and their absence, do to an order. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { refundOrder } from '#modules/payments';
import { announce } from '#platform/facts';
import { cancelJobs, enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { acceptByItself } from './accept-delivery.ts';
import { orderDelivered, orderRefunding } from './facts.ts';
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import type { OrderState } from './order.ts';
import { lockOrder, named } from './order-row.ts';
import { markDispatched } from './dispatch-order.ts';
import { deadline } from './timers.ts';

export type ScanRefusal = { no: 'order_not_found' } | { no: 'order_is_not_on_the_way'; state: OrderState };

/** The line has the parcel: the order is dispatched, if the seller had not said so. */
export async function acceptParcel(
  work: Work,
  { order: id }: { order: string },
): Promise<Result<{ state: OrderState }, ScanRefusal>> {
  const order = await lockOrder(work, id);
  if (!order) return refuse({ no: 'order_not_found' });
  if (!orderLife.after(order.state, 'dispatch')) return refuse({ no: 'order_is_not_on_the_way', state: order.state });
  await markDispatched(work, order);
  return ok({ state: 'dispatched' });
}

/** The parcel was delivered, by a scan or because nobody objected for a long time. The time to accept begins. */
export async function deliverOrder(
  work: Work,
  { order: id }: { order: string },
): Promise<Result<{ state: OrderState }, ScanRefusal>> {
  const order = await lockOrder(work, id);
  if (!order) return refuse({ no: 'order_not_found' });
  // A delivery scan that overtook the first scan: the parcel was handed over all the same.
  if (order.state === 'funded') await markDispatched(work, order);
  else if (!orderLife.after(order.state, 'deliver'))
    return refuse({ no: 'order_is_not_on_the_way', state: order.state });
  await work.run(sql`update trade.orders set state = 'delivered', delivered_at = ${work.now} where id = ${id}`);
  cancelJobs(work, 'trade.assume_delivered', id);
  await startAcceptance(work, id);
  announce(work, orderDelivered(named(order)));
  tellBuyer(work, [order], 'order_delivered');
  return ok({ state: 'delivered' });
}

/** The parcel came back or was lost: the buyer gets the money back. */
export async function failDelivery(
  work: Work,
  { order: id, how }: { order: string; how: 'lost' | 'returned' },
): Promise<Result<{ state: OrderState }, ScanRefusal>> {
  const order = await lockOrder(work, id);
  if (!order) return refuse({ no: 'order_not_found' });
  if (order.state === 'funded') await markDispatched(work, order);
  else if (!orderLife.after(order.state, how === 'lost' ? 'lose' : 'bring_back'))
    return refuse({ no: 'order_is_not_on_the_way', state: order.state });
  const why = how === 'lost' ? 'parcel_was_lost' : 'parcel_came_back';
  await work.run(
    sql`update trade.orders set state = 'refunding', ended_by = 'house', ended_why = ${why} where id = ${id}`,
  );
  cancelJobs(work, 'trade.assume_delivered', id);
  await refundOrder(work, { order: id, why });
  announce(work, orderRefunding({ ...named(order), why }));
  tellBuyer(work, [order], 'order_refunding');
  return ok({ state: 'refunding' });
}

export async function startAcceptance(work: Work, order: string): Promise<void> {
  const until = await deadline(work, 'acceptance');
  await work.run(sql`update trade.orders set accept_by = ${until} where id = ${order}`);
  enqueue(work, acceptByItself({ order }), { at: until, subject: order });
}

/** No scan for a long time and no word from the buyer: taken as delivered, and the time to accept begins. */
export const assumeDelivered = job<{ order: string }>('trade.assume_delivered', async (_house, { order }, info) => {
  await info.perform(deliverOrder, { order });
});
