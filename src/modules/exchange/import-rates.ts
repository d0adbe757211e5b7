import { dayOf, isDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { isPositive } from './ecb.ts';
import type { DayOfRates } from './ecb.ts';
import { forgetRates } from './rates.ts';

/** Listed in the order in which they are checked. */
export type ImportRatesRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'day_is_wrong'; day: string }
  | { no: 'rate_is_wrong'; day: string; currency: string };

export interface Imported {
  days: number;
  /** Rows that are new, and rows that the source has corrected. */
  rates: number;
}

/** One day's rates. The same day again changes nothing; a correction by the source replaces what it corrects. */
export function importRates(
  work: Work,
  { source, day, rates }: { source: string } & DayOfRates,
): Promise<Result<Imported, ImportRatesRefusal>> {
  return importDays(work, { source, days: [{ day, rates }] });
}

const batch = 5000;

/** Many days at once, as the history files bring them. */
export async function importDays(
  work: Work,
  { source, days }: { source: string; days: readonly DayOfRates[] },
): Promise<Result<Imported, ImportRatesRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const today = dayOf(work.now);
  for (const { day, rates } of days) {
    if (!isDay(day) || day > today) return refuse({ no: 'day_is_wrong', day });
    const wrong = rates.find(
      ({ currency, rate }) => !/^[A-Z]{3}$/.test(currency) || currency === 'EUR' || !isPositive(rate),
    );
    if (wrong) return refuse({ no: 'rate_is_wrong', day, currency: wrong.currency });
  }
  const rows = days.flatMap(({ day, rates }) => rates.map((one) => ({ day, ...one })));
  let written = 0;
  for (let n = 0; n < rows.length; n += batch) written += await write(work, source, rows.slice(n, n + batch));
  if (work.by.kind !== 'system') {
    const why = `Rates of ${days
      .map(({ day }) => day)
      .join(', ')
      .slice(0, 200)} from ${source}`;
    await audit(work, { deed: 'rates_imported', subject: 'exchange:rates', why, detail: { rates: written } });
  }
  forgetRates(work.house);
  return ok({ days: days.length, rates: written });
}

async function write(
  work: Work,
  source: string,
  rows: { day: string; currency: string; rate: string }[],
): Promise<number> {
  const currencies = [...new Set(rows.map((one) => one.currency))].sort();
  await work.run(sql`
    insert into exchange.currencies (currency) select unnest(${currencies}::text[]) on conflict do nothing`);
  return await work.run(sql`
    insert into exchange.rates as r (currency, day, rate, source, at)
    select currency, day, rate, ${source}, ${work.now}
      from unnest(${rows.map((one) => one.currency)}::text[], ${rows.map((one) => one.day)}::date[],
                  ${rows.map((one) => one.rate)}::numeric[]) as n (currency, day, rate)
        on conflict (currency, day) do update set rate = excluded.rate, source = excluded.source, at = excluded.at
     where r.rate <> excluded.rate`);
}
