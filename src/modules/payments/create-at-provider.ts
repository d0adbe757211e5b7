/** The job that makes a payment known to its provider. */
import { system } from '#platform/actor';
import { unseal } from '#platform/crypto';
import { job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';
import type { House } from '#platform/house';
import { failPayment, loseSight } from './lose-sight.ts';
import { providerOf } from './providers/index.ts';
import { ProviderSaysNo } from './providers/provider.ts';
import type { Customer, NewPayment, ProviderPayment } from './providers/provider.ts';
import { reportPayment } from './report-payment.ts';
import { taskNames } from './tasks.ts';
import type { PaymentPlace } from './tasks.ts';

/** After so many tries within seconds the payment is `unknown`, and is settled by asking. */
const tries = 4;

export const createAtProvider = job<PaymentPlace>(taskNames.create, async (house, place, info) => {
  const asked = await question(house, system, paymentToCreate, place);
  if (!asked) return;
  const { provider: code, ...payment } = asked;
  let told: ProviderPayment;
  try {
    told = await providerOf(code).create(house, withCustomer(house, payment));
  } catch (error) {
    if (error instanceof ProviderSaysNo) return await info.perform(failPayment, { ...place, why: error.code });
    if (info.attempt < tries) throw error;
    house.log.warn(
      { payment: place.payment, err: error },
      'a payment could not be made known to its provider; it will be asked',
    );
    return await info.perform(loseSight, place);
  }
  return await info.perform(reportPayment, { provider: code, told });
});

interface Asked extends Omit<NewPayment, 'customer'> {
  provider: string;
  customer: string;
}

function withCustomer(house: House, { customer, ...payment }: Omit<Asked, 'provider'>): NewPayment {
  return { ...payment, customer: JSON.parse(unseal(house, customer)) as Customer };
}

interface Row {
  method: string;
  provider: string;
  currency: string;
  amount: bigint;
  customer: string | null;
  description: string;
  locale: string;
  return_url: string;
  installments: number;
  expires_at: Date;
}

/** What the provider is to be told; nothing when it was told meanwhile, or nobody wants the payment any more. */
async function paymentToCreate(ask: Asking, { purchase, payment }: PaymentPlace): Promise<Asked | undefined> {
  const row = await ask.one<Row>(sql`
    select method, provider, currency, amount, customer, description, locale, return_url, installments, expires_at
      from payments.payments
     where purchase = ${purchase} and id = ${payment} and state in ('created', 'unknown')`);
  if (!row?.customer || row.expires_at <= ask.now) return undefined;
  const { currency, amount, return_url, expires_at, customer, ...same } = row;
  return {
    ...same,
    customer,
    reference: payment,
    amount: { currency, minor: amount },
    returnUrl: return_url,
    expiresAt: expires_at,
  };
}
