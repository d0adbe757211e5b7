/** Methods, payments, escrow, commission and refunds: the buyer's money until it is the seller's, or the buyer's again. */
import type { Module } from '#platform/house';
import { webhookRoute, webhooksAgain } from '#platform/webhooks';
import { lookAtProvider, settleByAsking } from './ask-provider.ts';
import { createAtProvider } from './create-at-provider.ts';
import { doors } from './doors.ts';
import { cancelAtProvider } from './give-up-payment.ts';
import { paymentLife, refundPartLife } from './payment.ts';
import { refundAtProvider } from './refund-at-provider.ts';
import { seed } from './seed.ts';
import { harbourWebhooks } from './webhooks.ts';
import { personal } from './personal.ts';

export * from './accounts.ts';
export { askAgain } from './ask-provider.ts';
export { changeMethod } from './change-method.ts';
export { changePayer } from './change-payer.ts';
export { lookNow, refundByDesk } from './desk-deeds.ts';
export { paymentRules, paymentsForDesk, webhooksForDesk } from './desk.ts';
export type { CommissionLineForDesk, DeskPayment, DeskQuery, MethodLine } from './desk.ts';
export { feesOf } from './fees-of.ts';
export type { FeeLine, OrderFees } from './fees-of.ts';
export { expectedRelease } from './expected-release.ts';
export type { ExpectedRelease } from './expected-release.ts';
export { expectedReleases } from './expected-releases.ts';
export { expectPayment } from './expect-payment.ts';
export type { ExpectPaymentInput, ExpectPaymentRefusal } from './expect-payment.ts';
export { orderRefunded, ordersPaid, paymentExpired, paymentFailed, providerSettled, refundOwed } from './facts.ts';
export { giveUpPayment } from './give-up-payment.ts';
export { heldForOrders } from './held-for-orders.ts';
export type { HeldForOrder } from './held-for-orders.ts';
export { giveBackSuspense, refundByHand, tryRefundAgain } from './mend-refund.ts';
export { methodsFor } from './methods.ts';
export type { Method, MethodCode } from './methods.ts';
export { heldForStore, moneyOf, moneyOfForStore } from './money-of.ts';
export type { OrderMoney } from './money-of.ts';
export { openEscrow } from './open-escrow.ts';
export type { Payee } from './open-escrow.ts';
export { paidInFull } from './paid-in-full.ts';
export { paymentLife, refundPartLife } from './payment.ts';
export type { PaymentState, PixCode, RefundPartState, Slip } from './payment.ts';
export { paymentsOf, paymentsOfPayer } from './payments-of.ts';
export type { PaymentView } from './payments-of.ts';
export { standIn } from './providers/index.ts';
export type { NewPayment, Provider, ProviderPayment } from './providers/provider.ts';
export { refundOrder } from './refund-order.ts';
export { releaseEscrow } from './release-escrow.ts';
export { reportPayment } from './report-payment.ts';
export { setCommission } from './set-commission.ts';
export { commissionToday, useOfMethod } from './preview.ts';
export { paymentEvidence } from './evidence.ts';
export type { PaymentEvidence } from './evidence.ts';
export { pricesOf } from './prices-of.ts';
export type { PriceOfOrder } from './prices-of.ts';
export { stuckMoney } from './stuck-money.ts';
export type { Stuck } from './stuck-money.ts';

export const payments: Module = {
  name: 'payments',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  jobs: [createAtProvider, cancelAtProvider, lookAtProvider, refundAtProvider],
  personal,
  periodic: [settleByAsking, ...webhooksAgain(harbourWebhooks)],
  lives: [
    { table: 'payments.payments', life: paymentLife },
    { table: 'payments.refund_parts', life: refundPartLife },
  ],
  routes: (api, house) => webhookRoute(house, api, harbourWebhooks),
  seed,
};
