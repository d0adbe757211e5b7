import { Type } from 'typebox';
import type { Static } from 'typebox';
import { money } from '#kernel/money';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import type { Asking, Work } from '#platform/work';
import { balanceOfStore } from './balance.ts';
import { monthsOf } from './close-months.ts';
import { deskDoors } from './desk-doors.ts';
import { payoutsOf } from './payouts-of.ts';
import { PayoutsQuery, PayoutsShape } from './payout-shapes.ts';
import { requestPayout } from './request-payout.ts';
import { statementCsv, statementOf } from './statement.ts';
import type { Statement, StatementRefusal, StatementWanted } from './statement.ts';
import { setPayoutPlan } from './weekly-payouts.ts';
import { wire } from './wire.ts';
import type { Wire } from './wire.ts';

const Day = Type.String({ format: 'date' });
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

async function statementByWire(
  ask: Asking,
  wanted: StatementWanted,
): Promise<Result<Wire<Statement>, StatementRefusal>> {
  const said = await statementOf(ask, wanted);
  return said.ok ? ok(wire(said.value)) : said;
}

const StatementQuery = Type.Object({
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  currency: Type.Optional(Currency),
  before: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  number: Type.Optional(Type.String({ maxLength: 40, description: 'Only lines of orders whose number holds this.' })),
  amount: Type.Optional(Type.Integer({ description: 'Only lines of this amount, in minor units, whatever its sign.' })),
});

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
  door({
    method: 'GET',
    path: '/stores/{store}/months',
    says: 'The months that are over, with what the store had at their beginning and end.',
    may: 'person',
    answer: Type.Object({
      months: Type.Array(
        Type.Object({ month: Day, currency: Currency, opening: Minor, closing: Minor, lines: Type.Integer() }),
      ),
    }),
    question: monthsOf,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/statement',
    says: 'The store’s account between two days, newest line first, with a running balance and how each sale was divided.',
    may: 'person',
    query: StatementQuery,
    answer: Type.Object({
      store: Uuid,
      currency: Currency,
      from: Day,
      to: Day,
      opening: Maybe(Minor),
      closing: Minor,
      lines: Type.Array(
        Type.Object({
          at: When,
          kind: Type.String(),
          reference: Type.String(),
          number: Maybe(Type.String()),
          minor: Minor,
          balance: Minor,
          sale: Maybe(Type.Object({ gross: Minor, commission: Minor, carriage: Minor })),
        }),
      ),
      next: Maybe(Type.String()),
    }),
    refusals: { store_not_found: 404, days_are_not_a_span: 422 },
    question: statementByWire,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/statement.csv',
    says: 'The same as comma-separated values, whole.',
    may: 'person',
    query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day), currency: Type.Optional(Currency) }),
    answer: Type.Object({ name: Type.String(), csv: Type.String() }),
    refusals: { store_not_found: 404, days_are_not_a_span: 422 },
    question: statementCsv,
  }),
  ...deskDoors,
];
