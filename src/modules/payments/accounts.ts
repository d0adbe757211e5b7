/** The books' accounts of payment, escrow and payout. Who books with them builds their names here. */
import { accountKind } from '#modules/ledger';

export { fxClearing, fxGainLoss, fxMarginIncome } from '#modules/exchange';

// Every sale goes through these few, so they are spread widely: two sales at once should not wait for each other.
accountKind({ kind: 'psp_receivable', side: 'debit', guarded: false, stripes: 32 });
accountKind({ kind: 'bank', side: 'debit', guarded: false, stripes: 4 });
accountKind({ kind: 'escrow', side: 'credit', guarded: true, stripes: 1 });
accountKind({ kind: 'seller_payable', side: 'credit', guarded: false, stripes: 1 });
accountKind({ kind: 'shipping_payable', side: 'credit', guarded: false, stripes: 4 });
accountKind({ kind: 'suspense', side: 'credit', guarded: false, stripes: 1 });
accountKind({ kind: 'refund_payable', side: 'credit', guarded: true, stripes: 1 });
accountKind({ kind: 'payout_payable', side: 'credit', guarded: true, stripes: 1 });

/** What a payment provider took for us and has not paid out yet. */
export const pspReceivable = (provider: string) => `psp_receivable/${provider}`;
/** Our own account at the bank. */
export const bank = 'bank';
/** The buyer's money for one order, until the buyer has the goods. Never below zero. */
export const escrow = (order: string) => `escrow/${order}`;
/** What we owe a store; below zero, what it owes us after a refund. */
export const sellerPayable = (store: string) => `seller_payable/${store}`;
/** What we owe a line for carriage. */
export const shippingPayable = (line: string) => `shipping_payable/${line}`;
/** Money that came for nobody: by payment. */
export const suspense = (payment: string) => `suspense/${payment}`;
/** Owed back to a buyer, until the provider has paid it: by refund. */
export const refundPayable = (refund: string) => `refund_payable/${refund}`;
/** On its way to a store's bank: by payout. */
export const payoutPayable = (payout: string) => `payout_payable/${payout}`;
export const commissionIncome = accountKind({
  kind: 'commission_income',
  side: 'credit',
  guarded: false,
  stripes: 8,
}).kind;
/** What providers and banks keep. */
export const feesExpense = accountKind({ kind: 'fees_expense', side: 'debit', guarded: false, stripes: 4 }).kind;
