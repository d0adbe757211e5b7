import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { releaseEscrow } from '#modules/payments';
import { announce } from '#platform/facts';
import { cancelJobs, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { orderCompleted } from './facts.ts';
import { orderLife } from './order.ts';
import type { OrderId, OrderState } from './order.ts';
import { isBuyerOf, lockOrder, named } from './order-row.ts';

/** Listed in the order in which they are checked. */
export type AcceptDeliveryRefusal =
  | { no: 'order_not_found' }
  | { no: 'only_the_buyer_may_accept' }
  | { no: 'order_is_not_awaiting_acceptance'; state: OrderState };

/**
 * The buyer says the goods arrived as described; or their time to object is over. The order completes and the seller is
 * paid from escrow, in one transaction: no order is ever complete while its money is still held.
 */
export async function acceptDelivery(
  work: Work,
  { order: id, key }: { order: OrderId; key?: string },
): Promise<Result<{ state: OrderState }, AcceptDeliveryRefusal>> {
  const order = await lockOrder(work, id);
  if (!order) return refuse({ no: 'order_not_found' });
  if (work.by.kind !== 'system' && !(await isBuyerOf(work, order, key)))
    return refuse({ no: 'only_the_buyer_may_accept' });
  const state = orderLife.after(order.state, 'accept');
  if (!state) return refuse({ no: 'order_is_not_awaiting_acceptance', state: order.state });

  await work.run(sql`
    update trade.orders set state = ${state}, completed_at = ${work.now}, closed_at = ${work.now}, accept_by = null where id = ${id}`);
  await releaseEscrow(work, { order: id });
  cancelJobs(work, 'trade.accept_by_itself', id);
  announce(work, orderCompleted(named(order)));
  return ok({ state });
}

/** The time to object is over. */
export const acceptByItself = job<{ order: string }>('trade.accept_by_itself', async (_house, { order }, info) => {
  await info.perform(acceptDelivery, { order });
});
