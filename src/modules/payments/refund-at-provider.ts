/** The job that asks the provider to give a part of a refund back. */
import { system } from '#platform/actor';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { job } from '#platform/jobs';
import { PartnerRefuses } from '#platform/partner';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { providerOf } from './providers/index.ts';
import type { ProviderRefund } from './providers/provider.ts';
import { reportRefund } from './report-refund.ts';
import { taskNames } from './tasks.ts';
import type { RefundPlace } from './tasks.ts';

const tries = 4;

export const refundAtProvider = job<RefundPlace>(taskNames.refund, async (house, place, info) => {
  const owed = await question(house, system, partToRefund, place);
  if (!owed) return;
  const reference = refundReference(place.part, owed.attempt);
  let told: ProviderRefund;
  try {
    const amount = { currency: owed.currency, minor: owed.amount };
    told = await providerOf(owed.provider).refund(house, { payment: owed.payment_id, reference, amount });
  } catch (error) {
    if (error instanceof PartnerRefuses) return await info.perform(failPart, { ...place, why: error.code });
    if (info.attempt < tries) throw error;
    house.log.warn(
      { part: place.part, err: error },
      'a refund could not be asked for; the provider will be asked whether it knows it',
    );
    return await info.perform(losePart, place);
  }
  return await info.perform(reportRefund, { provider: owed.provider, told });
});

/** What the provider calls our part: each new try after a failure is a refund of its own there. */
export const refundReference = (part: string, attempt: number) => `${part}:${attempt}`;

interface Owed {
  amount: bigint;
  attempt: number;
  currency: string;
  provider: string;
  payment_id: string;
}

async function partToRefund(ask: Asking, { purchase, refund, part }: RefundPlace): Promise<Owed | undefined> {
  return ask.one<Owed>(sql`
    select r.amount, r.attempt, coalesce(p.received_currency, p.currency) as currency, p.provider, coalesce(p.provider_id, '') as payment_id
      from payments.refund_parts r join payments.payments p on p.purchase = r.purchase and p.id = r.payment
     where r.purchase = ${purchase} and r.refund = ${refund} and r.id = ${part} and r.state in ('owed', 'unknown')`);
}

/** The provider understood and will not: the money stays owed, and the desk sees it. */
async function failPart(
  work: Work,
  { purchase, refund, part, why }: RefundPlace & { why: string },
): Promise<Result<undefined, never>> {
  await work.run(sql`
    update payments.refund_parts set state = 'failed', problem = ${why}, look_at = null
     where purchase = ${purchase} and refund = ${refund} and id = ${part} and state in ('owed', 'sent', 'unknown')`);
  return ok();
}

async function losePart(work: Work, { purchase, refund, part }: RefundPlace): Promise<Result<undefined, never>> {
  await work.run(sql`
    update payments.refund_parts set state = 'unknown', look_at = ${new Date(work.now.getTime() + 30_000)}
     where purchase = ${purchase} and refund = ${refund} and id = ${part} and state = 'owed'`);
  return ok();
}
