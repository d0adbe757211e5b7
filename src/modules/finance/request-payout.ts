import { newId } from '#kernel/id';
import { compare, toJson } from '#kernel/money';
import type { Money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { balanceOf, post } from '#modules/ledger';
import { payoutAccountOf, storesOf } from '#modules/parties';
import type { PayoutAccount } from '#modules/parties';
import { payoutPayable, sellerPayable } from '#modules/payments';
import { worksFor } from '#platform/actor';
import { seal } from '#platform/crypto';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { askBank } from './ask-bank.ts';
import { payoutRequested } from './facts.ts';
import { minimumPayout } from './minimums.ts';

/** Listed in the order in which they are checked. */
export type RequestPayoutRefusal =
  | { no: 'store_not_found' }
  | { no: 'store_is_suspended' }
  | { no: 'payout_account_is_missing' }
  | { no: 'account_is_in_another_currency'; currency: string }
  | { no: 'payouts_are_not_made_in_this_currency'; currency: string }
  | { no: 'amount_is_below_the_minimum'; minimum: Money }
  | { no: 'more_than_is_available'; available: Money };

/** The store's people for money ask for a payout of what is theirs. The amount leaves the balance at once. */
export async function requestPayout(
  work: Work,
  { store, amount }: { store: string; amount: Money },
): Promise<Result<{ payout: string }, RequestPayoutRefusal>> {
  if (!worksFor(work.by, store, 'finance')) return refuse({ no: 'store_not_found' });
  await lockPlan(work, store);
  return drawPayout(work, { store, amount, weekly: false, askedBy: work.by.id });
}

/** One draws on a store's balance at a time. A store that never said how it wants its payouts has them when it asks. */
async function lockPlan(work: Work, store: string): Promise<void> {
  await work.run(sql`
    insert into finance.payout_plans as p (store, weekly, set_by, set_at) values (${store}, false, ${work.by.id}, ${work.now})
        on conflict (store) do update set weekly = p.weekly`);
}

/**
 * Makes a payout: the amount goes from what we owe the store to what is on its way, and a job asks the bank. The store's
 * plan is locked by the caller, so that what is seen here as available is drawn by nobody else.
 */
export async function drawPayout(
  work: Work,
  { store, amount, weekly, askedBy }: { store: string; amount: Money; weekly: boolean; askedBy: string },
): Promise<Result<{ payout: string }, RequestPayoutRefusal>> {
  const [[view], account, minimum, held] = await Promise.all([
    storesOf(work, { stores: [store] }),
    payoutAccountOf(work, { store }),
    minimumPayout(work, amount.currency),
    balanceOf(work, sellerPayable(store), amount.currency),
  ]);
  if (!view) return refuse({ no: 'store_not_found' });
  if (view.state === 'suspended') return refuse({ no: 'store_is_suspended' });
  if (!account) return refuse({ no: 'payout_account_is_missing' });
  if (account.currency !== amount.currency)
    return refuse({ no: 'account_is_in_another_currency', currency: account.currency });
  if (!minimum) return refuse({ no: 'payouts_are_not_made_in_this_currency', currency: amount.currency });
  if (compare(amount, minimum) < 0) return refuse({ no: 'amount_is_below_the_minimum', minimum });
  const available = { currency: amount.currency, minor: held > 0n ? held : 0n };
  if (compare(amount, available) > 0) return refuse({ no: 'more_than_is_available', available });

  return ok({ payout: await write(work, { store, amount, weekly, askedBy, account }) });
}

async function write(
  work: Work,
  {
    store,
    amount,
    weekly,
    askedBy,
    account,
  }: { store: string; amount: Money; weekly: boolean; askedBy: string; account: PayoutAccount },
): Promise<string> {
  const payout = newId(work.now);
  const sealed = seal(work.house, JSON.stringify({ payout, account: account.account }));
  await Promise.all([
    work.run(sql`
      insert into finance.payouts (payout, store, currency, minor, weekly, asked_by, holder, last4, account, asked_at, look_at)
      values (${payout}, ${store}, ${amount.currency}, ${amount.minor}, ${weekly}, ${askedBy}, ${account.holder}, ${account.last4},
              ${sealed}, ${work.now}, ${new Date(work.now.getTime() + 3_600_000)})`),
    post(work, {
      entry: `payout:${payout}`,
      kind: 'payout',
      reference: payout,
      transfers: [{ debit: sellerPayable(store), credit: payoutPayable(payout), amount }],
    }),
  ]);
  enqueue(work, askBank({ payout }), { subject: payout });
  announce(work, payoutRequested({ payout, store, amount: toJson(amount) }));
  return payout;
}
