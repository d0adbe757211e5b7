import { newId } from '#kernel/id';
import { checkCurrency } from '#kernel/money';
import { dayOf, isDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { forgetRates } from './rates.ts';

export interface SetMarginInput {
  /** '*' is any currency. */
  from: string;
  to: string;
  overMinutes: number;
  bps: number;
  validFrom: string;
  why: string;
}

/** Listed in the order in which they are checked. */
export type SetMarginRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'pair_is_not_known' }
  | { no: 'margin_is_out_of_bounds'; most: number }
  | { no: 'day_is_wrong' }
  | { no: 'say_why' };

const most = 1000;

/** Staff set a margin from a day on, today at the earliest: quotes that were given keep theirs. */
export async function setMargin(
  work: Work,
  input: SetMarginInput,
): Promise<Result<{ rule: string }, SetMarginRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const { from, to, overMinutes, bps, validFrom, why } = input;
  if ([from, to].some((one) => one !== '*' && !checkCurrency(one).ok)) return refuse({ no: 'pair_is_not_known' });
  if (!Number.isInteger(bps) || bps < 0 || bps > most) return refuse({ no: 'margin_is_out_of_bounds', most });
  if (!isDay(validFrom) || validFrom < dayOf(work.now)) return refuse({ no: 'day_is_wrong' });
  if (why.trim() === '') return refuse({ no: 'say_why' });

  // What was to begin that day or later is replaced; what is in force ends.
  await work.run(sql`
    delete from exchange.margins
     where from_currency = ${from} and to_currency = ${to} and over_minutes = ${overMinutes} and valid_from >= ${validFrom}`);
  await work.run(sql`
    update exchange.margins set valid_to = ${validFrom}
     where from_currency = ${from} and to_currency = ${to} and over_minutes = ${overMinutes}
       and (valid_to is null or valid_to > ${validFrom})`);
  const rule = newId(work.now);
  await work.run(sql`
    insert into exchange.margins (id, from_currency, to_currency, over_minutes, bps, valid_from, source)
    values (${rule}, ${from}, ${to}, ${overMinutes}, ${bps}, ${validFrom}, ${why.trim()})`);
  await audit(work, {
    deed: 'margin_set',
    subject: `margin:${from}-${to}`,
    why: why.trim(),
    detail: { overMinutes, bps, validFrom },
  });
  forgetRates(work.house);
  return ok({ rule });
}
