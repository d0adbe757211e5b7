import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { releaseStock } from '#modules/catalogue';
import { giveUpPayment, paidInFull, refundOrder } from '#modules/payments';
import { announce } from '#platform/facts';
import { job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { orderCancelled } from './facts.ts';
import { tellBuyer } from './letter-to-buyer.ts';
import { orderLife } from './order.ts';
import { lockOrdersOf, named } from './order-row.ts';

export type LapsePurchaseRefusal = { no: 'nothing_waits_for_money' };

/**
 * The time to pay is over: the orders that still wait lapse, their stock is free again, and the provider is told to
 * expect nothing. Money that comes all the same funds the order again if the goods are there, else it is given back.
 * Money that came in time and whose news is still on its way counts as paid.
 */
export async function lapsePurchase(
  work: Work,
  { purchase }: { purchase: string },
): Promise<Result<{ lapsed: number }, LapsePurchaseRefusal>> {
  const unfunded = (await lockOrdersOf(work, purchase)).filter((order) => orderLife.after(order.state, 'lapse'));
  if (unfunded.length === 0) return refuse({ no: 'nothing_waits_for_money' });
  const paid = await paidInFull(work, { purchase });
  const waiting = unfunded.filter((order) => !paid.includes(order.id));
  if (waiting.length === 0) return refuse({ no: 'nothing_waits_for_money' });
  for (const order of waiting) {
    await work.run(sql`
      update trade.orders
         set state = 'lapsed', closed_at = ${work.now}, ended_by = 'house', ended_why = 'not_paid_in_time'
       where id = ${order.id}`);
    await releaseStock(work, { hold: order.id });
    // What had come of it in parts goes back; as a rule that is nothing, and refused as such.
    await refundOrder(work, { order: order.id, why: 'not_paid_in_time' });
    announce(work, orderCancelled({ ...named(order), state: 'lapsed' }));
  }
  tellBuyer(work, waiting, 'order_lapsed');
  await giveUpPayment(work, { purchase });
  return ok({ lapsed: waiting.length });
}

/** The timer of the payment window. */
export const lapse = job<{ purchase: string }>('trade.lapse', async (_house, { purchase }, info) => {
  await info.perform(lapsePurchase, { purchase });
});
