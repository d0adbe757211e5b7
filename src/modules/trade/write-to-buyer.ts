import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { letterToBuyer } from './letter-to-buyer.ts';
import { isUuid } from './order-page.ts';
import { lockOrdersOf } from './order-row.ts';

/** By then the provider has said how to pay, and who pays at once has paid: one letter says it all. */
const waitMs = 60_000;

/**
 * Who ordered on our pages is sent the way back to the purchase, and a letter at each step of its orders: without an
 * account there is no other. Where orders come by the API, whoever sends them writes to their buyers themselves.
 */
export async function writeToBuyer(
  work: Work,
  { purchase }: { purchase: string },
): Promise<Result<object, { no: 'purchase_not_found' }>> {
  const found = isUuid(purchase)
    ? await work.one<{ id: string }>(
        sql`select id from trade.purchases where id = ${purchase} and buyer = ${work.by.id}`,
      )
    : undefined;
  if (!found) return refuse({ no: 'purchase_not_found' });
  const asked = await work.run(
    sql`update trade.orders set letters = 'due' where purchase = ${purchase} and letters = 'none'`,
  );
  // Asked for before: its letters are on their way.
  if (asked > 0)
    enqueue(work, letterOfPurchase({ purchase }), { at: new Date(work.now.getTime() + waitMs), subject: purchase });
  return ok({});
}

/**
 * Decides what the first letter says, while nothing happens to the orders: what happens later has a letter of its own,
 * and nothing is told twice or by nobody.
 */
export async function beginLetters(work: Work, { purchase }: { purchase: string }): Promise<Result<object, never>> {
  const orders = await lockOrdersOf(work, purchase);
  const ended = new Set(['lapsed', 'cancelled', 'refunding', 'refunded']);
  const open = orders.filter(({ state }) => !ended.has(state));
  await work.run(sql`update trade.orders set letters = 'sent' where purchase = ${purchase} and letters = 'due'`);
  // Cancelled within the minute: nothing is left to say.
  if (open.length > 0) {
    const letter = open.some(({ state }) => state === 'placed') ? 'order_unpaid' : 'order_paid';
    enqueue(work, letterToBuyer({ purchase, orders: open.map(({ id }) => id), letter }), { subject: purchase });
  }
  return ok({});
}

export const letterOfPurchase = job<{ purchase: string }>(
  'trade.letter_of_purchase',
  async (_house, { purchase }, info) => {
    await info.perform(beginLetters, { purchase });
  },
);
