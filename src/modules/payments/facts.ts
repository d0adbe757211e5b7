/** What payments announces. Amounts in facts are plain decimal text with their currency: `{ currency: 'BRL', amount: '12.30' }`. */
import type { MoneyJson } from '#kernel/money';
import { fact } from '#platform/facts';

/**
 * The escrow of each of these orders of a purchase is full: all that is due has come. `late`: with money that nobody expected any
 * more. Free orders have no payment.
 */
export const ordersPaid = fact<{ orders: string[]; purchase: string; payment: string | null; late: boolean }>(
  'payments.orders_paid',
);

/** The payment came to nothing, and the provider or its scheme says why. */
export const paymentFailed = fact<{ payment: string; purchase: string; why: string }>('payments.payment_failed');

/** Nobody paid in time. Money may still come late. */
export const paymentExpired = fact<{ payment: string; purchase: string }>('payments.payment_expired');

/** Money of an order is owed back to the buyer from this moment, and on its way. `whole`: all that the order was paid. */
export const refundOwed = fact<{ order: string; purchase: string; refund: string; whole: boolean; why: string }>(
  'payments.refund_owed',
);

/** The money is back with the buyer. `whole`: all that the order was paid. */
export const orderRefunded = fact<{
  order: string;
  purchase: string;
  refund: string;
  amount: MoneyJson;
  whole: boolean;
}>('payments.order_refunded');

/** The provider has paid out a day: gross − refunded − fee = net, in its own words' amounts. */
export const providerSettled = fact<{
  provider: string;
  settlement: string;
  day: string;
  gross: MoneyJson;
  refunded: MoneyJson;
  fee: MoneyJson;
  net: MoneyJson;
  paidAt: string;
}>('payments.provider_settled');
