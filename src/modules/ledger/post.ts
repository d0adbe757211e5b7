import type { Money } from '#kernel/money';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { kindOf, stripeOf } from './account.ts';

export interface Transfer {
  /** The account that gives. */
  readonly debit: string;
  /** The account that receives. */
  readonly credit: string;
  readonly amount: Money;
}

export interface Entry {
  /** The event's own stable name, as `capture:<payment>`. Posting it twice is an error of the database. */
  readonly entry: string;
  readonly kind: string;
  /** What a clerk would look it up by: an order, a payout. */
  readonly reference: string;
  readonly transfers: readonly Transfer[];
}

interface Change {
  account: string;
  currency: string;
  stripe: number;
  kind: string;
  guarded: boolean;
  minor: bigint;
}

/**
 * Writes an entry and moves the balances, in one statement. Zero amounts are left out; negative ones are a bug, for a
 * movement back is a transfer the other way. The deed fails when a guarded account would be overdrawn or the entry is there;
 * `mend` may say that otherwise.
 *
 * Accounts are locked in the order of their names; the few cases in which PostgreSQL takes another order end as a
 * deadlock that `perform` tries again.
 */
export async function post(
  work: Work,
  { entry, kind, reference, transfers }: Entry,
  mend?: (error: unknown) => never,
): Promise<void> {
  const moved = transfers.filter((one) => one.amount.minor !== 0n);
  if (moved.length === 0) return;
  if (moved.some((one) => one.amount.minor < 0n)) throw new Error(`A transfer is never negative: ${entry}`);
  const changes = changesOf(entry, moved);
  const drawn = changes.filter((one) => one.guarded && one.minor < 0n);
  const others = changes.filter((one) => !(one.guarded && one.minor < 0n));

  // A guarded account that gives must be there, so it is updated, never inserted: the check sees the balance, not the change.
  if (drawn.length > 0) {
    const found = await work.run(sql`
      update ledger.accounts a
         set minor = a.minor + d.minor
        from unnest(${drawn.map((one) => one.account)}::text[], ${drawn.map((one) => one.currency)}::text[],
                    ${drawn.map((one) => one.stripe)}::int[], ${drawn.map((one) => one.minor)}::bigint[]) as d (account, currency, stripe, minor)
       where a.account = d.account and a.currency = d.currency and a.stripe = d.stripe`);
    if (found !== drawn.length)
      throw new Error(`${entry} draws on an account that holds nothing: ${drawn.map((one) => one.account).join(', ')}`);
  }
  const statement = sql`
    with written as (
      insert into ledger.transfers (entry, line, kind, reference, at, debit, credit, currency, minor)
      select ${entry}, line, ${kind}, ${reference}, ${work.now}, debit, credit, currency, minor
        from unnest(${moved.map((_, n) => n + 1)}::int[], ${moved.map((one) => one.debit)}::text[], ${moved.map((one) => one.credit)}::text[],
                    ${moved.map((one) => one.amount.currency)}::text[], ${moved.map((one) => one.amount.minor)}::bigint[])
          as t (line, debit, credit, currency, minor)
    )
    insert into ledger.accounts as a (account, currency, stripe, kind, guarded, minor)
    select account, currency, stripe, kind, guarded, minor
      from unnest(${others.map((one) => one.account)}::text[], ${others.map((one) => one.currency)}::text[], ${others.map((one) => one.stripe)}::int[],
                  ${others.map((one) => one.kind)}::text[], ${others.map((one) => one.guarded)}::boolean[], ${others.map((one) => one.minor)}::bigint[])
        as c (account, currency, stripe, kind, guarded, minor)
        on conflict (account, currency, stripe) do update set minor = a.minor + excluded.minor`;
  work.send(statement, mend);
}

/** What each account gains or loses by the entry, sorted by name: the order in which rows are locked. */
function changesOf(entry: string, transfers: readonly Transfer[]): Change[] {
  const changes = new Map<string, Change>();
  const move = (account: string, { currency }: Money, minor: bigint) => {
    const kind = kindOf(account);
    const stripe = stripeOf(kind, entry);
    const key = `${account} ${currency} ${stripe}`;
    const before = changes.get(key);
    if (before) before.minor += minor;
    else changes.set(key, { account, currency, stripe, kind: kind.kind, guarded: kind.guarded, minor });
  };
  for (const { debit, credit, amount } of transfers) {
    move(debit, amount, -amount.minor);
    move(credit, amount, amount.minor);
  }
  return [...changes.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
