import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import { deskDoors } from './desk-doors.ts';
import { feesDoor } from './fees-door.ts';
import { methodsForDoor } from './methods.ts';
import { moneyOfForStore } from './money-of.ts';
import { paymentsOfPayer } from './payments-of.ts';
import { ruleDoors } from './rule-doors.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Text = Type.String();

const PaymentShape = Type.Object({
  payment: Uuid,
  method: Text,
  state: Text,
  amount: MoneyShape,
  redirectUrl: Type.Optional(Text),
  boleto: Type.Optional(Type.Object({ barcode: Text, line: Text, dueDate: Text, url: Type.Optional(Text) })),
  pix: Type.Optional(Type.Object({ emv: Text, expiresAt: Text })),
  createdAt: When,
  expiresAt: When,
  paidAt: Type.Optional(When),
  problem: Type.Optional(Text),
});

const OrderMoneyShape = Type.Object({
  order: Uuid,
  purchase: Uuid,
  store: Uuid,
  due: MoneyShape,
  paid: MoneyShape,
  refunded: MoneyShape,
  mid: Text,
  goods: MoneyShape,
  held: MoneyShape,
  toSeller: MoneyShape,
  commission: MoneyShape,
  toLine: MoneyShape,
  returned: MoneyShape,
  paidAt: Maybe(When),
  releasedAt: Maybe(When),
  payments: Type.Array(Type.Object({ payment: Uuid, method: Text, amount: MoneyShape, at: Maybe(When) })),
  refunds: Type.Array(
    Type.Object({
      refund: Uuid,
      amount: MoneyShape,
      why: Text,
      at: When,
      doneAt: Maybe(When),
      states: Type.Array(Text),
    }),
  ),
});

export const doors = [
  door({
    method: 'GET',
    path: '/payment-methods',
    says: 'The ways to pay in a country and its money today; with an amount in minor units, those that take it.',
    may: 'anyone',
    keep: 300,
    query: Type.Object({
      country: Type.String({ pattern: '^[A-Z]{2}$' }),
      currency: Currency,
      minor: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    answer: Type.Object({
      methods: Type.Array(
        Type.Object({
          code: Text,
          window: Type.Integer({ description: 'Minutes to pay, for which the order waits.' }),
          needs: Type.Array(Text),
          refundDays: Type.Integer(),
          installments: Type.Integer(),
        }),
      ),
    }),
    question: methodsForDoor,
  }),
  door({
    method: 'GET',
    path: '/purchases/{purchase}/payments',
    says: 'The payments of a purchase, for whoever opened it: where and how to pay what waits.',
    may: 'anyone',
    answer: Type.Object({ payments: Type.Array(PaymentShape) }),
    question: paymentsOfPayer,
  }),
  door({
    method: 'GET',
    path: '/orders/{order}/money',
    says: "An order's money: paid, held, released, given back. For its store's finance and for staff.",
    may: 'person',
    answer: OrderMoneyShape,
    question: moneyOfForStore,
  }),
  feesDoor,
  ...deskDoors,
  ...ruleDoors,
];
