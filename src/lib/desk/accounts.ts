/** Kinds of accounts and of transfers in words; what came with a later version is called by its name. */
import { t } from '#lib/words/words.ts';
import type { Say } from '#lib/words/words.ts';

const kinds = [
  'psp_receivable',
  'bank',
  'escrow',
  'seller_payable',
  'commission_income',
  'shipping_payable',
  'fees_expense',
  'fx_clearing',
  'fx_margin_income',
  'fx_gain_loss',
  'suspense',
  'refund_payable',
  'payout_payable',
] as const;

/** On the server a page's words are not at hand: there, whoever asks brings theirs. The page's own are found by this call of `t`. */
export function accountText(kind: string, theirs?: Say): string {
  const known = kinds.find((one) => one === kind);
  if (!known) return kind.replaceAll('_', ' ');
  return theirs ? theirs(`desk.account.${known}`) : t(`desk.account.${known}`);
}

const entries = [
  'capture',
  'release',
  'refund',
  'refunded',
  'refunded_by_hand',
  'settlement',
  'payout',
  'payout_paid',
  'payout_back',
  'revaluation',
] as const;

/** What moved the money. */
export function entryText(kind: string, theirs?: Say): string {
  const known = entries.find((one) => one === kind);
  if (!known) return kind.replaceAll('_', ' ');
  return theirs ? theirs(`desk.entry.${known}`) : t(`desk.entry.${known}`);
}

/** Accounts in their parts: `escrow/<order>` is what of whom. */
export function accountParts(account: string): { kind: string; owner: string } {
  const cut = account.indexOf('/');
  return cut < 0 ? { kind: account, owner: '' } : { kind: account.slice(0, cut), owner: account.slice(cut + 1) };
}

export const accountPath = (account: string): string =>
  `/desk/books/accounts/${account.split('/').map(encodeURIComponent).join('/')}`;
