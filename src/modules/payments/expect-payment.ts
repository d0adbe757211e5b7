import { newId } from '#kernel/id';
import type { Money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { seal } from '#platform/crypto';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { serves, takes } from './methods.ts';
import { nextLook } from './payment.ts';
import type { Customer } from './providers/provider.ts';
import { rulesNow } from './rules.ts';
import { readTaxId } from './tax-id.ts';
import { toCreate } from './tasks.ts';
import type { Asked } from './tasks.ts';

export interface ExpectPaymentInput {
  purchase: string;
  method: string;
  amount: Money;
  customer: Customer;
  description: string;
  locale: string;
  returnUrl: string;
  expiresAt: Date;
  installments?: number;
}

/** Listed in the order in which they are checked. */
export type ExpectPaymentRefusal =
  | { no: 'method_not_offered' }
  | { no: 'amount_out_of_range' }
  | { no: 'tax_id_is_needed' }
  | { no: 'tax_id_is_wrong' }
  | { no: 'more_than_is_due' };

/**
 * A payment is expected; a job makes it known to the provider, and where the buyer pays is then read by `paymentsOf`.
 * Several may be expected for one purchase, as long as together they do not exceed what it lacks.
 */
export async function expectPayment(
  work: Work,
  input: ExpectPaymentInput,
): Promise<Result<{ payment: string }, ExpectPaymentRefusal>> {
  const { purchase, amount, customer, expiresAt } = input;
  const { methods } = await rulesNow(work);
  const method = methods.find((one) => one.code === input.method && serves(one, customer.country, amount.currency));
  if (!method || expiresAt <= work.now) return refuse({ no: 'method_not_offered' });
  if (!takes(method, amount)) return refuse({ no: 'amount_out_of_range' });
  const taxId = customer.taxId?.trim() ? readTaxId(customer.taxId, customer.country) : '';
  if (taxId === '' && method.needs.includes('tax_id')) return refuse({ no: 'tax_id_is_needed' });
  if (taxId === undefined) return refuse({ no: 'tax_id_is_wrong' });

  const payment = newId(work.now);
  const { name, email, country } = customer;
  const sealed = seal(work.house, JSON.stringify({ name, email, country, ...(taxId ? { taxId } : {}) }));
  const installments = Math.min(Math.max(input.installments ?? 1, 1), method.installments[country] ?? 1);
  const lateUntil = new Date(expiresAt.getTime() + method.late_days * 86_400_000);
  const lookAt = nextLook({ state: 'created', now: work.now, expires_at: expiresAt, late_until: lateUntil, looks: 0 });
  // Sent together with `openEscrow`, it may come before the payees are there: then there is nothing to compare with yet.
  const written = await work.run(sql`
    insert into payments.payments (purchase, id, method, provider, currency, amount, customer, description, locale, return_url,
                                   installments, created_at, expires_at, late_until, look_at)
    select ${purchase}, ${payment}, ${method.code}, ${method.provider}, ${amount.currency}, ${amount.minor}::bigint, ${sealed},
           ${input.description}, ${input.locale}, ${input.returnUrl}, ${installments}, ${work.now}, ${expiresAt}, ${lateUntil}, ${lookAt}::timestamptz
     where ${amount.minor}::bigint <= coalesce((select sum(due - paid) from payments.payees where purchase = ${purchase}), ${amount.minor}::bigint)
                        - coalesce((select sum(amount) from payments.payments
                                     where purchase = ${purchase} and state in ('created', 'waiting', 'unknown')), 0)`);
  if (written === 0) return refuse({ no: 'more_than_is_due' });
  const { description, locale, returnUrl } = input;
  const asked: Asked = {
    provider: method.provider,
    method: method.code,
    currency: amount.currency,
    minor: amount.minor.toString(),
    customer: sealed,
    description,
    locale,
    returnUrl,
    installments,
    expiresAt: expiresAt.toISOString(),
  };
  enqueue(work, toCreate({ purchase, payment }, asked));
  return ok({ payment });
}
