import { Type } from 'typebox';
import type { Static } from 'typebox';
import { money } from '#kernel/money';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import type { Asking, Work } from '#platform/work';
import { balanceOfStore } from './balance.ts';
import { deskDoors } from './desk-doors.ts';
import { payoutsOf } from './payouts-of.ts';
import { PayoutsQuery, PayoutsShape } from './payout-shapes.ts';
import { requestPayout } from './request-payout.ts';
import { statementDoors } from './statement-doors.ts';
import { setPayoutPlan } from './weekly-payouts.ts';
import { wire } from './wire.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Minor = Type.Integer({ description: 'Minor units.' });

/** Over the wire amounts are numbers; inside they are bigints. */
async function requestPayoutByWire(
  work: Work,
  { store, amount }: { store: string; amount: Static<typeof MoneyShape> },
) {
  return requestPayout(work, { store, amount: money(amount.currency, BigInt(amount.minor)) });
}

async function balanceByWire(ask: Asking, input: { store: string }) {
  return wire(await balanceOfStore(ask, input));
}

export const doors = [
  door({
    method: 'GET',
    path: '/stores/{store}/balance',
    says: 'What a store has with us: held for its orders, its own, on its way to its bank.',
    may: 'person',
    answer: Type.Object({
      balances: Type.Array(
        Type.Object({
          currency: Currency,
          pending: Minor,
          orders: Type.Integer(),
          available: Minor,
          onTheWay: Minor,
          minimum: Maybe(Minor),
        }),
      ),
      account: Maybe(Type.Object({ holder: Type.String(), last4: Type.String(), currency: Currency })),
      plan: Type.Object({ weekly: Type.Boolean(), nextAt: Maybe(When), skipped: Maybe(Type.String()) }),
    }),
    question: balanceByWire,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/payouts',
    says: 'Asks for a payout of what is available, to the store’s bank account.',
    may: 'store',
    body: Type.Object({ amount: MoneyShape }),
    answer: Type.Object({ payout: Uuid }),
    refusals: {
      store_not_found: 404,
      store_is_suspended: 409,
      payout_account_is_missing: 409,
      account_is_in_another_currency: 409,
      payouts_are_not_made_in_this_currency: 422,
      amount_is_below_the_minimum: 422,
      more_than_is_available: 409,
    },
    deed: requestPayoutByWire,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/payouts',
    says: 'The store’s payouts, newest first.',
    may: 'person',
    query: PayoutsQuery,
    answer: PayoutsShape,
    question: payoutsOf,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/payout-plan',
    says: 'Whether what is available is paid out each Monday, or only when the store asks.',
    may: 'store',
    body: Type.Object({ weekly: Type.Boolean() }),
    answer: Type.Object({ weekly: Type.Boolean(), nextAt: Maybe(When) }),
    refusals: { store_not_found: 404 },
    deed: setPayoutPlan,
  }),
  ...statementDoors,
  ...deskDoors,
];
