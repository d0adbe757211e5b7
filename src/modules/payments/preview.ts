/** What a change of a rule would do, before it is made. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { commissionOf, rulesNow } from './rules.ts';

type OnlyRules = { no: 'only_staff_for_rules_may' };

/**
 * What the house takes today where a rule for this category and store would hold, in hundredths of a per cent, and how many
 * rules are nearer to some of those sales and go before it.
 */
export async function commissionToday(
  ask: Asking,
  { category = null, store = null }: { category?: string | null; store?: string | null },
): Promise<Result<{ bps: number; nearer: number }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const { commission } = await rulesNow(ask);
  const nearness = (one: { category: string | null; store: string | null }) =>
    (one.store === null ? 0 : 2) + (one.category === null ? 0 : 1);
  const mayMeet = (one: string | null, asked: string | null) => one === null || asked === null || one === asked;
  const nearer = commission.filter(
    (one) =>
      nearness(one) > nearness({ category, store }) && mayMeet(one.category, category) && mayMeet(one.store, store),
  );
  return ok({ bps: commissionOf(commission, { category: category ?? '', store: store ?? '' }), nearer: nearer.length });
}

/** How many payments of a method wait for the buyer now, and how many were begun within thirty days. */
export async function useOfMethod(
  ask: Asking,
  { code }: { code: string },
): Promise<Result<{ waiting: number; lately: number }, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const since = new Date(ask.now.getTime() - 30 * 86_400_000);
  const row = await ask.one<{ waiting: number; lately: number }>(sql`
    select count(*) filter (where state in ('created', 'waiting', 'unknown'))::int as waiting,
           count(*) filter (where created_at > ${since})::int as lately
      from payments.payments where method = ${code}`);
  return ok(row ?? { waiting: 0, lately: 0 });
}
