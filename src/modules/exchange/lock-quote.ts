import { dayOf } from '#kernel/period';
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { isTooOld, rateIn, ratesFor } from './rates.ts';
import type { Rate } from './rates.ts';

export interface Quote extends Rate {
  id: string;
  lockedAt: Date;
  expiresAt: Date;
}

export type LockQuoteRefusal = { no: 'no_rate_for_this_pair' } | { no: 'rates_are_too_old'; day: string };

/**
 * Promises a rate until a time: half an hour where none is said, a voucher's expiry with the wider margin that its length
 * asks for. The promise is a row with source and day, whatever rates do later. The same currency needs no promise and no row.
 */
export async function lockQuote(
  work: Work,
  { from, to, until }: { from: string; to: string; until?: Date },
): Promise<Result<Quote, LockQuoteRefusal>> {
  const [id, lockedAt] = [newId(work.now), work.now];
  if (from === to) {
    const expiresAt = until ?? new Date(work.now.getTime() + 30 * 60_000);
    return ok({
      id,
      from,
      to,
      mid: '1',
      marginBps: 0,
      rate: '1',
      day: dayOf(work.now),
      source: '',
      lockedAt,
      expiresAt,
    });
  }
  const rates = await ratesFor(work);
  const expiresAt = until ?? new Date(work.now.getTime() + rates.quoteMinutes * 60_000);
  const minutes = Math.max(0, (expiresAt.getTime() - work.now.getTime()) / 60_000);
  const rate = rateIn(rates, { from, to, minutes });
  if (!rate) return refuse({ no: 'no_rate_for_this_pair' });
  if (isTooOld(rates, rate.day, work.now)) return refuse({ no: 'rates_are_too_old', day: rate.day });

  work.send(sql`
    insert into exchange.quotes (id, from_currency, to_currency, mid, margin_bps, rate, day, source, locked_at, expires_at)
    values (${id}, ${from}, ${to}, ${rate.mid}, ${rate.marginBps}, ${rate.rate}, ${rate.day}, ${rate.source}, ${lockedAt}, ${expiresAt})`);
  return ok({ ...rate, id, lockedAt, expiresAt });
}
