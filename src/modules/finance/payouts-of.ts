import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { lookAgain } from './ask-bank.ts';
import { maySeeMoney } from './balance.ts';
import { payoutLife } from './payout.ts';
import type { PayoutState } from './payout.ts';

export interface PayoutView {
  payout: string;
  store: string;
  currency: string;
  minor: bigint;
  state: PayoutState;
  weekly: boolean;
  holder: string;
  last4: string;
  /** Why the bank would not, in its words. */
  problem: string | null;
  askedAt: Date;
  settledAt: Date | null;
}

export interface PayoutsWanted {
  state?: string;
  /** Where the page before ended. */
  before?: string;
  limit?: number;
}

export interface PayoutsPage {
  payouts: PayoutView[];
  next: string | null;
}

interface Row {
  payout: string;
  store: string;
  currency: string;
  minor: bigint;
  state: PayoutState;
  weekly: boolean;
  holder: string;
  last4: string;
  problem: string | null;
  asked_at: Date;
  settled_at: Date | null;
}

/** A store's payouts, newest first, in pages. Undefined for who may not see its money. */
export async function payoutsOf(
  ask: Asking,
  { store, ...wanted }: PayoutsWanted & { store: string },
): Promise<PayoutsPage | undefined> {
  if (!maySeeMoney(ask, store)) return undefined;
  return page(ask, store, wanted);
}

/** All payouts, newest first, for the desk; or one store's. */
export async function payoutsForDesk(
  ask: Asking,
  { store, ...wanted }: PayoutsWanted & { store?: string },
): Promise<Result<PayoutsPage, { no: 'only_staff_for_money_may_look' }>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  return ok(await page(ask, isId(store) ? store : null, wanted));
}

async function page(
  ask: Asking,
  store: string | null,
  { state, before, limit = 50 }: PayoutsWanted,
): Promise<PayoutsPage> {
  const [at, payout] = placeIn(before);
  const ofStore = store === null ? sql.none : sql.part`and store = ${store}`;
  const inState = state && payoutLife.has(state) ? sql.part`and state = ${state}` : sql.none;
  const rows = await ask.many<Row>(sql`
    select payout, store, currency, minor, state, weekly, holder, last4, problem, asked_at, settled_at
      from finance.payouts
     where (asked_at, payout) < (${at}, ${payout}) ${ofStore} ${inState}
     order by asked_at desc, payout desc
     limit ${limit + 1}`);
  const last = rows[limit - 1];
  return {
    payouts: rows
      .slice(0, limit)
      .map(({ asked_at, settled_at, ...row }) => ({ ...row, askedAt: asked_at, settledAt: settled_at })),
    next: rows.length > limit && last ? `${last.asked_at.getTime()}~${last.payout}` : null,
  };
}

function placeIn(before = ''): [Date, string] {
  const [, at, payout] = /^(\d{1,15})~([0-9a-f-]{36})$/.exec(before) ?? [];
  return at && payout
    ? [new Date(Number(at)), payout]
    : [new Date('9999-01-01'), 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
}

/** Listed in the order in which they are checked. */
export type AskBankAgainRefusal =
  { no: 'only_staff_for_money_may' } | { no: 'payout_not_found' } | { no: 'payout_is_settled'; state: PayoutState };

/** The desk has the bank asked now what became of a payout. */
export async function askBankAgain(
  work: Work,
  { payout, why }: { payout: string; why: string },
): Promise<Result<undefined, AskBankAgainRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  const found = isId(payout)
    ? await work.one<{ state: PayoutState }>(sql`select state from finance.payouts where payout = ${payout} for update`)
    : undefined;
  if (!found) return refuse({ no: 'payout_not_found' });
  if (payoutLife.final(found.state)) return refuse({ no: 'payout_is_settled', state: found.state });
  await lookAgain(work, payout);
  await audit(work, { deed: 'bank_asked_again', subject: `payout:${payout}`, why });
  return ok();
}
