import { Type } from 'typebox';
import { door } from '#platform/door';
import { isStaff } from '#platform/actor';
import { ok, refuse } from '#kernel/result';
import type { Asking } from '#platform/work';
import { seals, transfersOf, trialBalance } from './questions.ts';
import type { TransferLine } from './questions.ts';

const noStaff = { no: 'only_staff_for_money_may_look' } as const;

export async function booksForStaff(ask: Asking) {
  if (!isStaff(ask.by, 'money')) return refuse(noStaff);
  const [lines, days] = await Promise.all([trialBalance(ask), seals(ask, { limit: 60 })]);
  return ok({ lines, seals: days });
}

export async function accountForStaff(
  ask: Asking,
  { account, before, limit }: { account: string; before?: string; limit?: number },
) {
  if (!isStaff(ask.by, 'money')) return refuse(noStaff);
  const place = readPlace(before);
  const transfers = await transfersOf(ask, {
    account,
    ...(place ? { before: place } : {}),
    ...(limit ? { limit } : {}),
  });
  return ok({ transfers, next: transfers.length === (limit ?? 50) ? placeOf(transfers.at(-1)) : null });
}

/** Where a page ended, as text for the next page's address. */
function placeOf(line: TransferLine | undefined): string | null {
  return line ? `${line.at.getTime()}~${line.line}~${line.entry}` : null;
}

function readPlace(text: string | undefined): { at: Date; entry: string; line: number } | undefined {
  const [at, line, ...entry] = (text ?? '').split('~');
  return at && line && entry.length > 0
    ? { at: new Date(Number(at)), line: Number(line), entry: entry.join('~') }
    : undefined;
}

const Amount = Type.Integer({ description: 'Minor units; credits less debits.' });

export const doors = [
  door({
    method: 'GET',
    path: '/desk/books',
    says: 'The trial balance and the sealed days.',
    may: 'staff',
    answer: Type.Object({
      lines: Type.Array(
        Type.Object({ kind: Type.String(), currency: Type.String(), minor: Amount, accounts: Type.Integer() }),
      ),
      seals: Type.Array(
        Type.Object({
          day: Type.String(),
          transfers: Type.Integer(),
          hash: Type.String(),
          previous: Type.String(),
          at: Type.String({ format: 'date-time' }),
        }),
      ),
    }),
    refusals: { only_staff_for_money_may_look: 403 },
    question: booksForStaff,
  }),
  door({
    method: 'GET',
    path: '/desk/books/transfers',
    says: 'The transfers of one account, newest first.',
    may: 'staff',
    query: Type.Object({
      account: Type.String(),
      before: Type.Optional(Type.String()),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    }),
    answer: Type.Object({
      transfers: Type.Array(
        Type.Object({
          entry: Type.String(),
          line: Type.Integer(),
          kind: Type.String(),
          reference: Type.String(),
          at: Type.String({ format: 'date-time' }),
          debit: Type.String(),
          credit: Type.String(),
          currency: Type.String(),
          minor: Type.Integer(),
        }),
      ),
      next: Type.Union([Type.String(), Type.Null()]),
    }),
    refusals: { only_staff_for_money_may_look: 403 },
    question: accountForStaff,
  }),
];
