/** Once a month is over, what each store had at its beginning and its end is written down, and never changes. */
import { newId } from '#kernel/id';
import { addDays, dayOf, startOfDay } from '#kernel/period';
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { balancesOf } from '#modules/ledger';
import { sellerPayable } from '#modules/payments';
import { orderCompleted } from '#modules/trade';
import { system } from '#platform/actor';
import { reaction } from '#platform/facts';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { maySeeMoney } from './balance.ts';
import { nextMonth } from './statement.ts';
import { transfersDown } from './transfers-down.ts';

/** The first order that completes is a store's first line; from its month on it gets statements. */
export const openAccount = reaction(orderCompleted, 'finance.open_account', async (work, { store }, { at }) => {
  await work.run(
    sql`insert into finance.stores (store, since) values (${store}, ${at}) on conflict (store) do nothing`,
  );
});

/** The month before this one, by its first day; only once it is an hour over, so that nothing of it still commits. */
function lastMonth(now: Date): string {
  const day = dayOf(new Date(now.getTime() - 3_600_000));
  return `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
}

export const closeMonths = every('finance.close_months', { minutes: 60 }, async (house) => {
  const month = lastMonth(house.clock.now());
  for (const { store } of await question(house, system, storesToClose, { month })) {
    await perform(house, { key: newId(house.clock.now()), by: system }, closeMonth, { store, through: month });
  }
});

async function storesToClose(ask: Asking, { month }: { month: string }): Promise<{ store: string }[]> {
  return ask.many<{ store: string }>(sql`
    select store from finance.stores
     where (closed_through is null or closed_through < ${month}) and since < ${startOfDay(nextMonth(month))}
     order by store limit 1000`);
}

/** Writes a store's statements up to a month, oldest first: also those that were missed while the house slept. */
async function closeMonth(
  work: Work,
  { store, through }: { store: string; through: string },
): Promise<Result<{ written: number }, never>> {
  const row = await work.one<{ since: Date; closed_through: string | null }>(sql`
    select since, closed_through from finance.stores where store = ${store} for update`);
  if (!row) return ok({ written: 0 });
  const first = row.closed_through ? nextMonth(row.closed_through) : `${dayOf(row.since).slice(0, 7)}-01`;
  const currencies = [...new Set((await balancesOf(work, [sellerPayable(store)])).map(({ currency }) => currency))];
  let written = 0;
  for (let month = first; month <= through; month = nextMonth(month)) {
    for (const currency of currencies) written += await writeStatement(work, { store, currency, month });
  }
  await work.run(sql`update finance.stores set closed_through = ${through} where store = ${store}`);
  return ok({ written });
}

async function writeStatement(
  work: Work,
  { store, currency, month }: { store: string; currency: string; month: string },
): Promise<number> {
  const before = await work.one<{ closing: bigint }>(sql`
    select closing from finance.statements where store = ${store} and currency = ${currency} and month < ${month} order by month desc limit 1`);
  const opening = before?.closing ?? 0n;
  let [closing, lines] = [opening, 0];
  for await (const one of transfersDown(work, {
    store,
    currency,
    from: startOfDay(month),
    to: startOfDay(nextMonth(month)),
  })) {
    closing += one.signed;
    lines += 1;
  }
  return work.run(sql`
    insert into finance.statements (store, currency, month, opening, closing, lines, made_at)
    values (${store}, ${currency}, ${month}, ${opening}, ${closing}, ${lines}, ${work.now})
        on conflict (store, currency, month) do nothing`);
}

export interface MonthStatement {
  month: string;
  currency: string;
  opening: bigint;
  closing: bigint;
  lines: number;
}

/** The months that are over, newest first. Undefined for who may not see the store's money. */
export async function monthsOf(
  ask: Asking,
  { store, limit = 24 }: { store: string; limit?: number },
): Promise<{ months: MonthStatement[] } | undefined> {
  if (!maySeeMoney(ask, store)) return undefined;
  const months = await ask.many<MonthStatement>(sql`
    select month, currency, opening, closing, lines from finance.statements
     where store = ${store} order by month desc, currency limit ${limit}`);
  return { months };
}
