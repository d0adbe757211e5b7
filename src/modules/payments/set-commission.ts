import { newId } from '#kernel/id';
import { dayOf, isDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { forgetRules } from './rules.ts';

export interface SetCommissionInput {
  /** Without a category: all; without a store: all. */
  category?: string;
  store?: string;
  bps: number;
  validFrom: string;
  why: string;
}

/** Listed in the order in which they are checked. */
export type SetCommissionRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'commission_is_out_of_bounds'; most: number }
  | { no: 'day_is_wrong' }
  | { no: 'say_why' };

/** The platform's promise: never more than five per cent. The database holds it too. */
const most = 500;

/** Staff set the commission of a category, a store, or both, from a day on, today at the earliest: sales that were made keep theirs. */
export async function setCommission(
  work: Work,
  input: SetCommissionInput,
): Promise<Result<{ rule: string }, SetCommissionRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const { category = null, store = null, bps, validFrom, why } = input;
  if (!Number.isInteger(bps) || bps < 0 || bps > most) return refuse({ no: 'commission_is_out_of_bounds', most });
  if (!isDay(validFrom) || validFrom < dayOf(work.now)) return refuse({ no: 'day_is_wrong' });
  if (why.trim() === '') return refuse({ no: 'say_why' });

  // What was to begin that day or later is replaced; what is in force ends.
  await work.run(sql`
    delete from payments.commission_rules
     where category is not distinct from ${category} and store is not distinct from ${store}::uuid and valid_from >= ${validFrom}`);
  await work.run(sql`
    update payments.commission_rules set valid_to = ${validFrom}
     where category is not distinct from ${category} and store is not distinct from ${store}::uuid
       and (valid_to is null or valid_to > ${validFrom})`);
  const rule = newId(work.now);
  await work.run(sql`
    insert into payments.commission_rules (id, category, store, bps, valid_from, source)
    values (${rule}, ${category}, ${store}, ${bps}, ${validFrom}, ${why.trim()})`);
  const subject = store ? `store:${store}` : `category:${category ?? '*'}`;
  await audit(work, { deed: 'commission_set', subject, why: why.trim(), detail: { category, store, bps, validFrom } });
  forgetRules(work.house);
  return ok({ rule });
}
