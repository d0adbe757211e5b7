import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { addDays, dayOf, startOfDay } from '#kernel/period';
import { balancesOf } from '#modules/ledger';
import { bank } from '#modules/payments';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';

type OnlyStaff = { no: 'only_staff_for_money_may_look' };

export interface BankDay {
  day: string;
  currency: string;
  opening: bigint;
  closing: bigint;
}

export interface BankLineView {
  line: string;
  day: string;
  at: Date;
  currency: string;
  minor: bigint;
  reference: string;
  text: string;
  match: string;
  ours: string | null;
  explained: string | null;
}

/** Of ours, and not on any statement two days later. */
export interface MissingAtBank {
  kind: string;
  ours: string;
  currency: string;
  minor: bigint;
  since: Date;
}

export interface Reconciliation {
  /** Of the last day that was fetched. */
  days: BankDay[];
  /** What our books say is at the bank, now. */
  books: { currency: string; minor: bigint }[];
  /** Lines that are not ours, or of another amount, and that nobody has explained. */
  open: BankLineView[];
  missing: MissingAtBank[];
  /** Settlements whose parts do not add up: not booked. */
  unbooked: { settlement: string; provider: string; day: string; problem: string | null }[];
}

/** Bank, provider and books side by side: only what does not agree. */
export async function reconciliation(ask: Asking): Promise<Result<Reconciliation, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const [days, books, open, missing, unbooked] = await Promise.all([
    ask.many<BankDay>(sql`
      select day, currency, opening, closing from finance.bank_days
       where day = (select max(day) from finance.bank_days) order by currency`),
    balancesOf(ask, [bank]),
    ask.many<BankLineView>(sql`
      select line, day, at, currency, minor, reference, text, match, ours, explained from finance.bank_lines
       where match in ('amount_differs', 'not_ours') and explained is null order by day, line limit 500`),
    missingAtBank(ask),
    ask.many<{ settlement: string; provider: string; day: string; problem: string | null }>(sql`
      select settlement, provider, day, problem from finance.settlements where booked_at is null order by day desc, settlement desc limit 500`),
  ]);
  return ok({ days, books: books.map(({ currency, minor }) => ({ currency, minor })), open, missing, unbooked });
}

/** Between the first and the last statement but one: banks book in their own time. */
async function missingAtBank(ask: Asking): Promise<MissingAtBank[]> {
  const span = await ask.one<{ first: string | null; last: string | null }>(sql`
    select min(day) as first, max(day) as last from finance.bank_days`);
  if (!span?.first || !span.last) return [];
  const [since, before] = [startOfDay(span.first), startOfDay(addDays(span.last, -1))];
  const [payouts, settlements] = await Promise.all([
    ask.many<{ ours: string; currency: string; minor: bigint; since: Date | null }>(sql`
      select p.payout::text as ours, p.currency, p.minor, p.settled_at as since from finance.payouts p
       where p.state = 'paid' and p.settled_at >= ${since} and p.settled_at < ${before}
         and not exists (select 1 from finance.bank_lines l where l.ours = p.payout::text)
       order by p.settled_at limit 500`),
    ask.many<{ ours: string; currency: string; minor: bigint; since: Date }>(sql`
      select s.settlement as ours, s.currency, s.net as minor, s.paid_at as since from finance.settlements s
       where s.paid_at >= ${since} and s.paid_at < ${before} and s.net <> 0
         and not exists (select 1 from finance.bank_lines l where l.ours = s.settlement)
       order by s.paid_at limit 500`),
  ]);
  return [
    ...payouts.map((one) => ({ ...one, kind: 'payout', since: one.since ?? ask.now })),
    ...settlements.map((one) => ({ ...one, kind: 'settlement' })),
  ];
}

/** A day's bank statement with all its lines, for the desk. */
export async function bankDay(
  ask: Asking,
  { day = dayOf(ask.now) }: { day?: string },
): Promise<Result<{ days: BankDay[]; lines: BankLineView[] }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const [days, lines] = await Promise.all([
    ask.many<BankDay>(
      sql`select day, currency, opening, closing from finance.bank_days where day = ${day} order by currency`,
    ),
    ask.many<BankLineView>(sql`
      select line, day, at, currency, minor, reference, text, match, ours, explained from finance.bank_lines
       where day = ${day} order by at, line limit 2000`),
  ]);
  return ok({ days, lines });
}

export interface SettlementView {
  settlement: string;
  provider: string;
  day: string;
  currency: string;
  gross: bigint;
  refunded: bigint;
  fee: bigint;
  net: bigint;
  paid_at: Date;
  problem: string | null;
  booked_at: Date | null;
}

/** What providers paid out, newest first, in pages. */
export async function settlementsForDesk(
  ask: Asking,
  { before, limit = 50 }: { before?: string; limit?: number },
): Promise<Result<{ settlements: SettlementView[]; next: string | null }, OnlyStaff>> {
  if (!isStaff(ask.by, 'money')) return refuse({ no: 'only_staff_for_money_may_look' });
  const [, day = '9999-12-31', after = ''] = /^(\d{4}-\d\d-\d\d)~(.{1,100})$/.exec(before ?? '') ?? [];
  const rows = await ask.many<SettlementView>(sql`
    select settlement, provider, day, currency, gross, refunded, fee, net, paid_at, problem, booked_at from finance.settlements
     where (day, settlement) < (${day}, ${after}) order by day desc, settlement desc limit ${limit + 1}`);
  const last = rows[limit - 1];
  return ok({
    settlements: rows.slice(0, limit),
    next: rows.length > limit && last ? `${last.day}~${last.settlement}` : null,
  });
}

/** Listed in the order in which they are checked. */
export type ExplainBankLineRefusal =
  | { no: 'only_staff_for_money_may' }
  | { no: 'reason_is_missing' }
  | { no: 'bank_line_not_found' }
  | { no: 'bank_line_is_matched' };

/** Staff say what a line of the bank is that our books do not know, such as a charge of the bank. It leaves the open list. */
export async function explainBankLine(
  work: Work,
  { line, why }: { line: string; why: string },
): Promise<Result<undefined, ExplainBankLineRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_staff_for_money_may' });
  if (why.trim() === '') return refuse({ no: 'reason_is_missing' });
  const found = await work.one<{ match: string }>(
    sql`select match from finance.bank_lines where line = ${line} for update`,
  );
  if (!found) return refuse({ no: 'bank_line_not_found' });
  if (found.match === 'payout' || found.match === 'settlement') return refuse({ no: 'bank_line_is_matched' });
  await work.run(
    sql`update finance.bank_lines set explained = ${why}, explained_by = ${work.by.id} where line = ${line}`,
  );
  await audit(work, { deed: 'bank_line_explained', subject: `bank_line:${line}`, why });
  return ok();
}
