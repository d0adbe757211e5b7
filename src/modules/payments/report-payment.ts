import { dayOf } from '#kernel/period';
import type { Day } from '#kernel/period';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { capture } from './capture.ts';
import { paymentExpired, paymentFailed } from './facts.ts';
import { isUuid } from './is-uuid.ts';
import { isOpen, nextLook, paymentLife } from './payment.ts';
import type { PaymentState } from './payment.ts';
import { printed, slipProblem } from './slip.ts';
import type { SlipProblem } from './slip.ts';
import type { ProviderPayment } from './providers/provider.ts';
import { toCancel } from './tasks.ts';

export interface PaymentRow {
  purchase: string;
  id: string;
  method: string;
  provider: string;
  state: PaymentState;
  currency: string;
  amount: bigint;
  expires_at: Date;
  late_until: Date;
  looks: number;
}

/** Listed in the order in which they are checked. */
export type ReportPaymentRefusal = { no: 'payment_not_known' } | { no: 'paid_before_as_another_payment' };

/**
 * The provider says how a payment stands: in answer to us, by webhook, or when asked. Reports may come twice, late and in any
 * order; each is compared with what we know, and what is no step of the payment's life changes nothing. A second payment
 * under the same name is refused, so that a person sees that money came twice.
 */
export async function reportPayment(
  work: Work,
  { provider, told }: { provider: string; told: ProviderPayment },
): Promise<Result<{ state: PaymentState }, ReportPaymentRefusal>> {
  if (!isUuid(told.reference)) return refuse({ no: 'payment_not_known' });
  const row = await work.one<PaymentRow & { provider_id: string | null }>(sql`
    select purchase, id, method, provider, provider_id, state, currency, amount, expires_at, late_until, looks
      from payments.payments where id = ${told.reference}`);
  if (!row || row.provider !== provider) return refuse({ no: 'payment_not_known' });
  const another = row.state === 'paid' && told.status === 'paid' && told.id !== row.provider_id;
  if (another) return refuse({ no: 'paid_before_as_another_payment' });
  if (row.state === 'paid') return ok({ state: 'paid' });
  if (told.status === 'paid') return ok(await capture(work, row, told));
  if (told.status === 'pending') return ok({ state: await stillPending(work, row, told) });
  return ok({ state: await cameToNothing(work, row, told) });
}

/** The buyer can pay now; a payment that is not ours, by its amount or its slip's numbers, is never shown to anybody. */
async function stillPending(work: Work, row: PaymentRow, told: ProviderPayment): Promise<PaymentState> {
  const { purchase, id: payment } = row;
  if (!isOpen(row.state)) {
    // We expect nothing any more, and the provider does not know it yet.
    enqueue(work, toCancel({ purchase, payment }));
    return row.state;
  }
  const problem = problemWith(told, row, dayOf(work.now));
  if (problem) {
    enqueue(work, toCancel({ purchase, payment }));
    return await end(work, row, { ...told, status: 'failed', failure: problem });
  }
  const looks = row.state === 'waiting' ? row.looks + 1 : row.looks;
  await wait(work, row, told, nextLook({ ...row, state: 'waiting', looks, now: work.now }));
  return 'waiting';
}

/** Nobody may pay a wrong sum, or somebody else's bill. */
function problemWith(
  told: ProviderPayment,
  { method, currency, amount }: { method: string; currency: string; amount: bigint },
  today: Day,
): SlipProblem | 'amount_differs' | undefined {
  if (told.amount.currency !== currency || told.amount.minor !== amount) return 'amount_differs';
  return method === 'boleto' ? slipProblem(told.slip, amount, today) : undefined;
}

/** Writes down how the buyer can pay. Without a new time to look the old one stays, and the row changes in place. Returns whether it did. */
async function wait(
  work: Work,
  { purchase, id }: { purchase: string; id: string },
  told: ProviderPayment,
  lookAt?: Date | null,
): Promise<boolean> {
  const slip = told.slip ? json(printed(told.slip, dayOf(work.now))) : null;
  const look = lookAt === undefined ? sql.none : sql.part`, look_at = ${lookAt}, looks = looks + 1`;
  const changed = await work.run(sql`
    update payments.payments
       set state = 'waiting', provider_id = ${told.id}, redirect_url = ${told.redirectUrl ?? null}, slip = ${slip},
           pix = ${told.pix ? json(told.pix) : null}, problem = null ${look}
     where purchase = ${purchase} and id = ${id} and state in ('created', 'waiting', 'unknown')`);
  return changed > 0;
}

export interface CreatedAtProvider {
  purchase: string;
  payment: string;
  provider: string;
  method: string;
  currency: string;
  amount: bigint;
  told: ProviderPayment;
}

/** The provider's first answer, which nearly always is that the buyer can pay now: one statement. Anything else is a report. */
export async function reportCreated(
  work: Work,
  { purchase, payment, provider, told, ...expected }: CreatedAtProvider,
): Promise<Result<{ state: PaymentState }, ReportPaymentRefusal>> {
  const right = told.reference === payment && !problemWith(told, expected, dayOf(work.now));
  const plain = told.status === 'pending' && right;
  if (plain && (await wait(work, { purchase, id: payment }, told))) return ok({ state: 'waiting' });
  return await reportPayment(work, { provider, told });
}

async function cameToNothing(work: Work, row: PaymentRow, told: ProviderPayment): Promise<PaymentState> {
  if (isOpen(row.state)) return await end(work, row, told);
  // Both sides know that it is over; a few looks are left for money that comes late.
  const lookAt = nextLook({ ...row, now: work.now });
  await work.run(sql`
    update payments.payments set provider_id = ${told.id}, look_at = ${lookAt}, looks = looks + 1
     where purchase = ${row.purchase} and id = ${row.id} and state = ${row.state}`);
  return row.state;
}

const ends = { failed: 'fail', expired: 'expire', cancelled: 'cancel' } as const;

async function end(work: Work, row: PaymentRow, told: ProviderPayment): Promise<PaymentState> {
  const { purchase, id: payment } = row;
  const status = told.status as keyof typeof ends;
  const state = paymentLife.after(row.state, ends[status]);
  if (!state) return row.state;
  const why = told.failure ?? (status === 'failed' ? 'no_reason_given' : null);
  const lookAt = nextLook({ ...row, state, now: work.now });
  const changed = await work.run(sql`
    update payments.payments set state = ${state}, provider_id = ${told.id}, problem = ${why}, customer = null, look_at = ${lookAt}
     where purchase = ${purchase} and id = ${payment} and state = ${row.state}`);
  // Somebody else changed it at this moment: their report may know better, and ours comes again.
  if (changed === 0)
    throw Object.assign(new Error(`Payment ${payment} changed while it was reported.`), { code: '40001' });
  if (state === 'expired') announce(work, paymentExpired({ payment, purchase }));
  else announce(work, paymentFailed({ payment, purchase, why: why ?? status }));
  return state;
}
