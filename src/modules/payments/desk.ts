/** What the desk asks about payments. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { failedWebhooks, refusedWebhooks } from '#platform/webhooks';
import type { FailedWebhook, RefusedWebhook } from '#platform/webhooks';

export type OnlyStaff = { no: 'only_staff_for_money_may_look' };
const no = () => refuse({ no: 'only_staff_for_money_may_look' });

export interface DeskPayment {
  id: string;
  purchase: string;
  method: string;
  provider: string;
  provider_id: string | null;
  state: string;
  currency: string;
  amount: bigint;
  received: bigint;
  given_back: bigint;
  suspended: bigint;
  problem: string | null;
  created_at: Date;
  expires_at: Date;
  paid_at: Date | null;
  orders: string[];
}

export interface DeskQuery {
  state?: string;
  method?: string;
  /** The id of a payment, a purchase, an order, or the provider's. */
  text?: string;
  /** The last id of the page before. */
  before?: string;
  limit?: number;
}

/** Payments, newest first, in pages. */
export async function paymentsForDesk(
  ask: Asking,
  query: DeskQuery,
): Promise<Result<{ payments: DeskPayment[]; next: string | null }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money') && !isStaff(ask.by, 'orders')) return no();
  const { state = null, method = null, before = null, limit = 50 } = query;
  const text = query.text?.trim() ?? '';
  const id = /^[0-9a-f-]{36}$/i.test(text) ? text.toLowerCase() : null;
  const payments = await ask.many<DeskPayment>(sql`
    select p.id, p.purchase, p.method, p.provider, p.provider_id, p.state, p.currency, p.amount, p.received, p.given_back, p.suspended,
           p.problem, p.created_at, p.expires_at, p.paid_at,
           array(select e.order_id::text from payments.payees e where e.purchase = p.purchase order by e.order_id) as orders
      from payments.payments p
     where (${state}::text is null or p.state = ${state}) and (${method}::text is null or p.method = ${method})
       and (${text}::text = ''
            or p.provider_id = ${text}
            or p.id = ${id}::uuid or p.purchase = ${id}::uuid
            or p.purchase in (select e.purchase from payments.payees e where e.order_id = ${id}::uuid))
       and (${before}::uuid is null or (p.created_at, p.id) < (select b.created_at, b.id from payments.payments b where b.id = ${before}::uuid))
     order by p.created_at desc, p.id desc
     limit ${limit}`);
  return ok({ payments, next: payments.length === limit ? (payments.at(-1)?.id ?? null) : null });
}

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
  if (!isStaff(ask.by, 'money')) return no();
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
    select e.order_id, e.purchase, e.currency, e.paid - e.refunded as amount, u.opened_at
      from payments.payees e join payments.purchases u on u.purchase = e.purchase
     where e.released_at is null and e.paid > e.refunded and e.paid < e.due
       and not exists (select 1 from payments.payments p
                        where p.purchase = e.purchase and p.state in ('created', 'waiting', 'unknown'))
     order by u.opened_at limit 200`);
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

/** Webhooks that could not be processed, and those that were not believed. */
export async function webhooksForDesk(
  ask: Asking,
): Promise<Result<{ failed: FailedWebhook[]; refused: RefusedWebhook[] }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return no();
  const [failed, refused] = await Promise.all([
    failedWebhooks(ask, { source: 'payments' }),
    refusedWebhooks(ask, { source: 'payments' }),
  ]);
  return ok({ failed, refused });
}

export interface MethodLine {
  code: string;
  valid_from: string;
  valid_to: string | null;
  provider: string;
  countries: string[];
  not_countries: string[];
  currencies: string[];
  window_minutes: number;
  late_days: number;
  needs: string[];
  limits: unknown;
  installments: unknown;
  refund_days: number;
  rank: number;
  source: string;
}

export interface CommissionLineForDesk {
  id: string;
  category: string | null;
  store: string | null;
  bps: number;
  valid_from: string;
  valid_to: string | null;
  source: string;
}

/** The dated rules: past, in force and to come. */
export async function paymentRules(
  ask: Asking,
): Promise<Result<{ methods: MethodLine[]; commission: CommissionLineForDesk[] }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money') && !isStaff(ask.by, 'rules')) return no();
  const [methods, commission] = await Promise.all([
    ask.many<MethodLine>(sql`
      select code, valid_from, valid_to, provider, countries, not_countries, currencies, window_minutes, late_days, needs, limits,
             installments, refund_days, rank, source
        from payments.methods order by code, valid_from desc`),
    ask.many<CommissionLineForDesk>(sql`
      select id, category, store, bps, valid_from, valid_to, source
        from payments.commission_rules order by category nulls first, store nulls first, valid_from desc`),
  ]);
  return ok({ methods, commission });
}
