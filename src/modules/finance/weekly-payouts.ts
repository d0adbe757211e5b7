import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { balanceOf } from '#modules/ledger';
import { payoutAccountOf } from '#modules/parties';
import { sellerPayable } from '#modules/payments';
import { system, worksFor } from '#platform/actor';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { drawPayout } from './request-payout.ts';

const weekMs = 7 * 86_400_000;

/** A store wants what is available paid out every Monday morning (UTC), or only when it asks. */
export async function setPayoutPlan(
  work: Work,
  { store, weekly }: { store: string; weekly: boolean },
): Promise<Result<{ weekly: boolean; nextAt: Date | null }, { no: 'store_not_found' }>> {
  if (!worksFor(work.by, store, 'finance')) return refuse({ no: 'store_not_found' });
  const nextAt = weekly ? mondayAfter(work.now) : null;
  await work.run(sql`
    insert into finance.payout_plans (store, weekly, next_at, set_by, set_at) values (${store}, ${weekly}, ${nextAt}, ${work.by.id}, ${work.now})
        on conflict (store) do update
       set weekly = excluded.weekly, next_at = excluded.next_at, skipped = null, set_by = excluded.set_by, set_at = excluded.set_at`);
  return ok({ weekly, nextAt });
}

/** Six in the morning of the next Monday, so that banks that work by day book it the same day. */
export function mondayAfter(now: Date): Date {
  const days = (8 - now.getUTCDay()) % 7 || 7;
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 6));
}

interface DuePlan {
  store: string;
  next_at: Date | null;
}

async function duePlans(ask: Asking): Promise<DuePlan[]> {
  return ask.many<DuePlan>(
    sql`select store, next_at from finance.payout_plans where weekly and next_at <= ${ask.now} order by next_at limit 500`,
  );
}

/** Each due store in a transaction of its own: one that fails does not stop the others. */
export const payWeekly = every('finance.pay_weekly', { minutes: 30 }, async (house) => {
  for (const { store, next_at } of await question(house, system, duePlans, undefined)) {
    await perform(house, { key: `weekly:${store}:${next_at!.toISOString()}`, by: system }, payPlan, { store });
  }
});

interface PlanRow {
  weekly: boolean;
  next_at: Date | null;
  set_by: string;
}

/** Pays out all that is available in the account's currency. What stands in the way is noted for the store to read; next week it is tried again. */
async function payPlan(
  work: Work,
  { store }: { store: string },
): Promise<Result<{ payout: string | null }, { no: 'payout_is_not_due' }>> {
  const plan = await work.one<PlanRow>(
    sql`select weekly, next_at, set_by from finance.payout_plans where store = ${store} for update`,
  );
  if (!plan?.weekly || !plan.next_at || plan.next_at > work.now) return refuse({ no: 'payout_is_not_due' });
  const account = await payoutAccountOf(work, { store });
  const currency = account?.currency ?? 'EUR';
  const minor = await balanceOf(work, sellerPayable(store), currency);
  const said =
    minor > 0n || !account
      ? await drawPayout(work, {
          store,
          amount: { currency, minor: minor > 0n ? minor : 0n },
          weekly: true,
          askedBy: plan.set_by,
        })
      : undefined;
  const skipped = said?.ok === false ? said.refusal.no : null;
  // A house that slept for weeks makes up for them with one payout, not with many.
  const next = new Date(Math.max(plan.next_at.getTime() + weekMs, mondayAfter(work.now).getTime()));
  await work.run(sql`update finance.payout_plans set next_at = ${next}, skipped = ${skipped} where store = ${store}`);
  return ok({ payout: said?.ok ? said.value.payout : null });
}
