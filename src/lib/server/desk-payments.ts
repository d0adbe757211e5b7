/** Payments as the desk's pages show them: amounts as money, states by their types. */
import { money } from '#kernel/money';
import type { DeskPayment, PaymentState } from '#modules/payments';
import { orderNumber } from '#modules/trade';

export function paymentLine(one: DeskPayment) {
  const of = (minor: bigint) => money(one.currency, minor);
  return {
    id: one.id,
    purchase: one.purchase,
    method: one.method,
    provider: one.provider,
    providerId: one.provider_id,
    state: one.state as PaymentState,
    amount: of(one.amount),
    received: of(one.received),
    givenBack: of(one.given_back),
    suspended: of(one.suspended),
    problem: one.problem,
    createdAt: one.created_at,
    expiresAt: one.expires_at,
    paidAt: one.paid_at,
    orders: one.orders.map((id) => ({ id, number: orderNumber(id) })),
  };
}
