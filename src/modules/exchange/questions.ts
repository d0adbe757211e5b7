/** What the desk and the API ask about rates. */
import { addDays, dayOf } from '#kernel/period';
import { refuse, ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface QuotationLine {
  currency: string;
  day: string;
  /** Units for one euro. */
  rate: string;
  source: string;
}

/** Every currency's rate on a day, or on the last day before it that had one within ten days. Without a day: today's. */
export async function ratesOfDay(
  ask: Asking,
  { day }: { day?: string },
): Promise<{ day: string; base: 'EUR'; rates: QuotationLine[] }> {
  const last = day ?? dayOf(ask.now);
  const rates = await ask.many<QuotationLine>(sql`
    select distinct on (currency) currency, day, rate, source
      from exchange.rates
     where day <= ${last} and day > ${addDays(last, -10)}
     order by currency, day desc`);
  return { day: last, base: 'EUR', rates };
}

/** One currency's rates, oldest first: for a picture. At most 400 of them, the newest. */
export async function ratesOfCurrency(
  ask: Asking,
  { currency, from, to }: { currency: string; from?: string; to?: string },
): Promise<{ currency: string; base: 'EUR'; rates: { day: string; rate: string }[] }> {
  const until = to ?? dayOf(ask.now);
  const rates = await ask.many<{ day: string; rate: string }>(sql`
    select day, rate from exchange.rates
     where currency = ${currency.toUpperCase()} and day between ${from ?? addDays(until, -90)} and ${until}
     order by day desc limit 400`);
  return { currency: currency.toUpperCase(), base: 'EUR', rates: rates.reverse() };
}

export interface QuoteLine {
  id: string;
  from_currency: string;
  to_currency: string;
  mid: string;
  margin_bps: number;
  rate: string;
  day: string;
  source: string;
  locked_at: Date;
  expires_at: Date;
}

type OnlyStaff = { no: 'only_staff_for_money_may_look' };

/** The quotes that were given, newest first, in pages: `before` is the last id of the page before. */
export async function quotesGiven(
  ask: Asking,
  { from, to, before, limit = 50 }: { from?: string; to?: string; before?: string; limit?: number },
): Promise<Result<{ quotes: QuoteLine[]; next: string | null }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const quotes = await ask.many<QuoteLine>(sql`
    select id, from_currency, to_currency, mid, margin_bps, rate, day, source, locked_at, expires_at
      from exchange.quotes
     where (${from ?? null}::text is null or from_currency = ${from ?? null})
       and (${to ?? null}::text is null or to_currency = ${to ?? null})
       and (${before ?? null}::uuid is null
            or (locked_at, id) < (select locked_at, id from exchange.quotes where id = ${before ?? null}::uuid))
     order by locked_at desc, id desc
     limit ${limit}`);
  return ok({ quotes, next: quotes.length === limit ? (quotes.at(-1)?.id ?? null) : null });
}

export interface MarginLine {
  id: string;
  from_currency: string;
  to_currency: string;
  over_minutes: number;
  bps: number;
  valid_from: string;
  valid_to: string | null;
  source: string;
}

export interface RevaluationLine {
  day: string;
  rates_of: string;
  positions: unknown;
  gain: bigint;
  at: Date;
}

export interface ExchangeForDesk {
  margins: MarginLine[];
  revaluations: RevaluationLine[];
  oldestDays: number;
  quoteMinutes: number;
}

/** The rules in force and to come, and what rates that moved have cost: the newest sixty days. */
export async function exchangeForDesk(ask: Asking): Promise<Result<ExchangeForDesk, OnlyStaff>> {
  if (!isStaff(ask.by, 'money') && !isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_money_may_look' });
  const [margins, revaluations, settings] = await Promise.all([
    ask.many<MarginLine>(sql`
      select id, from_currency, to_currency, over_minutes, bps, valid_from, valid_to, source
        from exchange.margins order by from_currency, to_currency, over_minutes, valid_from desc`),
    ask.many<RevaluationLine>(sql`
      select day, rates_of, positions, gain, at from exchange.revaluations order by day desc limit 60`),
    ask.one<{ oldest_days: number; quote_minutes: number }>(sql`
      select oldest_days, quote_minutes from exchange.settings
       where valid_from <= ${dayOf(ask.now)} order by valid_from desc limit 1`),
  ]);
  return ok({
    margins,
    revaluations,
    oldestDays: settings?.oldest_days ?? 0,
    quoteMinutes: settings?.quote_minutes ?? 0,
  });
}
