/** What this department announces. Amounts are plain decimal text with their currency. */
import type { MoneyJson } from '#kernel/money';
import { fact } from '#platform/facts';

export interface PayoutFact {
  payout: string;
  store: string;
  amount: MoneyJson;
}

export const payoutRequested = fact<PayoutFact>('finance.payout_requested');
/** The bank booked it: it is in the store's account, or will be within its bank's own time. */
export const payoutPaid = fact<PayoutFact>('finance.payout_paid');
/** The bank would not; the amount is the store's again. `why` is in the bank's words. */
export const payoutRejected = fact<PayoutFact & { why: string }>('finance.payout_rejected');
