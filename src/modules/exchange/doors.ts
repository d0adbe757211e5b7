import { Type } from 'typebox';
import { door } from '#platform/door';
import { importRates } from './import-rates.ts';
import { setMargin } from './set-margin.ts';
import { exchangeForDesk, quotesGiven, ratesOfCurrency, ratesOfDay } from './questions.ts';

const Day = Type.String({ format: 'date' });
const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Exact = Type.String({ description: 'An exact decimal number.' });
const Moment = Type.String({ format: 'date-time' });
const Reason = Type.String({ minLength: 1, maxLength: 500 });

export const doors = [
  door({
    method: 'GET',
    path: '/exchange-rates',
    says: 'What one euro is worth, by currency, on a day (without one: today).',
    may: 'anyone',
    keep: 300,
    query: Type.Object({ day: Type.Optional(Day) }),
    answer: Type.Object({
      day: Day,
      base: Type.String(),
      rates: Type.Array(Type.Object({ currency: Currency, day: Day, rate: Exact, source: Type.String() })),
    }),
    question: ratesOfDay,
  }),
  door({
    method: 'GET',
    path: '/exchange-rates/{currency}',
    says: 'What one euro was worth in a currency, day by day (without days: the last ninety).',
    may: 'anyone',
    keep: 300,
    query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }),
    answer: Type.Object({
      currency: Currency,
      base: Type.String(),
      rates: Type.Array(Type.Object({ day: Day, rate: Exact })),
    }),
    question: ratesOfCurrency,
  }),
  door({
    method: 'POST',
    path: '/exchange-rates',
    says: "Staff bring in a day's rates by hand, when the source cannot be reached.",
    may: 'staff',
    body: Type.Object({
      source: Type.String({ minLength: 1, maxLength: 100 }),
      day: Day,
      rates: Type.Array(Type.Object({ currency: Currency, rate: Exact }), { minItems: 1, maxItems: 300 }),
    }),
    answer: Type.Object({ days: Type.Integer(), rates: Type.Integer() }),
    refusals: { only_staff_for_rules_may: 403, day_is_wrong: 422, rate_is_wrong: 422 },
    deed: importRates,
  }),
  door({
    method: 'GET',
    path: '/desk/exchange',
    says: 'The rules of exchange, and what rates that moved have won or lost.',
    may: 'staff',
    answer: Type.Object({
      margins: Type.Array(
        Type.Object({
          id: Type.String(),
          from_currency: Type.String(),
          to_currency: Type.String(),
          over_minutes: Type.Integer(),
          bps: Type.Integer(),
          valid_from: Day,
          valid_to: Type.Union([Day, Type.Null()]),
          source: Type.String(),
        }),
      ),
      revaluations: Type.Array(
        Type.Object({
          day: Day,
          rates_of: Day,
          gain: Type.Integer({ description: 'Euro cents.' }),
          at: Moment,
          positions: Type.Array(
            Type.Object({ currency: Currency, minor: Type.Union([Type.String(), Type.Integer()]) }),
          ),
        }),
      ),
      oldestDays: Type.Integer(),
      quoteMinutes: Type.Integer(),
    }),
    refusals: { only_staff_for_money_may_look: 403 },
    question: exchangeForDesk,
  }),
  door({
    method: 'POST',
    path: '/desk/exchange/margins',
    says: 'Staff set the margin of a pair from a day on.',
    may: 'staff',
    body: Type.Object({
      from: Type.String({ pattern: '^([A-Z]{3}|\\*)$' }),
      to: Type.String({ pattern: '^([A-Z]{3}|\\*)$' }),
      overMinutes: Type.Integer({ minimum: 0, maximum: 100_000, default: 0 }),
      bps: Type.Integer(),
      validFrom: Day,
      why: Reason,
    }),
    answer: Type.Object({ rule: Type.String() }),
    refusals: {
      only_staff_for_rules_may: 403,
      pair_is_not_known: 422,
      margin_is_out_of_bounds: 422,
      day_is_wrong: 422,
      say_why: 422,
    },
    deed: setMargin,
  }),
  door({
    method: 'GET',
    path: '/desk/exchange/quotes',
    says: 'The rates that were promised, newest first.',
    may: 'staff',
    query: Type.Object({
      from: Type.Optional(Currency),
      to: Type.Optional(Currency),
      before: Type.Optional(Type.String({ format: 'uuid' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    answer: Type.Object({
      quotes: Type.Array(
        Type.Object({
          id: Type.String(),
          from_currency: Currency,
          to_currency: Currency,
          mid: Exact,
          margin_bps: Type.Integer(),
          rate: Exact,
          day: Day,
          source: Type.String(),
          locked_at: Moment,
          expires_at: Moment,
        }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    refusals: { only_staff_for_money_may_look: 403 },
    question: quotesGiven,
  }),
];
