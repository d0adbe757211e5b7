/** A payout: a store's money on its way from our account to its own. */
import { life } from '#kernel/life';
import type { States } from '#kernel/life';
import type { Money } from '#kernel/money';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

/**
 * `unknown`: the bank was asked and did not answer, so the money may be on its way. The bank's word of the end may come
 * before its answer to our asking, so each open state can end.
 */
export const payoutLife = life({
  requested: { send: 'sent', lose_sight: 'unknown', book: 'paid', reject: 'rejected' },
  unknown: { send: 'sent', book: 'paid', reject: 'rejected' },
  sent: { book: 'paid', reject: 'rejected' },
  paid: {},
  rejected: {},
});
export type PayoutState = States<typeof payoutLife>;

export interface LockedPayout {
  payout: string;
  store: string;
  currency: string;
  minor: bigint;
  state: PayoutState;
  bank_id: string | null;
  asked_by: string;
}

/** Locks a payout. The store's plan, where it is locked too, comes before. */
export async function lockPayout(work: Work, payout: string): Promise<LockedPayout | undefined> {
  return work.one<LockedPayout>(sql`
    select payout, store, currency, minor, state, bank_id, asked_by from finance.payouts where payout = ${payout} for update`);
}

export const amountOf = ({ currency, minor }: { currency: string; minor: bigint }): Money => ({ currency, minor });
