import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { holdStock, takeStock } from '#modules/catalogue';
import { paidInFull, refundOrder } from '#modules/payments';
import { announce } from '#platform/facts';
import { cancelJobs, enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { tooLateToDispatch } from './cancel-order.ts';
import { startAcceptance } from './deliver-order.ts';
import { orderDelivered, orderFunded, orderRefunding } from './facts.ts';
import { orderLife } from './order.ts';
import { lockOrder, named } from './order-row.ts';
import type { OrderRow } from './order-row.ts';
import { deadline } from './timers.ts';

/** Listed in the order in which they are checked. */
export type FundOrderRefusal =
  { no: 'order_not_found' } | { no: 'money_went_back' } | { no: 'order_is_not_awaiting_money'; state: string };

/**
 * The order's escrow is full. A placed order is funded and its stock is sold. Money for a lapsed order funds it if the
 * goods are still there; for a lapsed one without goods, or a cancelled one, it is given back.
 */
export async function fundOrder(
  work: Work,
  { order: id }: { order: string },
): Promise<Result<{ funded: boolean }, FundOrderRefusal>> {
  const order = await lockOrder(work, id);
  if (!order) return refuse({ no: 'order_not_found' });
  // It ended while this news was on its way, and took the money with it.
  const ended = order.state === 'lapsed' || order.state === 'cancelled';
  if (ended && !(await paidInFull(work, order)).includes(id)) return refuse({ no: 'money_went_back' });
  if (order.state === 'lapsed' && !(await holdAgain(work, order)))
    return giveBack(work, order, 'paid_too_late_and_sold_out');
  if (order.state === 'cancelled') return giveBack(work, order, 'paid_after_it_was_cancelled');
  const state = orderLife.after(order.state, 'fund');
  if (!state) return refuse({ no: 'order_is_not_awaiting_money', state: order.state });

  const dispatchBy = order.digital ? null : await deadline(work, 'dispatch');
  await Promise.all([
    work.run(sql`
      update trade.orders
         set state = ${state}, funded_at = ${work.now}, dispatch_by = ${dispatchBy}, closed_at = null, ended_by = null, ended_why = null
       where id = ${id}`),
    takeStock(work, { hold: id }),
    stopLapse(work, order),
  ]);
  if (dispatchBy) enqueue(work, tooLateToDispatch({ order: id }), { at: dispatchBy, subject: id });
  announce(work, orderFunded(named(order)));
  if (order.digital) await handOver(work, order);
  return ok({ funded: true });
}

/** The timer goes with the last order that waits for money; while others wait it still has work. */
async function stopLapse(work: Work, order: OrderRow): Promise<void> {
  const others = await work.one<{ waiting: number }>(sql`
    select count(*)::int as waiting from trade.orders where purchase = ${order.purchase} and state = 'placed' and id <> ${order.id}`);
  if (others?.waiting === 0) await cancelJobs(work, 'trade.lapse', order.purchase);
}

async function holdAgain(work: Work, order: OrderRow): Promise<boolean> {
  const lines = await work.many<{ variant: string; quantity: number }>(sql`
    select variant, quantity from trade.order_lines where order_id = ${order.id} and not digital order by variant`);
  return (await holdStock(work, { hold: order.id, lines })).ok;
}

async function giveBack(
  work: Work,
  order: OrderRow,
  why: string,
): Promise<Result<{ funded: boolean }, FundOrderRefusal>> {
  await work.run(sql`
    update trade.orders set state = 'refunding', ended_by = 'house', ended_why = ${why} where id = ${order.id}`);
  await refundOrder(work, { order: order.id, why });
  announce(work, orderRefunding({ ...named(order), why }));
  return ok({ funded: false });
}

/** Digital goods are delivered at once: the buyer finds them on the order's page. */
async function handOver(work: Work, order: OrderRow): Promise<void> {
  await work.run(sql`update trade.orders set state = 'delivered', delivered_at = ${work.now} where id = ${order.id}`);
  await startAcceptance(work, order.id);
  announce(work, orderDelivered(named(order)));
}
