/** The least that is paid out: dated rows by currency. */
import { readFileSync } from 'node:fs';
import { fromJson } from '#kernel/money';
import type { Money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { must } from '#kernel/result';
import { sql } from '#platform/sql';
import type { House } from '#platform/house';
import type { Asking } from '#platform/work';

/** The minimum of today; none where payouts are not made in the currency. */
export async function minimumPayout(ask: Asking, currency: string): Promise<Money | undefined> {
  const day = dayOf(ask.now);
  const row = await ask.one<{ minor: bigint }>(sql`
    select minor from finance.payout_minimums
     where currency = ${currency} and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})
     order by valid_from desc limit 1`);
  return row && { currency, minor: row.minor };
}

interface MinimumsFile {
  source: string;
  validFrom: string;
  minimums: Record<string, string>;
}

/** The minimums that the house begins with. */
export async function seedMinimums(house: House): Promise<void> {
  const file = JSON.parse(readFileSync(new URL('./rules/minimums.json', import.meta.url), 'utf8')) as MinimumsFile;
  for (const [currency, amount] of Object.entries(file.minimums)) {
    const { minor } = must(fromJson({ currency, amount }));
    await house.db.query(sql`
      insert into finance.payout_minimums (currency, valid_from, minor, source)
      values (${currency}, ${file.validFrom}, ${minor}, ${file.source})
          on conflict (currency, valid_from) do nothing`);
  }
}
