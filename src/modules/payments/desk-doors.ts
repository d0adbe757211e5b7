/** The desk's doors: payments, what is stuck, and what staff do about it. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { tryWebhookAgain } from '#platform/webhooks';
import { lookNow, refundByDesk } from './desk-deeds.ts';
import { paymentsForDesk, webhooksForDesk } from './desk.ts';
import { giveBackSuspense, refundByHand, tryRefundAgain } from './mend-refund.ts';
import { stuckMoney } from './stuck-money.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Text = Type.String();
const Minor = Type.Integer({ description: 'Minor units.' });
const Why = Type.String({ minLength: 1, maxLength: 500 });
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 200 }));
const looks = { only_staff_for_money_may_look: 403 } as const;
const mends = { only_staff_for_money_may: 403, say_why: 422 } as const;

const DeskPaymentShape = Type.Object({
  id: Uuid,
  purchase: Uuid,
  method: Text,
  provider: Text,
  provider_id: Maybe(Text),
  state: Text,
  currency: Currency,
  amount: Minor,
  received: Minor,
  given_back: Minor,
  suspended: Minor,
  problem: Maybe(Text),
  created_at: When,
  expires_at: When,
  paid_at: Maybe(When),
  orders: Type.Array(Uuid),
});

export const deskDoors = [
  door({
    method: 'GET',
    path: '/desk/payments',
    says: 'Payments, newest first; `text` is the id of a payment, purchase or order, or the provider’s.',
    may: 'staff',
    query: Type.Object({
      state: Type.Optional(Text),
      method: Type.Optional(Text),
      text: Type.Optional(Type.String({ maxLength: 100 })),
      before: Type.Optional(Uuid),
      limit: Limit,
    }),
    answer: Type.Object({ payments: Type.Array(DeskPaymentShape), next: Maybe(Uuid) }),
    refusals: looks,
    question: paymentsForDesk,
  }),
  door({
    method: 'GET',
    path: '/desk/payments/stuck',
    says: 'Money that does not move by itself any more, and why.',
    may: 'staff',
    answer: Type.Object({
      stuck: Type.Array(
        Type.Object({
          why: Text,
          purchase: Uuid,
          payment: Maybe(Uuid),
          refund: Maybe(Uuid),
          part: Maybe(Uuid),
          order: Maybe(Uuid),
          currency: Currency,
          amount: Minor,
          problem: Maybe(Text),
          since: When,
        }),
      ),
    }),
    refusals: looks,
    question: stuckMoney,
  }),
  door({
    method: 'GET',
    path: '/desk/payments/webhooks',
    says: 'Webhooks of the payment provider that could not be processed, and those that were not believed.',
    may: 'staff',
    answer: Type.Object({
      failed: Type.Array(
        Type.Object({
          id: Text,
          type: Text,
          at: When,
          attempts: Type.Integer(),
          error: Maybe(Text),
          due_at: Maybe(When),
        }),
      ),
      refused: Type.Array(Type.Object({ id: Text, at: When, why: Text, sent_id: Text })),
    }),
    refusals: looks,
    question: webhooksForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/webhooks/{source}/{id}/attempts',
    says: 'Staff send a kept webhook round again.',
    may: 'staff',
    body: Type.Object({ why: Why }),
    answer: Type.Object({}),
    refusals: { only_staff_may: 403, webhook_not_found: 404 },
    deed: tryWebhookAgain,
  }),
  door({
    method: 'POST',
    path: '/desk/payments/{payment}/looks',
    says: 'Staff have the provider asked of a payment now.',
    may: 'staff',
    answer: Type.Object({}),
    refusals: { only_staff_for_money_may: 403, payment_not_known: 404 },
    deed: lookNow,
  }),
  door({
    method: 'POST',
    path: '/desk/payments/{payment}/return',
    says: 'Staff give back money that came but not as agreed.',
    may: 'staff',
    body: Type.Object({ why: Why }),
    answer: Type.Object({ refund: Uuid }),
    refusals: { ...mends, nothing_in_suspense: 409 },
    deed: giveBackSuspense,
  }),
  door({
    method: 'POST',
    path: '/desk/orders/{order}/refunds',
    says: 'Staff give a buyer money back for an order: an amount in minor units of what was paid in, or all that is left.',
    may: 'staff',
    body: Type.Object({
      currency: Type.Optional(Currency),
      minor: Type.Optional(Type.Integer({ minimum: 1 })),
      why: Why,
    }),
    answer: Type.Object({ refund: Uuid }),
    refusals: { ...mends, nothing_to_refund: 409, more_than_was_paid: 422 },
    deed: refundByDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/refund-parts/{part}/attempts',
    says: 'Staff have the provider asked once more for a refund that failed.',
    may: 'staff',
    body: Type.Object({ why: Why }),
    answer: Type.Object({ attempt: Type.Integer() }),
    refusals: { ...mends, no_such_failed_refund: 404 },
    deed: tryRefundAgain,
  }),
  door({
    method: 'POST',
    path: '/desk/refund-parts/{part}/hand-payment',
    says: 'Staff have paid a failed refund from our own bank account.',
    may: 'staff',
    body: Type.Object({ why: Why }),
    answer: Type.Object({}),
    refusals: { ...mends, no_such_failed_refund: 404 },
    deed: refundByHand,
  }),
];
