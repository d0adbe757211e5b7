/** The latest rates, in the memory of each process. All go through the euro: the source quotes nothing else. */
import { checkCurrency } from '#kernel/money';
import { addDays, dayOf } from '#kernel/period';
import { cross, parseDecimal, plainDecimal, roundTo, trimmed, withMargin } from '#kernel/rate';
import type { Decimal } from '#kernel/rate';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Asking } from '#platform/work';
import { marginFor } from './margin.ts';
import type { MarginRule } from './margin.ts';

export interface Rate {
  from: string;
  to: string;
  /** The middle rate: units of `to` for one of `from`. */
  mid: string;
  marginBps: number;
  /** What a buyer gets: mid × (1 + margin). */
  rate: string;
  /** The day of the older of the two quotations it is made from. */
  day: string;
  source: string;
}

export interface Quotation {
  currency: string;
  perEuro: Decimal;
  day: string;
  source: string;
}

export interface Rates {
  readonly loadedAt: Date;
  readonly quotations: ReadonlyMap<string, Quotation>;
  readonly margins: readonly MarginRule[];
  readonly oldestDays: number;
  readonly quoteMinutes: number;
  /** Pairs that were asked for, so that a page of prices makes each once. */
  readonly made: Map<string, Rate | undefined>;
}

const memory = Symbol('exchange.rates');
const freshMs = 60_000;

/** What is known now, at most a minute old. */
export function latestRates(house: House): Promise<Rates> {
  return ratesFor(asking(house, system, house.db));
}

/** The same on the asker's own line: a deed in a transaction never waits for a second connection. */
export async function ratesFor(ask: Asking): Promise<Rates> {
  const known = ask.house.memory.get(memory) as Rates | undefined;
  const age = known ? ask.now.getTime() - known.loadedAt.getTime() : Infinity;
  if (known && age >= 0 && age < freshMs) return known;
  const loaded = await load(ask);
  ask.house.memory.set(memory, loaded);
  return loaded;
}

/** After an import or a change of rules: the next asker reads anew. */
export function forgetRates(house: House): void {
  house.memory.delete(memory);
}

interface QuotationRow {
  currency: string;
  day: string;
  rate: string;
  source: string;
}

async function load(ask: Asking): Promise<Rates> {
  const today = dayOf(ask.now);
  const [rows, margins, settings] = await Promise.all([
    ask.many<QuotationRow>(sql`
      select r.currency, r.day, r.rate, r.source
        from exchange.currencies c
       cross join lateral (select currency, day, rate, source from exchange.rates
                            where currency = c.currency and day <= ${today} order by day desc limit 1) r`),
    ask.many<MarginRule>(sql`
      select from_currency, to_currency, over_minutes, bps
        from exchange.margins where valid_from <= ${today} and (valid_to is null or valid_to > ${today})`),
    ask.one<{ oldest_days: number; quote_minutes: number }>(sql`
      select oldest_days, quote_minutes from exchange.settings where valid_from <= ${today} order by valid_from desc limit 1`),
  ]);
  const quotations = new Map<string, Quotation>(
    rows.map(({ currency, day, rate, source }) => [
      currency,
      { currency, day, source, perEuro: must(parseDecimal(rate)) },
    ]),
  );
  return {
    loadedAt: ask.now,
    quotations,
    margins,
    // Without a rule in force nothing is young enough: an expired rule refuses.
    oldestDays: settings?.oldest_days ?? 0,
    quoteMinutes: settings?.quote_minutes ?? 0,
    made: new Map(),
  };
}

/**
 * The rate between two currencies, with the margin for the time it is to be held (`until`; without one, that of a price on a
 * page). The same currency is 1 without a margin. Undefined when one of them has no quotation, was withdrawn, or no margin
 * rule is in force.
 */
export async function rateBetween(
  ask: Asking,
  { from, to, until }: { from: string; to: string; until?: Date },
): Promise<Rate | undefined> {
  if (from === to) return { from, to, mid: '1', marginBps: 0, rate: '1', day: dayOf(ask.now), source: '' };
  const minutes = until ? Math.max(0, (until.getTime() - ask.now.getTime()) / 60_000) : 0;
  return rateIn(await ratesFor(ask), { from, to, minutes });
}

export function rateIn(
  rates: Rates,
  { from, to, minutes }: { from: string; to: string; minutes: number },
): Rate | undefined {
  const marginBps = marginFor(rates.margins, { from, to, minutes });
  const key = `${from}${to}${marginBps ?? ''}`;
  if (!rates.made.has(key)) rates.made.set(key, makeRate(rates, from, to, marginBps));
  return rates.made.get(key);
}

function makeRate(rates: Rates, from: string, to: string, marginBps: number | undefined): Rate | undefined {
  const [one, other] = [quotationOf(rates, from), quotationOf(rates, to)];
  if (!one || !other || marginBps === undefined) return undefined;
  const mid = trimmed(cross(one.perEuro, other.perEuro));
  if (mid.digits === 0n) return undefined;
  const rate = trimmed(roundTo(withMargin(mid, marginBps), 18));
  const [day, source] = one.day < other.day ? [one.day, one.source] : [other.day, other.source];
  return { from, to, mid: plainDecimal(mid), marginBps, rate: plainDecimal(rate), day, source };
}

function quotationOf(rates: Rates, currency: string): Quotation | undefined {
  if (!checkCurrency(currency).ok) return undefined;
  if (currency !== 'EUR') return rates.quotations.get(currency);
  // The euro is 1 on every day; it must not make a rate look older than its other side.
  return { currency, perEuro: { digits: 1n, scale: 0 }, day: '9999-12-31', source: '' };
}

/** Whether a rate of that day may still be promised. */
export function isTooOld(rates: Rates, day: string, now: Date): boolean {
  return addDays(day, rates.oldestDays) < dayOf(now);
}
