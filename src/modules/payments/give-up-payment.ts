import { enqueue, job } from '#platform/jobs';
import { system } from '#platform/actor';
import { PartnerRefuses } from '#platform/partner';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { providerOf } from './providers/index.ts';
import { reportPayment } from './report-payment.ts';
import { taskNames, toCancel } from './tasks.ts';
import type { PaymentPlace } from './tasks.ts';

/**
 * Nobody waits for a purchase's money any more: what is open is cancelled, or expired where its time is over, and the provider
 * is told. Money that comes all the same is booked as late.
 */
export async function giveUpPayment(work: Work, { purchase }: { purchase: string }): Promise<void> {
  const given = await work.many<{ id: string }>(sql`
    update payments.payments
       set state = case when expires_at <= ${work.now} then 'expired' else 'cancelled' end, customer = null,
           look_at = ${new Date(work.now.getTime() + 10 * 60_000)}
     where purchase = ${purchase} and state in ('created', 'waiting', 'unknown')
    returning id`);
  for (const { id } of given) enqueue(work, toCancel({ purchase, payment: id }));
}

/** Tells the provider. When it has decided otherwise meanwhile, its word counts. */
export const cancelAtProvider = job<PaymentPlace>(taskNames.cancel, async (house, place, info) => {
  const known = await question(house, system, paymentToCancel, place);
  if (!known) return;
  const provider = providerOf(known.provider);
  try {
    // A payment whose creation was never answered may be known there under our name.
    const id = known.provider_id ?? (await provider.find(house, place.payment))?.id;
    if (id === undefined) return;
    const told = await provider.cancel(house, id);
    await info.perform(reportPayment, { provider: known.provider, told });
  } catch (error) {
    if (!(error instanceof PartnerRefuses)) throw error;
    house.log.warn({ payment: place.payment, code: error.code }, 'the provider would not cancel a payment');
  }
});

async function paymentToCancel(
  ask: Asking,
  { purchase, payment }: PaymentPlace,
): Promise<{ provider: string; provider_id: string | null } | undefined> {
  return ask.one<{ provider: string; provider_id: string | null }>(sql`
    select provider, provider_id from payments.payments where purchase = ${purchase} and id = ${payment} and state <> 'paid'`);
}
