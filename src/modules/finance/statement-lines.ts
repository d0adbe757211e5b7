/** A store's account as lines with a running balance: its ledger account, read from the newest line down. */
import { transfersOf } from '#modules/ledger';
import type { TransferLine } from '#modules/ledger';
import { commissionIncome, escrow, sellerPayable } from '#modules/payments';
import { orderNumber } from '#modules/trade';
import type { Asking } from '#platform/work';

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
  /** Of a sale: what the buyer's money was, and where the rest of it went. gross = minor + commission + carriage. */
  sale: { gross: bigint; commission: bigint; carriage: bigint } | null;
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

/** The transfers of a store's account in one currency, newest first, in pages of the ledger's own. */
export async function* transfersDown(
  ask: Asking,
  {
    store,
    currency,
    from,
    to,
    before,
    batch = 500,
  }: {
    store: string;
    currency: string;
    from?: Date;
    to?: Date;
    before?: Omit<StatementPlace, 'balance'>;
    batch?: number;
  },
): AsyncGenerator<TransferLine & { signed: bigint }> {
  const account = sellerPayable(store);
  for (let place = before; ;) {
    const page = await transfersOf(ask, {
      account,
      limit: batch,
      ...(from && { from }),
      ...(to && { to }),
      ...(place && { before: place }),
    });
    for (const one of page)
      if (one.currency === currency) yield { ...one, signed: one.credit === account ? one.minor : -one.minor };
    if (page.length < batch) return;
    place = page.at(-1)!;
  }
}

/** What is looked for in a statement: part of an order's number, or the very amount of a line. */
export interface Find {
  number?: string | undefined;
  minor?: bigint | undefined;
}

const bare = (number: string) => number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

function fits({ kind, reference, signed }: TransferLine & { signed: bigint }, { number, minor }: Find): boolean {
  const isOrder = kinds[kind] === 'sale' || kinds[kind] === 'refund';
  const numbered = number !== undefined && isOrder && bare(orderNumber(reference)).includes(bare(number));
  return numbered || (minor !== undefined && (signed === minor || signed === -minor));
}

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
  const taken: { one: TransferLine & { signed: bigint }; balance: bigint }[] = [];
  let next: StatementPlace | null = null;
  let passed: TransferLine | undefined;
  for await (const one of transfersDown(ask, {
    store,
    currency,
    from,
    to,
    batch: find ? 500 : limit + 1,
    ...(before && { before }),
  })) {
    const wanted = !find || fits(one, find);
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
  const sales = await Promise.all(taken.map(({ one }) => (one.kind === 'release' ? saleOf(ask, one) : null)));
  return { next, lines: taken.map(({ one, balance: after }, n) => lineOf(one, after, sales[n]!)) };
}

function lineOf(one: TransferLine & { signed: bigint }, balance: bigint, sale: StatementLine['sale']): StatementLine {
  const kind = kinds[one.kind] ?? 'other';
  const isOrder = kind === 'sale' || kind === 'refund';
  return {
    at: one.at,
    kind,
    reference: one.reference,
    number: isOrder ? orderNumber(one.reference) : null,
    minor: one.signed,
    balance,
    sale,
  };
}

/** How the escrow of an order was divided: the other transfers of the same entry. */
async function saleOf(
  ask: Asking,
  { entry, reference, at, currency }: TransferLine,
): Promise<NonNullable<StatementLine['sale']>> {
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
