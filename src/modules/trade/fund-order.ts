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
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import { lockOrdersOf, named } from './order-row.ts';
import type { OrderRow } from './order-row.ts';
import { deadline } from './timers.ts';

/** Listed in the order in which they are checked. */
export type FundOrderRefusal = { no: 'money_went_back' } | { no: 'order_is_not_awaiting_money'; state: string };

type Funded = Result<{ funded: boolean }, FundOrderRefusal>;

/**
 * The escrow of these orders of a purchase is full. Placed ones are funded and their stock is sold. Money for a lapsed order
 * funds it if the goods are still there; for a lapsed one without goods, or a cancelled one, it is given back.
 */
export async function fundOrders(
  work: Work,
  { purchase, orders }: { purchase: string; orders: readonly string[] },
): Promise<{ order: string; said: Funded }[]> {
  const all = await lockOrdersOf(work, purchase);
  const paid = all.filter(({ id }) => orders.includes(id));
  const placed = paid.filter(({ state }) => state === 'placed');
  if (placed.length > 0) await fund(work, placed);
  // The timer goes with the last order that waits for money; while others wait it still has work.
  if (all.every((order) => order.state !== 'placed' || placed.includes(order)))
    cancelJobs(work, 'trade.lapse', purchase);
  const said = new Map<string, Funded>(placed.map(({ id }) => [id, ok({ funded: true })]));
  for (const order of paid) if (!said.has(order.id)) said.set(order.id, await fundLate(work, order));
  return [...said].map(([order, one]) => ({ order, said: one }));
}

/** The order ended while the news was on its way, or does not wait for money any more. */
async function fundLate(work: Work, order: OrderRow): Promise<Funded> {
  const ended = order.state === 'lapsed' || order.state === 'cancelled';
  // What ended may have taken the money with it.
  if (ended && !(await paidInFull(work, order)).includes(order.id)) return refuse({ no: 'money_went_back' });
  if (order.state === 'lapsed' && !(await holdAgain(work, order)))
    return giveBack(work, order, 'paid_too_late_and_sold_out');
  if (order.state === 'cancelled') return giveBack(work, order, 'paid_after_it_was_cancelled');
  if (!orderLife.after(order.state, 'fund')) return refuse({ no: 'order_is_not_awaiting_money', state: order.state });
  await fund(work, [order]);
  return ok({ funded: true });
}

async function fund(work: Work, orders: readonly OrderRow[]): Promise<void> {
  const dispatchBy = orders.every(({ digital }) => digital) ? null : await deadline(work, 'dispatch');
  const ids = orders.map(({ id }) => id);
  work.send(sql`
    update trade.orders
       set state = 'funded', funded_at = ${work.now}, dispatch_by = case when digital then null else ${dispatchBy}::timestamptz end,
           closed_at = null, ended_by = null, ended_why = null
     where id = any(${ids}::uuid[])`);
  takeStock(work, { holds: ids });
  tellBuyer(work, orders, 'payment_arrived');
  for (const order of orders) {
    if (dispatchBy && !order.digital)
      enqueue(work, tooLateToDispatch({ order: order.id }), { at: dispatchBy, subject: order.id });
    announce(work, orderFunded(named(order)));
    if (order.digital) await handOver(work, order);
  }
}

async function holdAgain(work: Work, order: OrderRow): Promise<boolean> {
  const lines = await work.many<{ variant: string; quantity: number }>(sql`
    select variant, quantity from trade.order_lines where order_id = ${order.id} and not digital order by variant`);
  return (await holdStock(work, { holds: [{ hold: order.id, lines }] })).ok;
}

async function giveBack(work: Work, order: OrderRow, why: string): Promise<Funded> {
  await work.run(sql`
    update trade.orders set state = 'refunding', ended_by = 'house', ended_why = ${why} where id = ${order.id}`);
  await refundOrder(work, { order: order.id, why });
  announce(work, orderRefunding({ ...named(order), why }));
  tellBuyer(work, [order], 'order_refunding');
  return ok({ funded: false });
}

/** Digital goods are delivered at once: the buyer finds them on the order's page. */
async function handOver(work: Work, order: OrderRow): Promise<void> {
  await work.run(sql`update trade.orders set state = 'delivered', delivered_at = ${work.now} where id = ${order.id}`);
  await startAcceptance(work, order.id);
  announce(work, orderDelivered(named(order)));
}
