/** What a person should look at: money that does not move by itself. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { OnlyStaff } from './desk.ts';

/** Why a piece of money does not move by itself any more, or has not for a while. */
export interface Stuck {
  why:
    | 'provider_does_not_answer'
    | 'not_known_to_the_provider'
    | 'amount_differs'
    | 'expired_without_an_answer'
    | 'refund_failed'
    | 'refund_without_an_answer'
    | 'paid_in_part_and_nothing_waits';
  purchase: string;
  payment: string | null;
  refund: string | null;
  part: string | null;
  order: string | null;
  currency: string;
  amount: bigint;
  problem: string | null;
  since: Date;
}

/** What a person should look at, oldest first. */
export async function stuckMoney(ask: Asking): Promise<Result<{ stuck: Stuck[] }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const quiet = new Date(ask.now.getTime() - 10 * 60_000);
  const [payments, parts, payees] = await Promise.all([
    stuckPayments(ask, quiet),
    stuckParts(ask, quiet),
    stuckPayees(ask),
  ]);
  return ok({ stuck: [...payments, ...parts, ...payees].sort((a, b) => a.since.getTime() - b.since.getTime()) });
}

async function stuckPayments(ask: Asking, quiet: Date): Promise<Stuck[]> {
  const rows = await ask.many<{
    id: string;
    purchase: string;
    state: string;
    currency: string;
    amount: bigint;
    suspended: bigint;
    received_currency: string | null;
    problem: string | null;
    since: Date;
  }>(sql`
    select id, purchase, state, currency, amount, suspended, received_currency, problem, coalesce(paid_at, created_at) as since
      from payments.payments
     where (state = 'unknown' and created_at < ${quiet})
        or (state = 'created' and created_at < ${quiet})
        or (state = 'paid' and suspended > 0)
        or (state = 'expired' and look_at is not null and expires_at < ${quiet} and provider_id is null)
     order by created_at limit 200`);
  return rows.map(({ id, purchase, state, currency, amount, suspended, received_currency, problem, since }) => ({
    why: whyOf(state),
    purchase,
    payment: id,
    refund: null,
    part: null,
    order: null,
    currency: suspended > 0n ? (received_currency ?? currency) : currency,
    amount: suspended > 0n ? suspended : amount,
    problem,
    since,
  }));
}

function whyOf(state: string): Stuck['why'] {
  if (state === 'unknown') return 'provider_does_not_answer';
  if (state === 'created') return 'not_known_to_the_provider';
  return state === 'paid' ? 'amount_differs' : 'expired_without_an_answer';
}

async function stuckParts(ask: Asking, quiet: Date): Promise<Stuck[]> {
  const rows = await ask.many<{
    id: string;
    refund: string;
    purchase: string;
    payment: string;
    order_id: string | null;
    state: string;
    currency: string;
    amount: bigint;
    problem: string | null;
    at: Date;
  }>(sql`
    select p.id, p.refund, p.purchase, p.payment, r.order_id, p.state, r.currency, p.amount, p.problem, p.at
      from payments.refund_parts p join payments.refunds r on r.purchase = p.purchase and r.id = p.refund
     where p.state in ('failed', 'unknown') and (p.state = 'failed' or p.at < ${quiet})
     order by p.at limit 200`);
  return rows.map(({ id, refund, purchase, payment, order_id, state, currency, amount, problem, at }) => ({
    why: state === 'failed' ? 'refund_failed' : 'refund_without_an_answer',
    purchase,
    payment,
    refund,
    part: id,
    order: order_id,
    currency,
    amount,
    problem,
    since: at,
  }));
}

/** Part of an order's money came, and no payment that waits will bring the rest: it is given back by hand, or asked for. */
async function stuckPayees(ask: Asking): Promise<Stuck[]> {
  const rows = await ask.many<{
    order_id: string;
    purchase: string;
    currency: string;
    amount: bigint;
    opened_at: Date;
  }>(sql`
    select e.order_id, e.purchase, e.currency, e.paid - e.refunded as amount, e.opened_at
      from payments.payees e
     where e.released_at is null and e.paid > e.refunded and e.paid < e.due
       and not exists (select 1 from payments.payments p
                        where p.purchase = e.purchase and p.state in ('created', 'waiting', 'unknown'))
     order by e.opened_at limit 200`);
  return rows.map(({ order_id, purchase, currency, amount, opened_at }) => ({
    why: 'paid_in_part_and_nothing_waits',
    purchase,
    payment: null,
    refund: null,
    part: null,
    order: order_id,
    currency,
    amount,
    problem: null,
    since: opened_at,
  }));
}
