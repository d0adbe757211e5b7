import { newId } from '#kernel/id';
import { post } from '#modules/ledger';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { refundPayable, suspense } from './accounts.ts';
import { writeRefund } from './write-refund.ts';

/** Gives back what a payment holds in suspense. The caller holds the purchase's lock. Returns the refund, if there was anything. */
export async function giveBackUnwanted(
  work: Work,
  { purchase, payment, why }: { purchase: string; payment: string; why: string },
): Promise<string | undefined> {
  const held = await work.one<{ currency: string | null; suspended: bigint }>(sql`
    select received_currency as currency, suspended from payments.payments where purchase = ${purchase} and id = ${payment}`);
  if (!held?.currency || held.suspended === 0n) return undefined;
  const { currency, suspended: amount } = held;
  const refund = newId(work.now);
  await post(work, {
    entry: `refund:${refund}`,
    kind: 'refund',
    reference: purchase,
    transfers: [{ debit: suspense(payment), credit: refundPayable(refund), amount: { currency, minor: amount } }],
  });
  const nobody = { order: null, sellerCurrency: null, sellerAmount: 0n };
  await writeRefund(work, {
    purchase,
    refund,
    ...nobody,
    currency,
    amount,
    why,
    whole: false,
    by: [{ payment, amount }],
  });
  return refund;
}
