/** What staff do about payments beyond rules and failed refunds. */
import type { Money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { isUuid } from './is-uuid.ts';
import { refundOrder } from './refund-order.ts';
import type { RefundOrderRefusal } from './refund-order.ts';
import { toLook } from './tasks.ts';

export type LookNowRefusal = { no: 'only_staff_for_money_may' } | { no: 'payment_not_known' };

/** Asks the provider of one payment now. Changes nothing by itself, so it needs no reason; that it was asked is noted. */
export async function lookNow(
  work: Work,
  { payment }: { payment: string },
): Promise<Result<undefined, LookNowRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  if (!isUuid(payment)) return refuse({ no: 'payment_not_known' });
  const found = await work.one<{ purchase: string }>(sql`select purchase from payments.payments where id = ${payment}`);
  if (!found) return refuse({ no: 'payment_not_known' });
  enqueue(work, toLook({ purchase: found.purchase, payment }));
  await audit(work, { deed: 'provider_asked', subject: `payment:${payment}`, why: '' });
  return ok();
}

/** Listed in the order in which they are checked. */
export type RefundByDeskRefusal = { no: 'only_staff_for_money_may' } | { no: 'say_why' } | RefundOrderRefusal;

/** Staff give a buyer money back for an order: an amount in minor units of the buyer's currency, or all that is left. */
export async function refundByDesk(
  work: Work,
  { order, currency, minor, why }: { order: string; currency?: string; minor?: number; why: string },
): Promise<Result<{ refund: string }, RefundByDeskRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  if (!isUuid(order)) return refuse({ no: 'nothing_to_refund' });
  const paidIn = await work.one<{ currency: string }>(
    sql`select currency from payments.payees where order_id = ${order}`,
  );
  if (!paidIn || (currency !== undefined && currency !== paidIn.currency)) return refuse({ no: 'nothing_to_refund' });
  const amount: Money | undefined =
    minor === undefined ? undefined : { currency: paidIn.currency, minor: BigInt(minor) };
  const said = await refundOrder(work, { order, why: why.trim(), ...(amount ? { amount } : {}) });
  if (said.ok)
    await audit(work, {
      deed: 'order_refunded',
      subject: `order:${order}`,
      why: why.trim(),
      detail: { refund: said.value.refund, minor },
    });
  return said;
}
