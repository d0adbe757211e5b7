import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import rules from './rules/exchange.json' with { type: 'json' };

/** The rules the house begins with. Rows that are there, perhaps ended by staff, stay as they are. */
export async function seed(house: House): Promise<void> {
  for (const { validFrom, oldestDays, quoteMinutes, source } of rules.settings) {
    await house.db.query(sql`
      insert into exchange.settings (valid_from, oldest_days, quote_minutes, source)
      values (${validFrom}, ${oldestDays}, ${quoteMinutes}, ${source}) on conflict do nothing`);
  }
  for (const { from, to, overMinutes, bps, validFrom, source } of rules.margins) {
    // The id is made from what the rule is about, so that the same rule is not planted twice.
    await house.db.query(sql`
      insert into exchange.margins (id, from_currency, to_currency, over_minutes, bps, valid_from, source)
      values (md5(concat_ws('|', 'margin', ${from}::text, ${to}::text, ${overMinutes}::int, ${validFrom}::date))::uuid,
              ${from}, ${to}, ${overMinutes}, ${bps}, ${validFrom}, ${source}) on conflict do nothing`);
  }
}
