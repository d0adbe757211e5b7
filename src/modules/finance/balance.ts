import { isId } from '#kernel/id';
import { balancesOf } from '#modules/ledger';
import { payoutAccountOf, storesOf } from '#modules/parties';
import { heldForStore, sellerPayable } from '#modules/payments';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { minimumPayout } from './minimums.ts';

export interface StoreBalance {
  currency: string;
  /** Paid by buyers, and held until they have the goods. */
  pending: bigint;
  /** Orders whose money is held. */
  orders: number;
  /** The store's own; below zero, what it owes after a refund. */
  available: bigint;
  /** Asked for, and not yet booked by the bank. */
  onTheWay: bigint;
  /** The least that is paid out; null where payouts are not made in the currency. */
  minimum: bigint | null;
}

export interface BalancePage {
  balances: StoreBalance[];
  /** Where payouts go; null before the store has said. */
  account: { holder: string; last4: string; currency: string } | null;
  plan: { weekly: boolean; nextAt: Date | null; skipped: string | null };
}

/** Whether the asker may see a store's money. */
export const maySeeMoney = (ask: Asking, store: string): boolean =>
  isId(store) && (worksFor(ask.by, store, 'finance') || isStaff(ask.by, 'money'));

/** What a store has with us, by currency: its own first. Undefined for who may not see it. */
export async function balanceOfStore(ask: Asking, { store }: { store: string }): Promise<BalancePage | undefined> {
  if (!maySeeMoney(ask, store)) return undefined;
  const [[view], held, owed, moving, account, plan] = await Promise.all([
    storesOf(ask, { stores: [store] }),
    heldForStore(ask, { store }),
    balancesOf(ask, [sellerPayable(store)]),
    ask.many<{ currency: string; minor: bigint | null }>(sql`
      select currency, sum(minor)::bigint as minor from finance.payouts
       where store = ${store} and settled_at is null group by currency`),
    payoutAccountOf(ask, { store }),
    ask.one<{ weekly: boolean; next_at: Date | null; skipped: string | null }>(sql`
      select weekly, next_at, skipped from finance.payout_plans where store = ${store}`),
  ]);
  if (!view) return undefined;
  const currencies = [...new Set([view.currency, ...[...held, ...owed, ...moving].map(({ currency }) => currency)])];
  const of = <Row extends { currency: string }>(rows: readonly Row[], currency: string) =>
    rows.find((row) => row.currency === currency);
  const minimums = await Promise.all(currencies.map((currency) => minimumPayout(ask, currency)));
  return {
    balances: currencies.map((currency, n) => ({
      currency,
      pending: of(held, currency)?.minor ?? 0n,
      orders: of(held, currency)?.orders ?? 0,
      available: of(owed, currency)?.minor ?? 0n,
      onTheWay: of(moving, currency)?.minor ?? 0n,
      minimum: minimums[n]?.minor ?? null,
    })),
    account: account ? { holder: account.holder, last4: account.last4, currency: account.currency } : null,
    plan: { weekly: plan?.weekly ?? false, nextAt: plan?.next_at ?? null, skipped: plan?.skipped ?? null },
  };
}
