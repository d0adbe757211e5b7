/** What the desk asks about payments. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { failedWebhooks, refusedWebhooks } from '#platform/kept-webhooks';
import type { FailedWebhook, RefusedWebhook } from '#platform/kept-webhooks';
import { isUuid } from './is-uuid.ts';

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
  const id = isUuid(text.toLowerCase()) ? text.toLowerCase() : null;
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
       and (${before}::uuid is null or p.id < ${before}::uuid)
     order by p.id desc
     limit ${limit}`);
  return ok({ payments, next: payments.length === limit ? (payments.at(-1)?.id ?? null) : null });
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
