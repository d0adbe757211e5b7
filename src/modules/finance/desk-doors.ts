import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { askBankAgain, payoutsForDesk } from './payouts-of.ts';
import { PayoutsQuery, PayoutsShape } from './payout-shapes.ts';
import { bankDay, explainBankLine, reconciliation, settlementsForDesk } from './reconciliation.ts';

const Day = Type.String({ format: 'date' });
const Reason = Type.String({ minLength: 1, maxLength: 500 });
const Minor = Type.Integer({ description: 'Minor units.' });
const DayShape = Type.Object({ day: Day, currency: Type.String(), opening: Minor, closing: Minor });
const LineShape = Type.Object({
  line: Type.String(),
  day: Day,
  at: When,
  currency: Type.String(),
  minor: Minor,
  reference: Type.String(),
  text: Type.String(),
  match: Type.String(),
  ours: Maybe(Type.String()),
  explained: Maybe(Type.String()),
});
const noStaff = { only_staff_for_money_may_look: 403 };

export const deskDoors = [
  door({
    method: 'GET',
    path: '/desk/payouts',
    says: 'All payouts, newest first; or one store’s.',
    may: 'staff',
    query: Type.Object({ ...PayoutsQuery.properties, store: Type.Optional(Uuid) }),
    answer: PayoutsShape,
    refusals: noStaff,
    question: payoutsForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/payouts/{payout}/look',
    says: 'Has the bank asked now what became of a payout.',
    may: 'staff',
    body: Type.Object({ why: Reason }),
    answer: Type.Object({}),
    refusals: { only_staff_for_money_may: 403, payout_not_found: 404, payout_is_settled: 409 },
    deed: askBankAgain,
  }),
  door({
    method: 'GET',
    path: '/desk/reconciliation',
    says: 'Bank, provider and books side by side: what does not agree.',
    may: 'staff',
    answer: Type.Object({
      days: Type.Array(DayShape),
      books: Type.Array(Type.Object({ currency: Type.String(), minor: Minor })),
      open: Type.Array(LineShape),
      missing: Type.Array(
        Type.Object({ kind: Type.String(), ours: Type.String(), currency: Type.String(), minor: Minor, since: When }),
      ),
      unbooked: Type.Array(
        Type.Object({ settlement: Type.String(), provider: Type.String(), day: Day, problem: Maybe(Type.String()) }),
      ),
    }),
    refusals: noStaff,
    question: reconciliation,
  }),
  door({
    method: 'GET',
    path: '/desk/bank-statement',
    says: 'A day of the bank’s statement with what each line is in our books.',
    may: 'staff',
    query: Type.Object({ day: Type.Optional(Day) }),
    answer: Type.Object({ days: Type.Array(DayShape), lines: Type.Array(LineShape) }),
    refusals: noStaff,
    question: bankDay,
  }),
  door({
    method: 'POST',
    path: '/desk/bank-lines/{line}/explanation',
    says: 'Says what a line of the bank is that our books do not know.',
    may: 'staff',
    body: Type.Object({ why: Reason }),
    answer: Type.Object({}),
    refusals: {
      only_staff_for_money_may: 403,
      reason_is_missing: 422,
      bank_line_not_found: 404,
      bank_line_is_matched: 409,
    },
    deed: explainBankLine,
  }),
  door({
    method: 'GET',
    path: '/desk/settlements',
    says: 'What providers paid out to us, newest first.',
    may: 'staff',
    query: Type.Object({
      before: Type.Optional(Type.String({ maxLength: 200 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    answer: Type.Object({
      settlements: Type.Array(
        Type.Object({
          settlement: Type.String(),
          provider: Type.String(),
          day: Day,
          currency: Type.String(),
          gross: Minor,
          refunded: Minor,
          fee: Minor,
          net: Minor,
          paid_at: When,
          problem: Maybe(Type.String()),
          booked_at: Maybe(When),
        }),
      ),
      next: Maybe(Type.String()),
    }),
    refusals: noStaff,
    question: settlementsForDesk,
  }),
];
