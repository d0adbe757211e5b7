import { newId } from '#kernel/id';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { toRefund } from './tasks.ts';

export interface NewRefund {
  purchase: string;
  refund: string;
  /** None for money that no order wanted. */
  order: string | null;
  currency: string;
  amount: bigint;
  sellerCurrency: string | null;
  sellerAmount: bigint;
  why: string;
  whole: boolean;
  /** By which payments it goes back, and how much by each. */
  by: readonly { payment: string; amount: bigint }[];
}

/** A part that no job carried out is looked after from then on. */
const lookAfterMs = 10 * 60_000;

/** Writes a refund down with its parts, and leaves a job for each. The caller has booked it and holds the purchase's lock. */
export async function writeRefund(work: Work, one: NewRefund): Promise<void> {
  const parts = one.by.map(({ payment, amount }) => ({ id: newId(work.now), payment, amount }));
  await work.run(sql`
    with refunded as (
      insert into payments.refunds (purchase, id, order_id, currency, amount, seller_currency, seller_amount, why, whole, asked_by, at)
      values (${one.purchase}, ${one.refund}, ${one.order}, ${one.currency}, ${one.amount}, ${one.sellerCurrency}, ${one.sellerAmount},
              ${one.why}, ${one.whole}, ${work.by.id}, ${work.now})
    ), part as (
      select id, payment, amount
        from unnest(${parts.map((part) => part.id)}::uuid[], ${parts.map((part) => part.payment)}::uuid[],
                    ${parts.map((part) => part.amount)}::bigint[]) as n (id, payment, amount)
    ), parted as (
      insert into payments.refund_parts (purchase, refund, id, payment, amount, at, look_at)
      select ${one.purchase}, ${one.refund}, id, payment, amount, ${work.now}, ${new Date(work.now.getTime() + lookAfterMs)}::timestamptz from part
    ), shared as (
      update payments.shares s set returned = s.returned + part.amount
        from part where s.purchase = ${one.purchase} and s.payment = part.payment and s.order_id = ${one.order}::uuid
    )
    update payments.payments p
       set given_back = p.given_back + part.amount,
           suspended = case when ${one.order}::uuid is null then p.suspended - part.amount else p.suspended end
      from part where p.purchase = ${one.purchase} and p.id = part.payment`);
  for (const part of parts) enqueue(work, toRefund({ purchase: one.purchase, refund: one.refund, part: part.id }));
}
