/** The doors of a store's account: what comes to it and when, its months, its lines, and these as values and on paper. */
import { Type } from 'typebox';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { monthsOf } from './close-months.ts';
import { moneyComing } from './money-coming.ts';
import { statementPdf } from './statement-pdf.ts';
import { statementCsv, statementOf } from './statement.ts';
import type { Statement, StatementRefusal, StatementWanted } from './statement.ts';
import { wire } from './wire.ts';
import type { Wire } from './wire.ts';

const Day = Type.String({ format: 'date' });
const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Minor = Type.Integer({ description: 'Minor units.' });
const Undated = Type.Object({ minor: Minor, orders: Type.Integer() });

async function statementByWire(
  ask: Asking,
  wanted: StatementWanted,
): Promise<Result<Wire<Statement>, StatementRefusal>> {
  const said = await statementOf(ask, wanted);
  return said.ok ? ok(wire(said.value)) : said;
}

async function moneyComingByWire(ask: Asking, input: { store: string }) {
  return wire(await moneyComing(ask, input));
}

async function statementPdfByWire(
  ask: Asking,
  { locale = 'en', ...wanted }: Omit<Parameters<typeof statementPdf>[1], 'locale'> & { locale?: string },
): Promise<Result<{ name: string; type: string; base64: string }, StatementRefusal>> {
  const said = await statementPdf(ask, { ...wanted, locale });
  if (!said.ok) return said;
  const { name, pdf } = said.value;
  return ok({ name, type: 'application/pdf', base64: Buffer.from(pdf).toString('base64') });
}

const Span = { from: Type.Optional(Day), to: Type.Optional(Day), currency: Type.Optional(Currency) };

const StatementQuery = Type.Object({
  ...Span,
  before: Type.Optional(Type.String({ maxLength: 300 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  number: Type.Optional(Type.String({ maxLength: 40, description: 'Only lines of orders whose number holds this.' })),
  amount: Type.Optional(
    Type.Integer({
      description:
        'Only lines of this amount, in minor units, whatever its sign, and lines of orders whose buyers paid this much, in the account’s money or in their own.',
    }),
  ),
});

const refusals = { store_not_found: 404, days_are_not_a_span: 422 } as const;

export const statementDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/money-coming',
    says: 'On which day what is released to the store at the latest, what is then paid out, and what has no day yet.',
    may: 'person',
    answer: Type.Object({
      currency: Currency,
      days: Type.Array(Type.Object({ day: Day, released: Minor, orders: Type.Integer(), payout: Minor })),
      travelling: Undated,
      toSend: Undated,
      atBank: Minor,
    }),
    question: moneyComingByWire,
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
          sale: Maybe(Type.Object({ gross: Minor, commission: Minor, carriage: Minor, paid: Maybe(MoneyShape) })),
        }),
      ),
      next: Maybe(Type.String()),
    }),
    refusals,
    question: statementByWire,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/statement.csv',
    says: 'The same as comma-separated values, whole.',
    may: 'person',
    query: Type.Object(Span),
    answer: Type.Object({ name: Type.String(), csv: Type.String() }),
    refusals,
    question: statementCsv,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/statement.pdf',
    says: 'The same on paper: a PDF on A4, in base64, in the language that is asked for.',
    may: 'person',
    query: Type.Object({
      ...Span,
      locale: Type.Optional(Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$' })),
    }),
    answer: Type.Object({ name: Type.String(), type: Type.String(), base64: Type.String() }),
    refusals,
    question: statementPdfByWire,
  }),
];
