/** The job that makes a payment known to its provider. */
import { system } from '#platform/actor';
import { unseal } from '#platform/crypto';
import type { House } from '#platform/house';
import { job } from '#platform/jobs';
import { PartnerRefuses } from '#platform/partner';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';
import { failPayment, loseSight } from './lose-sight.ts';
import { providerOf } from './providers/index.ts';
import type { Customer, NewPayment, ProviderPayment } from './providers/provider.ts';
import { reportCreated } from './report-payment.ts';
import { taskNames } from './tasks.ts';
import type { Asked, PaymentPlace } from './tasks.ts';

/** After so many tries within seconds the payment is `unknown`, and is settled by asking. */
const tries = 4;

export const createAtProvider = job<PaymentPlace & { asked?: Asked }>(
  taskNames.create,
  async (house, { asked: said, ...place }, info) => {
    const asked = (info.attempt === 1 && said) || (await question(house, system, paymentToCreate, place));
    if (!asked) return;
    let told: ProviderPayment;
    try {
      told = await providerOf(asked.provider).create(house, newPayment(house, place, asked));
    } catch (error) {
      if (error instanceof PartnerRefuses) return await info.perform(failPayment, { ...place, why: error.code });
      if (info.attempt < tries) throw error;
      house.log.warn(
        { payment: place.payment, err: error },
        'a payment could not be made known to its provider; it will be asked',
      );
      return await info.perform(loseSight, place);
    }
    const { provider, method, currency, minor } = asked;
    return await info.perform(reportCreated, { ...place, provider, method, currency, amount: BigInt(minor), told });
  },
);

function newPayment(house: House, { payment }: PaymentPlace, asked: Asked): NewPayment {
  const { method, currency, minor, description, locale, returnUrl, installments, expiresAt } = asked;
  return {
    reference: payment,
    method,
    amount: { currency, minor: BigInt(minor) },
    description,
    locale,
    returnUrl,
    installments,
    expiresAt: new Date(expiresAt),
    customer: JSON.parse(unseal(house, asked.customer)) as Customer,
  };
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
  const { amount, return_url, expires_at, customer, ...same } = row;
  return { ...same, customer, minor: amount.toString(), returnUrl: return_url, expiresAt: expires_at.toISOString() };
}
