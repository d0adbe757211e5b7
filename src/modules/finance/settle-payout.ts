import { toJson } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { post } from '#modules/ledger';
import { bank, payoutPayable, sellerPayable } from '#modules/payments';
import { isStaff } from '#platform/actor';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { BankTransfer } from './bank-api.ts';
import { payoutPaid, payoutRejected } from './facts.ts';
import { tellStore } from './letters.ts';
import { amountOf, lockPayout, payoutLife } from './payout.ts';
import type { LockedPayout, PayoutState } from './payout.ts';

/** Listed in the order in which they are checked. */
export type SettlePayoutRefusal =
  | { no: 'only_the_bank_may_say' }
  | { no: 'payout_not_found' }
  | { no: 'bank_speaks_of_another_amount'; booked: string }
  | { no: 'bank_contradicts_itself'; state: PayoutState };

/**
 * The bank says what became of a payout: accepted, booked, or rejected. Told again, or late, it changes nothing; told
 * something else than before, it is kept for a person to look at. A rejected amount is the store's again at once.
 */
export async function settlePayout(
  work: Work,
  { payout: id, told }: { payout: string; told: Pick<BankTransfer, 'id' | 'amount' | 'status' | 'reason'> },
): Promise<Result<{ state: PayoutState }, SettlePayoutRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_the_bank_may_say' });
  const payout = await lockPayout(work, id);
  if (!payout) return refuse({ no: 'payout_not_found' });
  const { currency, minor } = told.amount;
  if (currency !== payout.currency || BigInt(minor) !== payout.minor)
    return refuse({ no: 'bank_speaks_of_another_amount', booked: `${minor} ${currency}` });

  const says = { accepted: 'send', booked: 'book', rejected: 'reject' } as const;
  const wanted = { accepted: 'sent', booked: 'paid', rejected: 'rejected' } as const;
  const end = wanted[told.status];
  // Heard before; or the bank's word of the end came before its answer that it had begun.
  if (payout.state === end || (end === 'sent' && payoutLife.final(payout.state))) return ok({ state: payout.state });
  const state = payoutLife.after(payout.state, says[told.status]);
  if (!state) return refuse({ no: 'bank_contradicts_itself', state: payout.state });

  await enter(work, payout, { state, bankId: told.id, why: told.reason?.message ?? null });
  return ok({ state });
}

async function enter(
  work: Work,
  payout: LockedPayout,
  { state, bankId, why }: { state: PayoutState; bankId: string | null; why: string | null },
): Promise<void> {
  const settled = payoutLife.final(state) ? work.now : null;
  // One that the bank has taken is asked about a day later, if no word came.
  const lookAt = settled ? null : new Date(work.now.getTime() + 24 * 3_600_000);
  await work.run(sql`
    update finance.payouts set state = ${state}, bank_id = coalesce(${bankId}, bank_id), problem = ${why}, settled_at = ${settled}, look_at = ${lookAt}
     where payout = ${payout.payout}`);
  if (state === 'paid') await pay(work, payout);
  if (state === 'rejected') await giveBack(work, payout, why ?? '');
}

async function pay(work: Work, { payout, store, ...money }: LockedPayout): Promise<void> {
  const amount = amountOf(money);
  await post(work, {
    entry: `payout_paid:${payout}`,
    kind: 'payout_paid',
    reference: payout,
    transfers: [{ debit: payoutPayable(payout), credit: bank, amount }],
  });
  await tellStore(work, { payout, store, letter: 'store_payout_paid' });
  announce(work, payoutPaid({ payout, store, amount: toJson(amount) }));
}

async function giveBack(work: Work, { payout, store, ...money }: LockedPayout, why: string): Promise<void> {
  const amount = amountOf(money);
  await post(work, {
    entry: `payout_back:${payout}`,
    kind: 'payout_back',
    reference: payout,
    transfers: [{ debit: payoutPayable(payout), credit: sellerPayable(store), amount }],
  });
  await tellStore(work, { payout, store, letter: 'store_payout_back' });
  announce(work, payoutRejected({ payout, store, amount: toJson(amount), why }));
}

/** The bank answered our asking, and its answer is no: the same end as a transfer that it rejects later. */
export async function rejectPayout(
  work: Work,
  { payout: id, why }: { payout: string; why: string },
): Promise<Result<{ state: PayoutState }, SettlePayoutRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_the_bank_may_say' });
  const payout = await lockPayout(work, id);
  if (!payout) return refuse({ no: 'payout_not_found' });
  if (payoutLife.final(payout.state)) return ok({ state: payout.state });
  await enter(work, payout, { state: 'rejected', bankId: null, why });
  return ok({ state: 'rejected' });
}
