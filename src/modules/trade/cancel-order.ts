import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { releaseStock, returnStock } from '#modules/catalogue';
import { withdrawLabelsOf } from '#modules/logistics';
import { giveUpPayment, refundOrder } from '#modules/payments';
import { isStaff, worksFor } from '#platform/actor';
import { audit } from '#platform/audit';
import { announce } from '#platform/facts';
import { cancelJobs, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { orderCancelled, orderRefunding } from './facts.ts';
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import type { OrderState } from './order.ts';
import { isBuyerOf, lockOrder, lockOrdersOf, named } from './order-row.ts';
import type { OrderRow } from './order-row.ts';

export type CancelOrderRefusal =
  { no: 'order_not_found' } | { no: 'say_why' } | { no: 'order_cannot_be_cancelled'; state: OrderState };

type Side = 'buyer' | 'seller' | 'desk' | 'house';

/**
 * Either side takes the contract back before the goods are on their way. Unpaid: the whole purchase goes, since it is
 * paid in one sum; only the buyer, the desk and the house may, for the seller has not seen it yet. Paid: this order
 * alone, and the money goes back.
 */
export async function cancelOrder(
  work: Work,
  { order: id, why, key }: { order: string; why: string; key?: string },
): Promise<Result<{ state: OrderState }, CancelOrderRefusal>> {
  const order = await lockOrder(work, id);
  const side = order && (await sideOf(work, order, key));
  if (!order || !side) return refuse({ no: 'order_not_found' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  const state = orderLife.after(order.state, 'cancel');
  if (!state || (order.state === 'placed' && side === 'seller'))
    return refuse({ no: 'order_cannot_be_cancelled', state: order.state });
  if (side === 'desk') await audit(work, { deed: 'order_cancelled', subject: `order:${id}`, why: why.trim() });

  if (state === 'cancelled') await cancelUnpaid(work, order.purchase, side, why.trim());
  else await cancelPaid(work, order, side, why.trim());
  return ok({ state });
}

async function sideOf(work: Work, order: OrderRow, key: string | undefined): Promise<Side | undefined> {
  const { by } = work;
  if (by.kind === 'system') return 'house';
  if (await isBuyerOf(work, order, key)) return 'buyer';
  if (worksFor(by, order.store, 'orders')) return 'seller';
  return isStaff(by, 'orders') ? 'desk' : undefined;
}

async function cancelUnpaid(work: Work, purchase: string, side: Side, why: string): Promise<void> {
  const placed = (await lockOrdersOf(work, purchase)).filter(({ state }) => state === 'placed');
  for (const order of placed) {
    await work.run(sql`
      update trade.orders set state = 'cancelled', closed_at = ${work.now}, ended_by = ${side}, ended_why = ${why} where id = ${order.id}`);
    await releaseStock(work, { hold: order.id });
    // What had come of it in parts goes back; as a rule that is nothing, and refused as such.
    await refundOrder(work, { order: order.id, why });
    announce(work, orderCancelled({ ...named(order), state: 'cancelled' }));
  }
  tellBuyer(work, placed, 'order_cancelled');
  cancelJobs(work, 'trade.lapse', purchase);
  await giveUpPayment(work, { purchase });
}

async function cancelPaid(work: Work, order: OrderRow, side: Side, why: string): Promise<void> {
  await work.run(sql`
    update trade.orders set state = 'refunding', ended_by = ${side}, ended_why = ${why} where id = ${order.id}`);
  await returnStock(work, { hold: order.id });
  await withdrawLabelsOf(work, { order: order.id });
  cancelJobs(work, 'trade.too_late_to_dispatch', order.id);
  await refundOrder(work, { order: order.id, why });
  announce(work, orderRefunding({ ...named(order), why }));
  tellBuyer(work, [order], 'order_refunding');
}

/** The seller's time to dispatch is over: the buyer gets the money back. */
export const tooLateToDispatch = job<{ order: string }>(
  'trade.too_late_to_dispatch',
  async (_house, { order }, info) => {
    await info.perform(cancelOrder, { order, why: 'not_dispatched_in_time' });
  },
);
