/** What staff do with a refund that the provider could not carry out, and with money that came for nobody. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { post } from '#modules/ledger';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { bank, refundPayable } from './accounts.ts';
import { giveBackUnwanted } from './give-back-unwanted.ts';
import { isUuid } from './is-uuid.ts';
import { lockPayees } from './purchase-money.ts';
import { endPart } from './report-refund.ts';
import { toRefund } from './tasks.ts';

/** Listed in the order in which they are checked. */
export type MendRefundRefusal =
  { no: 'only_staff_for_money_may' } | { no: 'say_why' } | { no: 'no_such_failed_refund' };

interface FailedPart {
  purchase: string;
  refund: string;
  id: string;
  amount: bigint;
  currency: string;
}

async function failedPart(work: Work, part: string): Promise<FailedPart | undefined> {
  return work.one<FailedPart>(sql`
    select p.purchase, p.refund, p.id, p.amount, r.currency
      from payments.refund_parts p join payments.refunds r on r.purchase = p.purchase and r.id = p.refund
     where p.id = ${part} and p.state = 'failed'`);
}

async function mayMend(work: Work, part: string, why: string): Promise<Result<FailedPart, MendRefundRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  const found = isUuid(part) ? await failedPart(work, part) : undefined;
  return found ? ok(found) : refuse({ no: 'no_such_failed_refund' });
}

/** The provider is asked once more, as for a new refund. */
export async function tryRefundAgain(
  work: Work,
  { part, why }: { part: string; why: string },
): Promise<Result<{ attempt: number }, MendRefundRefusal>> {
  const may = await mayMend(work, part, why);
  if (!may.ok) return may;
  const { purchase, refund } = may.value;
  const row = await work.one<{ attempt: number }>(sql`
    update payments.refund_parts
       set state = 'owed', attempt = attempt + 1, problem = null, provider_id = null, looks = 0, look_at = ${new Date(work.now.getTime() + 10 * 60_000)}
     where purchase = ${purchase} and refund = ${refund} and id = ${part} and state = 'failed'
    returning attempt`);
  if (!row) return refuse({ no: 'no_such_failed_refund' });
  enqueue(work, toRefund({ purchase, refund, part }));
  await audit(work, { deed: 'refund_tried_again', subject: `refund:${refund}`, why: why.trim(), detail: { part } });
  return ok({ attempt: row.attempt });
}

/** Staff have paid the buyer from our own bank account instead; the provider keeps owing us what it took. */
export async function refundByHand(
  work: Work,
  { part, why }: { part: string; why: string },
): Promise<Result<undefined, MendRefundRefusal>> {
  const may = await mayMend(work, part, why);
  if (!may.ok) return may;
  const { purchase, refund, amount, currency } = may.value;
  if (!(await endPart(work, { purchase, refund, id: part }, null))) return refuse({ no: 'no_such_failed_refund' });
  await post(work, {
    entry: `refunded:${part}`,
    kind: 'refunded_by_hand',
    reference: refund,
    transfers: [{ debit: refundPayable(refund), credit: bank, amount: { currency, minor: amount } }],
  });
  await audit(work, {
    deed: 'refunded_by_hand',
    subject: `refund:${refund}`,
    why: why.trim(),
    detail: { part, currency, amount },
  });
  return ok();
}

export type GiveBackRefusal = { no: 'only_staff_for_money_may' } | { no: 'say_why' } | { no: 'nothing_in_suspense' };

/** Money that came but not as agreed goes back to who paid it. */
export async function giveBackSuspense(
  work: Work,
  { payment, why }: { payment: string; why: string },
): Promise<Result<{ refund: string }, GiveBackRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  if (!isUuid(payment)) return refuse({ no: 'nothing_in_suspense' });
  const found = await work.one<{ purchase: string }>(sql`select purchase from payments.payments where id = ${payment}`);
  if (!found) return refuse({ no: 'nothing_in_suspense' });
  await lockPayees(work, found.purchase);
  const refund = await giveBackUnwanted(work, { purchase: found.purchase, payment, why: why.trim() });
  if (!refund) return refuse({ no: 'nothing_in_suspense' });
  await audit(work, {
    deed: 'suspense_given_back',
    subject: `payment:${payment}`,
    why: why.trim(),
    detail: { refund },
  });
  return ok({ refund });
}
