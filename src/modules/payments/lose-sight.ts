/** What becomes of a payment that the provider will not have, or does not answer about. */
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { paymentFailed } from './facts.ts';
import type { PaymentPlace } from './tasks.ts';

type Done = Result<undefined, never>;

/** The provider understood and will not. */
export async function failPayment(
  work: Work,
  { purchase, payment, why }: PaymentPlace & { why: string },
): Promise<Done> {
  const failed = await work.run(sql`
    update payments.payments set state = 'failed', problem = ${why}, customer = null, look_at = null
     where purchase = ${purchase} and id = ${payment} and state in ('created', 'waiting', 'unknown')`);
  if (failed > 0) announce(work, paymentFailed({ payment, purchase, why }));
  return ok();
}

/** It did not answer: whether the payment is known there, nobody knows. It is asked soon. */
export async function loseSight(work: Work, { purchase, payment }: PaymentPlace): Promise<Done> {
  await work.run(sql`
    update payments.payments set state = 'unknown', look_at = ${new Date(work.now.getTime() + 30_000)}
     where purchase = ${purchase} and id = ${payment} and state = 'created'`);
  return ok();
}
