/**
 * Harbour Pay: cards on its own page with 3-D Secure, boleto, Pix. JSON over HTTP, amounts in minor units, an
 * Idempotency-Key with each change; webhooks as in Standard Webhooks.
 */
import type { Money } from '#kernel/money';
import type { House } from '#platform/house';
import { askPartner, PartnerRefuses } from '#platform/partner';
import type { Ask } from '#platform/partner';
import type { NewPayment, Provider } from './provider.ts';
import { paymentFrom, refundFrom, settlementFrom } from './harbour-shapes.ts';

const call = (house: House, ask: Ask): Promise<unknown> =>
  askPartner(house, { name: 'Harbour Pay', url: house.config.world.provider, patienceMs: 10_000 }, ask);

/** JSON has no bigints; the provider's limit is far below what a number holds exactly. */
const amountFor = ({ currency, minor }: Money) => ({ currency, minor: Number(minor) });

function bodyOf(asked: NewPayment): object {
  const { customer } = asked;
  return {
    reference: asked.reference,
    method: asked.method,
    amount: amountFor(asked.amount),
    description: asked.description.slice(0, 300),
    return_url: asked.returnUrl,
    customer: {
      name: customer.name,
      email: customer.email,
      country: customer.country,
      ...(customer.taxId ? { tax_id: customer.taxId } : {}),
    },
    expires_at: asked.expiresAt.toISOString(),
    locale: asked.locale,
    ...(asked.installments > 1 ? { installments: asked.installments } : {}),
  };
}

const decided = (error: unknown) => error instanceof PartnerRefuses && error.status === 409;

export const harbourPay: Provider = {
  code: 'harbour',

  async create(house, asked) {
    return paymentFrom(
      await call(house, { method: 'POST', path: '/payments', body: bodyOf(asked), key: asked.reference }),
    );
  },

  async find(house, reference) {
    const { payments } = (await call(house, {
      method: 'GET',
      path: `/payments?reference=${encodeURIComponent(reference)}`,
    })) as { payments: unknown[] };
    const told = payments.map(paymentFrom);
    return told.find((one) => one.status === 'paid') ?? told.at(-1);
  },

  async cancel(house, id) {
    const path = `/payments/${encodeURIComponent(id)}`;
    try {
      return paymentFrom(await call(house, { method: 'POST', path: `${path}/cancel`, body: {} }));
    } catch (error) {
      // Paid, failed or expired in the meantime: that is how it stands.
      if (decided(error)) return paymentFrom(await call(house, { method: 'GET', path }));
      throw error;
    }
  },

  async refund(house, { payment, reference, amount }) {
    const body = { payment, reference, amount: amountFor(amount) };
    return refundFrom(await call(house, { method: 'POST', path: '/refunds', body, key: reference }));
  },

  async findRefund(house, reference) {
    const { refunds } = (await call(house, {
      method: 'GET',
      path: `/refunds?reference=${encodeURIComponent(reference)}`,
    })) as { refunds: unknown[] };
    return refunds.map(refundFrom).at(-1);
  },

  read({ type, data }) {
    if (type.startsWith('payment.')) return { payment: paymentFrom(data) };
    if (type.startsWith('refund.')) return { refund: refundFrom(data) };
    if (type === 'settlement.paid') return { settlement: settlementFrom(data) };
    return undefined;
  },
};
