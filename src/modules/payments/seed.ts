import type { House } from '#platform/house';
import { json, sql } from '#platform/sql';
import commission from './rules/commission.json' with { type: 'json' };
import methods from './rules/methods.json' with { type: 'json' };

/** The rules the house begins with. Rows that are there, perhaps ended by staff, stay as they are. */
export async function seed(house: House): Promise<void> {
  for (const one of methods) {
    await house.db.query(sql`
      insert into payments.methods (code, valid_from, valid_to, provider, countries, not_countries, currencies, window_minutes, late_days, needs,
                                    limits, installments, refund_days, rank, source)
      values (${one.code}, ${one.validFrom}, ${one.validTo ?? null}, ${one.provider}, ${one.countries}, ${one.notCountries}, ${one.currencies}, ${one.windowMinutes},
              ${one.lateDays}, ${one.needs}, ${json(one.limits)}, ${json(one.installments)}, ${one.refundDays}, ${one.rank}, ${one.source})
          on conflict do nothing`);
  }
  for (const { category, store, bps, validFrom, source } of commission) {
    // The id is made from what the rule is about, so that the same rule is not planted twice.
    await house.db.query(sql`
      insert into payments.commission_rules (id, category, store, bps, valid_from, source)
      values (md5(concat_ws('|', 'commission', coalesce(${category}::text, '*'), coalesce(${store}::text, '*'), ${validFrom}::date))::uuid,
              ${category}, ${store}, ${bps}, ${validFrom}, ${source}) on conflict do nothing`);
  }
}
