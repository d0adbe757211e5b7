/** Each day the bank's statement of the days before is fetched and laid beside our books. */
import { newId } from '#kernel/id';
import { addDays, dayOf } from '#kernel/period';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { statementOfDay } from './bank-api.ts';
import type { BankStatement } from './bank-api.ts';
import { lookAgain } from './ask-bank.ts';
import { matchOf } from './reconcile.ts';
import type { BankLine, OurPayout, OurSettlement } from './reconcile.ts';

/** As many days as are caught up with after the house, or the bank, was away. */
const mostDays = 31;

export const reconcileDaily = every('finance.reconcile', { minutes: 60 }, async (house) => {
  for (const day of await question(house, system, daysToFetch, undefined)) {
    const statement = await statementOfDay(house, day);
    await perform(house, { key: newId(house.clock.now()), by: system }, keepStatement, { statement });
  }
});

/** Yesterday, an hour past, and the days before it that were not fetched since the last that was. */
async function daysToFetch(ask: Asking): Promise<string[]> {
  const yesterday = dayOf(new Date(ask.now.getTime() - 25 * 3_600_000));
  const last = await ask.one<{ day: string | null }>(sql`select max(day) as day from finance.bank_days`);
  const earliest = addDays(yesterday, 1 - mostDays);
  let day = last?.day ? addDays(last.day, 1) : yesterday;
  if (day < earliest) day = earliest;
  const days: string[] = [];
  for (; day <= yesterday; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Keeps a day's statement with what each line is in our books. A day without any account is kept too, as fetched. */
export async function keepStatement(
  work: Work,
  { statement: { day, accounts } }: { statement: BankStatement },
): Promise<Result<{ lines: number; open: number }, never>> {
  const balances = accounts.length > 0 ? accounts : [{ currency: 'EUR', opening: 0, closing: 0, entries: [] }];
  for (const { currency, opening, closing } of balances) {
    await work.run(sql`
      insert into finance.bank_days (day, currency, opening, closing, fetched_at)
      values (${day}, ${currency}, ${BigInt(opening)}, ${BigInt(closing)}, ${work.now})
          on conflict (day, currency) do update set opening = excluded.opening, closing = excluded.closing, fetched_at = excluded.fetched_at`);
  }
  const entries = accounts.flatMap(({ currency, entries: ofCurrency }) =>
    ofCurrency.map((entry) => ({ ...entry, currency })),
  );
  const lines: BankLine[] = entries.map(({ id, currency, minor, reference }) => ({
    id,
    currency,
    reference,
    minor: BigInt(minor),
  }));
  const ours = await oursAmong(work, lines);
  let open = 0;
  for (const [n, entry] of entries.entries()) {
    const { match, ours: which } = matchOf(lines[n]!, ours);
    // Booked, and nobody told us: the bank is asked, and the payout ends the usual way.
    if (match === 'payout' && ours.payouts.get(which)!.state !== 'paid') await lookAgain(work, which);
    if (match === 'amount_differs' || match === 'not_ours') open += 1;
    await work.run(sql`
      insert into finance.bank_lines (line, day, at, currency, minor, reference, text, match, ours)
      values (${entry.id}, ${day}, ${new Date(entry.at)}, ${entry.currency}, ${BigInt(entry.minor)}, ${entry.reference}, ${entry.text}, ${match}, ${which})
          on conflict (line) do update set match = excluded.match, ours = excluded.ours`);
  }
  return ok({ lines: entries.length, open });
}

async function oursAmong(work: Work, lines: readonly BankLine[]) {
  const references = lines.flatMap(({ id, reference }) => [id, reference]);
  const [payouts, settlements] = await Promise.all([
    work.many<OurPayout & { state: string }>(sql`
      select payout, currency, minor, state from finance.payouts where payout::text = any(${references}::text[]) and state <> 'rejected'`),
    work.many<OurSettlement>(sql`
      select settlement, currency, net from finance.settlements where settlement = any(${references}::text[]) and booked_at is not null`),
  ]);
  return {
    payouts: new Map(payouts.map((one) => [one.payout, one])),
    settlements: new Map(settlements.map((one) => [one.settlement, one])),
  };
}
