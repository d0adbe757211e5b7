import { checkCurrency } from '#kernel/money';
import { dayOf, isDay } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { forgetRules } from './rules.ts';

export interface ChangeMethodInput {
  code: string;
  validFrom: string;
  /** The method ends that day; nothing else changes. */
  ends?: boolean;
  countries?: string[];
  notCountries?: string[];
  currencies?: string[];
  windowMinutes?: number;
  lateDays?: number;
  limits?: Record<string, { least?: number; most?: number }>;
  why: string;
}

/** Listed in the order in which they are checked. */
export type ChangeMethodRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'method_not_known' }
  | { no: 'day_is_wrong' }
  | { no: 'country_is_not_known'; country: string }
  | { no: 'currency_is_not_known'; currency: string }
  | { no: 'time_is_out_of_bounds' }
  | { no: 'say_why' };

/**
 * Staff change or end a way to pay from a day on, today at the earliest. What was in force ends that day, and the rest of it
 * goes on as it was; a new way to pay needs a provider that can do it, and comes with a version of the house.
 */
export async function changeMethod(
  work: Work,
  input: ChangeMethodInput,
): Promise<Result<{ method: string }, ChangeMethodRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const { code, validFrom, why } = input;
  const known = await work.one<{ valid_from: string }>(sql`
    select valid_from from payments.methods where code = ${code} order by valid_from desc limit 1 for update`);
  if (!known) return refuse({ no: 'method_not_known' });
  if (!isDay(validFrom) || validFrom < dayOf(work.now) || validFrom < known.valid_from)
    return refuse({ no: 'day_is_wrong' });
  const country = [...(input.countries ?? []), ...(input.notCountries ?? [])].find(
    (one) => one !== '*' && !/^[A-Z]{2}$/.test(one),
  );
  if (country !== undefined) return refuse({ no: 'country_is_not_known', country });
  const currency = input.currencies?.find((one) => !checkCurrency(one).ok);
  if (currency !== undefined) return refuse({ no: 'currency_is_not_known', currency });
  const { windowMinutes = null, lateDays = null } = input;
  const wrong = (n: number | null, least: number, most: number) =>
    n !== null && !(Number.isInteger(n) && n >= least && n <= most);
  if (wrong(windowMinutes, 1, 100_000) || wrong(lateDays, 0, 60)) return refuse({ no: 'time_is_out_of_bounds' });
  if (why.trim() === '') return refuse({ no: 'say_why' });

  if (!input.ends) await succeed(work, input);
  if (known.valid_from === validFrom && input.ends)
    await work.run(sql`delete from payments.methods where code = ${code} and valid_from = ${validFrom}`);
  else
    await work.run(sql`
    update payments.methods set valid_to = ${validFrom}
     where code = ${code} and valid_from = ${known.valid_from} and valid_from < ${validFrom} and (valid_to is null or valid_to > ${validFrom})`);
  const { why: _, ...detail } = input;
  await audit(work, {
    deed: input.ends ? 'method_ended' : 'method_changed',
    subject: `method:${code}`,
    why: why.trim(),
    detail,
  });
  forgetRules(work.house);
  return ok({ method: code });
}

/** The row that takes over: the newest one's words where nothing new is said. */
async function succeed(work: Work, { code, validFrom, why, ...said }: ChangeMethodInput): Promise<void> {
  await work.run(sql`
    insert into payments.methods (code, valid_from, provider, countries, not_countries, currencies, window_minutes, late_days, needs, limits,
                                  installments, refund_days, rank, source)
    select code, ${validFrom}, provider, coalesce(${said.countries ?? null}::text[], countries),
           coalesce(${said.notCountries ?? null}::text[], not_countries), coalesce(${said.currencies ?? null}::text[], currencies),
           coalesce(${said.windowMinutes ?? null}::int, window_minutes), coalesce(${said.lateDays ?? null}::int, late_days), needs,
           coalesce(${said.limits ? json(said.limits) : null}::jsonb, limits), installments, refund_days, rank, ${why.trim()}
      from payments.methods where code = ${code} order by valid_from desc limit 1
        on conflict (code, valid_from) do update
       set countries = excluded.countries, not_countries = excluded.not_countries, currencies = excluded.currencies,
           window_minutes = excluded.window_minutes, late_days = excluded.late_days, limits = excluded.limits, source = excluded.source, valid_to = null`);
}
