import { toJson } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { post } from '#modules/ledger';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { pspReceivable, refundPayable } from './accounts.ts';
import { orderRefunded } from './facts.ts';
import { isUuid } from './is-uuid.ts';
import { refundPartLife } from './payment.ts';
import type { RefundPartState } from './payment.ts';
import { lockPayees } from './purchase-money.ts';
import type { ProviderRefund } from './providers/provider.ts';

interface PartRow {
  purchase: string;
  refund: string;
  id: string;
  state: RefundPartState;
  amount: bigint;
  attempt: number;
  looks: number;
  currency: string;
  provider: string;
}

export type ReportRefundRefusal = { no: 'refund_not_known' };

/** The provider says how a part of a refund stands. Twice, late and out of order change nothing. */
export async function reportRefund(
  work: Work,
  { provider, told }: { provider: string; told: ProviderRefund },
): Promise<Result<{ state: RefundPartState }, ReportRefundRefusal>> {
  const [id, attempt] = told.reference.split(':');
  const part = isUuid(id) ? await partOf(work, id) : undefined;
  if (!part || part.provider !== provider) return refuse({ no: 'refund_not_known' });
  // An older try: what came of it was known before the newer one was begun.
  if (Number(attempt) !== part.attempt) return ok({ state: part.state });

  const agreed = told.amount.currency === part.currency && told.amount.minor === part.amount;
  if (told.status === 'succeeded' && agreed) return ok({ state: await arrived(work, part, told.id) });
  const deed = !agreed || told.status === 'failed' ? 'fail' : 'send';
  const state = refundPartLife.after(part.state, deed) ?? part.state;
  const problem = agreed ? (told.failure ?? (deed === 'fail' ? 'no_reason_given' : null)) : 'amount_differs';
  await work.run(sql`
    update payments.refund_parts
       set state = ${state}, provider_id = ${told.id}, problem = ${problem}, looks = looks + 1,
           look_at = ${state === 'sent' ? lookAgain(work.now, part.looks) : null}
     where purchase = ${part.purchase} and refund = ${part.refund} and id = ${part.id} and state = ${part.state} and state <> 'done'`);
  return ok({ state });
}

/** A refund may take days: asked after ten minutes, then each time twice as long, at most half a day. */
function lookAgain(now: Date, looks: number): Date {
  return new Date(now.getTime() + Math.min(12 * 60, 10 * 2 ** Math.min(looks, 8)) * 60_000);
}

async function partOf(work: Work, id: string): Promise<PartRow | undefined> {
  return work.one<PartRow>(sql`
    select r.purchase, r.refund, r.id, r.state, r.amount, r.attempt, r.looks, coalesce(p.received_currency, p.currency) as currency, p.provider
      from payments.refund_parts r join payments.payments p on p.purchase = r.purchase and p.id = r.payment
     where r.id = ${id}`);
}

/** The money is back: what was owed is paid by the provider, out of what it holds for us. */
async function arrived(work: Work, part: PartRow, providerId: string): Promise<RefundPartState> {
  const ended = await endPart(work, part, providerId);
  if (!ended) return 'done';
  await post(work, {
    entry: `refunded:${part.id}`,
    kind: 'refunded',
    reference: part.refund,
    transfers: [
      {
        debit: refundPayable(part.refund),
        credit: pspReceivable(part.provider),
        amount: { currency: part.currency, minor: part.amount },
      },
    ],
  });
  return 'done';
}

/** Ends a part, and with the last one its refund. False when somebody else did. The caller books where the money came from. */
export async function endPart(
  work: Work,
  { purchase, refund, id }: { purchase: string; refund: string; id: string },
  providerId: string | null,
): Promise<boolean> {
  const [, ended] = await Promise.all([
    lockPayees(work, purchase),
    work.run(sql`
      update payments.refund_parts
         set state = 'done', provider_id = coalesce(${providerId}, provider_id), problem = null, look_at = null, done_at = ${work.now}
       where purchase = ${purchase} and refund = ${refund} and id = ${id} and state <> 'done'`),
  ]);
  if (ended === 0) return false;
  const whole = await work.one<{ order_id: string | null; currency: string; amount: bigint; whole: boolean }>(sql`
    update payments.refunds r set done_at = ${work.now}
     where r.purchase = ${purchase} and r.id = ${refund} and r.done_at is null
       and not exists (select 1 from payments.refund_parts p where p.purchase = r.purchase and p.refund = r.id and p.state <> 'done')
    returning order_id, currency, amount, whole`);
  if (whole?.order_id) {
    const amount = toJson({ currency: whole.currency, minor: whole.amount });
    announce(work, orderRefunded({ order: whole.order_id, purchase, refund, amount, whole: whole.whole }));
  }
  return true;
}
