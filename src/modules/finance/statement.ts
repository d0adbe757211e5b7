import { plain } from '#kernel/money';
import { addDays, dayOf, isDay, startOfDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { balanceOf } from '#modules/ledger';
import { storesOf } from '#modules/parties';
import { sellerPayable } from '#modules/payments';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { maySeeMoney } from './balance.ts';
import { linesDown } from './statement-lines.ts';
import type { StatementLine, StatementPlace } from './statement-lines.ts';
import { transfersDown } from './transfers-down.ts';

export interface StatementWanted {
  store: string;
  /** Days in UTC, both inside. Without them: this month. */
  from?: string;
  to?: string;
  /** The store's own if not said. */
  currency?: string;
  /** Where the page before ended. */
  before?: string;
  limit?: number;
  /** Only lines of orders whose number holds this, or whose amount is this, in minor units: the line's, or the price that the buyer paid. */
  number?: string | undefined;
  amount?: number | undefined;
}

export interface Statement {
  store: string;
  currency: string;
  from: string;
  to: string;
  /** What the store had when the first day began. Only on the last page, where it is reached. */
  opening: bigint | null;
  /** What it had when the last day ended, or has now. */
  closing: bigint;
  /** Newest first. */
  lines: StatementLine[];
  next: string | null;
}

export type StatementRefusal = { no: 'store_not_found' } | { no: 'days_are_not_a_span' };

/** A store's account between two days, with a running balance and how each sale was divided. */
export async function statementOf(ask: Asking, wanted: StatementWanted): Promise<Result<Statement, StatementRefusal>> {
  const { store, limit = 100, number, amount } = wanted;
  const [view] = maySeeMoney(ask, store) ? await storesOf(ask, { stores: [store] }) : [];
  if (!view) return refuse({ no: 'store_not_found' });
  const today = dayOf(ask.now);
  const { from = `${today.slice(0, 7)}-01`, to = today, currency = view.currency } = wanted;
  if (!isDay(from) || !isDay(to) || from > to) return refuse({ no: 'days_are_not_a_span' });

  const span = { from: startOfDay(from), to: startOfDay(addDays(to, 1)) };
  const place = readPlace(wanted.before);
  const closing = await closingAt(ask, store, currency, span.to);
  const minor = amount === undefined ? undefined : BigInt(amount);
  const find = number === undefined && minor === undefined ? undefined : { number, minor };
  const { lines, next } = await linesDown(ask, {
    store,
    currency,
    ...span,
    closing,
    limit,
    find,
    ...(place && { before: place }),
  });
  const last = lines.at(-1);
  const opening = next || find ? null : last ? last.balance - last.minor : (place?.balance ?? closing);
  return ok({ store, currency, from, to, opening, closing, lines, next: next && writePlace(next) });
}

/** All lines of a span, newest first, and what the store had before and after. */
export async function wholeStatement(
  ask: Asking,
  wanted: Omit<StatementWanted, 'before' | 'limit'>,
): Promise<Result<Statement, StatementRefusal>> {
  const lines: StatementLine[] = [];
  for (let before = ''; ;) {
    const page: Result<Statement, StatementRefusal> = await statementOf(ask, {
      ...wanted,
      ...(before && { before }),
      limit: 500,
    });
    if (!page.ok) return page;
    lines.push(...page.value.lines);
    if (page.value.next === null) return ok({ ...page.value, lines });
    before = page.value.next;
  }
}

/** The whole span as comma-separated values, oldest line last; amounts in plain notation. */
export async function statementCsv(
  ask: Asking,
  wanted: Omit<StatementWanted, 'before' | 'limit'>,
): Promise<Result<{ name: string; csv: string }, StatementRefusal>> {
  const whole = await wholeStatement(ask, wanted);
  if (!whole.ok) return whole;
  const { currency, from, to, lines } = whole.value;
  const head = 'date,kind,order,payout,gross,commission,carriage,amount,balance,currency';
  const rows = [head, ...lines.map((line) => csvLine(line, currency))];
  return ok({ name: `statement-${from}-${to}-${currency}.csv`, csv: `${rows.join('\r\n')}\r\n` });
}

function csvLine({ at, kind, reference, number, minor, balance, sale }: StatementLine, currency: string): string {
  const amount = (value: bigint | undefined) => (value === undefined ? '' : plain({ currency, minor: value }));
  const payout = kind === 'payout' || kind === 'payout_back' ? reference : '';
  return [
    at.toISOString(),
    kind,
    number ?? '',
    payout,
    amount(sale?.gross),
    amount(sale?.commission),
    amount(sale?.carriage),
    amount(minor),
    amount(balance),
    currency,
  ].join(',');
}

/** What the store had at a moment: now's balance, or the last closed month before it and what came since. */
async function closingAt(ask: Asking, store: string, currency: string, at: Date): Promise<bigint> {
  if (at > ask.now) return balanceOf(ask, sellerPayable(store), currency);
  const closed = await ask.one<{ month: string; closing: bigint }>(sql`
    select month, closing from finance.statements
     where store = ${store} and currency = ${currency} and month < ${`${dayOf(at).slice(0, 7)}-01`}
     order by month desc limit 1`);
  const since = closed ? startOfDay(nextMonth(closed.month)) : undefined;
  let closing = closed?.closing ?? 0n;
  if (since && since > at) throw new Error('A month is closed that is not over.');
  for await (const one of transfersDown(ask, { store, currency, to: at, ...(since && { from: since }) }))
    closing += one.signed;
  return closing;
}

/** The first day of the month after the one that begins on this day. */
export const nextMonth = (month: string): string => `${addDays(month, 31).slice(0, 7)}-01`;

function writePlace({ at, entry, line, balance }: StatementPlace): string {
  return [at.getTime(), line, balance, entry].join('~');
}

function readPlace(text = ''): StatementPlace | undefined {
  const [, at, line, balance, entry] = /^(\d{1,15})~(\d{1,9})~(-?\d{1,19})~(.{1,200})$/.exec(text) ?? [];
  return at && line && balance && entry
    ? { at: new Date(Number(at)), line: Number(line), balance: BigInt(balance), entry }
    : undefined;
}
