/** What becomes of an order whose money goes back to the buyer, whoever decided it. */
import { returnStock } from '#modules/catalogue';
import { withdrawLabelsOf } from '#modules/logistics';
import { announce } from '#platform/facts';
import { cancelJobs } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { orderRefunded, orderRefunding } from './facts.ts';
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import { lockOrder, named } from './order-row.ts';
import type { OrderRow } from './order-row.ts';

/**
 * All of an order's money is owed back. Where the order itself began that, it is refunding already. Where the desk did, the
 * order ends with its money: nobody shall send goods for which nothing is held. A completed order stays complete.
 */
export async function endWithItsMoney(
  work: Work,
  { order: id, whole, why }: { order: string; whole: boolean; why: string },
): Promise<void> {
  const order = whole ? await lockOrder(work, id) : undefined;
  if (order) await giveBack(work, order, why);
}

/** Says whether the order is refunding now. */
async function giveBack(work: Work, order: OrderRow, why: string): Promise<boolean> {
  if (order.state === 'refunding') return true;
  const holds = order.state === 'funded' || order.state === 'dispatched' || order.state === 'delivered';
  const state = holds ? orderLife.after(order.state, 'give_back') : undefined;
  if (!state) return false;
  const { id } = order;
  await work.run(sql`
    update trade.orders set state = ${state}, ended_by = 'desk', ended_why = ${why}, dispatch_by = null, accept_by = null where id = ${id}`);
  if (order.state === 'funded') {
    await returnStock(work, { hold: id });
    await withdrawLabelsOf(work, { order: id });
  }
  for (const timer of ['trade.too_late_to_dispatch', 'trade.assume_delivered', 'trade.accept_by_itself'])
    cancelJobs(work, timer, id);
  announce(work, orderRefunding({ ...named(order), why }));
  tellBuyer(work, [order], 'order_refunding');
  return true;
}

/** The money is back with the buyer: all of it ends the order. */
export async function endRefund(work: Work, { order: id, whole }: { order: string; whole: boolean }): Promise<void> {
  const order = whole ? await lockOrder(work, id) : undefined;
  // The news that it is owed may be late; then both steps are made now.
  if (!order || !(await giveBack(work, order, 'given_back_by_the_desk'))) return;
  await work.run(sql`update trade.orders set state = 'refunded', closed_at = ${work.now} where id = ${id}`);
  announce(work, orderRefunded(named(order)));
  tellBuyer(work, [order], 'order_refunded');
}
