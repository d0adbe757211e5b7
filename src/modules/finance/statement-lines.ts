/** A store's account as lines with a running balance. */
import type { Money } from '#kernel/money';
import { transfersOf } from '#modules/ledger';
import type { TransferLine } from '#modules/ledger';
import { commissionIncome, escrow } from '#modules/payments';
import { orderNumber } from '#modules/trade';
import type { Asking } from '#platform/work';
import { isOfOrder, pricesOfTransfers, sifted } from './statement-search.ts';
import type { Find } from './statement-search.ts';
import { pagesDown } from './transfers-down.ts';
import type { SignedTransfer } from './transfers-down.ts';

/** `sale` is an order's release from escrow, `refund` what was given back after it. */
export type StatementKind = 'sale' | 'refund' | 'payout' | 'payout_back' | 'other';

export interface StatementLine {
  at: Date;
  kind: StatementKind;
  /** The order or the payout. */
  reference: string;
  /** What people call the order. */
  number: string | null;
  /** What the store gets; below zero, what it gives. */
  minor: bigint;
  /** What it has after this line. */
  balance: bigint;
  /**
   * Of a sale: what the buyer's money was, and where the rest of it went. gross = minor + commission + carriage; `paid` is
   * the whole price as the buyer paid it, in the buyer's money.
   */
  sale: { gross: bigint; commission: bigint; carriage: bigint; paid: Money | null } | null;
}

/** Where a page ended, and what the balance was before its last line. */
export interface StatementPlace {
  at: Date;
  entry: string;
  line: number;
  balance: bigint;
}

const kinds: Readonly<Record<string, StatementKind>> = {
  release: 'sale',
  refund: 'refund',
  payout: 'payout',
  payout_back: 'payout_back',
};

/** Up to `limit` lines below a place, and the next place; null at the end. */
export async function linesDown(
  ask: Asking,
  {
    store,
    currency,
    from,
    to,
    closing,
    before,
    limit,
    find,
  }: {
    store: string;
    currency: string;
    from: Date;
    to: Date;
    closing: bigint;
    before?: StatementPlace;
    limit: number;
    find?: Find | undefined;
  },
): Promise<{ lines: StatementLine[]; next: StatementPlace | null }> {
  let balance = before?.balance ?? closing;
  const taken: { one: SignedTransfer; balance: bigint }[] = [];
  let next: StatementPlace | null = null;
  let passed: TransferLine | undefined;
  const pages = pagesDown(ask, { store, currency, from, to, batch: find ? 500 : limit + 1, ...(before && { before }) });
  for await (const { one, wanted } of sifted(ask, pages, find)) {
    if (wanted && taken.length === limit) {
      const last = passed ?? taken.at(-1)!.one;
      next = { at: last.at, entry: last.entry, line: last.line, balance };
      break;
    }
    // Lines that are not looked for count for the balance all the same.
    if (wanted) taken.push({ one, balance });
    balance -= one.signed;
    passed = one;
  }
  const [sales, prices] = await Promise.all([
    Promise.all(taken.map(({ one }) => (one.kind === 'release' ? saleOf(ask, one) : null))),
    pricesOfTransfers(
      ask,
      taken.map(({ one }) => one),
    ),
  ]);
  const lines = taken.map(({ one, balance: after }, n) => {
    const sale = sales[n];
    return lineOf(one, after, sale ? { ...sale, paid: prices.get(one.reference)?.paid ?? null } : null);
  });
  return { next, lines };
}

function lineOf(one: SignedTransfer, balance: bigint, sale: StatementLine['sale']): StatementLine {
  const kind = kinds[one.kind] ?? 'other';
  return {
    at: one.at,
    kind,
    reference: one.reference,
    number: isOfOrder(one) ? orderNumber(one.reference) : null,
    minor: one.signed,
    balance,
    sale,
  };
}

/** How the escrow of an order was divided: the other transfers of the same entry. */
async function saleOf(
  ask: Asking,
  { entry, reference, at, currency }: TransferLine,
): Promise<Omit<NonNullable<StatementLine['sale']>, 'paid'>> {
  const account = escrow(reference);
  const transfers = await transfersOf(ask, { account, from: at, limit: 20 });
  const parts = transfers.filter((one) => one.entry === entry && one.debit === account && one.currency === currency);
  const sum = (wanted: (credit: string) => boolean) =>
    parts.reduce((total, one) => (wanted(one.credit) ? total + one.minor : total), 0n);
  return {
    gross: sum(() => true),
    commission: sum((credit) => credit === commissionIncome),
    carriage: sum((credit) => credit.startsWith('shipping_payable/')),
  };
}
