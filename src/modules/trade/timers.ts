/** How long each step may take. Dated rows that the desk sets; an order keeps the times it was given. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import type { House } from '#platform/house';
import { remembered } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';

/** Minutes, at first start. Sources: rules.md 4.1 (processing time 7 days; acceptance 15 days after the delivered scan, 60 without one). */
const seeds = {
  dispatch: 7 * 1440,
  acceptance: 15 * 1440,
  acceptance_without_scan: 60 * 1440,
} as const;

export type TimerName = keyof typeof seeds;
export const timerNames = Object.keys(seeds) as TimerName[];

interface TimerRow {
  name: string;
  minutes: number;
}

const memory = Symbol('trade.timers');
/** A change at the desk is felt everywhere after at most this long. */
const freshMs = 30_000;

/** When a step that begins now must be over. */
export async function deadline(ask: Asking, name: TimerName): Promise<Date> {
  const kept = remembered(ask.house, memory, () => ({ at: -Infinity, minutes: new Map<string, number>() }));
  const now = ask.now.getTime();
  if (now - kept.at > freshMs || now < kept.at) {
    const rows = await ask.many<TimerRow>(sql`
      select distinct on (name) name, minutes from trade.timers where since <= ${ask.now} order by name, since desc`);
    kept.minutes = new Map(rows.map((row) => [row.name, row.minutes]));
    kept.at = now;
  }
  const minutes = kept.minutes.get(name);
  if (minutes === undefined) throw new Error(`No timer is set for ${name}.`);
  return new Date(now + minutes * 60_000);
}

export async function seedTimers(house: House): Promise<void> {
  for (const [name, minutes] of Object.entries(seeds)) {
    await house.db.query(sql`
      insert into trade.timers (name, minutes, since, by, why)
      values (${name}, ${minutes}, '2000-01-01', 'system', 'as the house opened')
          on conflict do nothing`);
  }
}

export type SetTimerRefusal =
  | { no: 'only_staff_for_rules_may_set_timers' }
  | { no: 'no_such_timer'; known: string[] }
  | { no: 'minutes_out_of_range'; from: number; to: number }
  | { no: 'say_why' };

/** Ten years: a step for which the house waits so long is one that nobody hurries. */
const mostMinutes = 5_256_000;

/** Staff set how long a step may take from now on. Orders that have begun the step keep their time. */
export async function setTimer(
  work: Work,
  { name, minutes, why }: { name: string; minutes: number; why: string },
): Promise<Result<{ name: string }, SetTimerRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_set_timers' });
  if (!(timerNames as string[]).includes(name)) return refuse({ no: 'no_such_timer', known: timerNames });
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > mostMinutes)
    return refuse({ no: 'minutes_out_of_range', from: 1, to: mostMinutes });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  await work.run(sql`
    insert into trade.timers (name, minutes, since, by, why) values (${name}, ${minutes}, ${work.now}, ${work.by.name}, ${why.trim()})`);
  await audit(work, { deed: 'timer_set', subject: `timer:${name}`, why: why.trim(), detail: { minutes } });
  work.house.memory.delete(memory);
  return ok({ name });
}

const stepOf: Record<TimerName, 'funded' | 'delivered' | 'dispatched'> = {
  dispatch: 'funded',
  acceptance: 'delivered',
  acceptance_without_scan: 'dispatched',
};

/** How many orders are in the step now: they keep the time that they were given. */
export async function ordersInStep(ask: Asking, { name }: { name: TimerName }): Promise<number> {
  if (!isStaff(ask.by, 'rules')) return 0;
  const row = await ask.one<{ orders: number }>(sql`
    select count(*)::int as orders from trade.orders where state = ${stepOf[name]}`);
  return row?.orders ?? 0;
}

export interface TimerHistory {
  name: string;
  minutes: number;
  since: Date;
  by: string;
  why: string;
}

/** The timers with their history, newest first. */
export async function timerHistory(ask: Asking): Promise<TimerHistory[]> {
  return ask.many<TimerHistory>(sql`select name, minutes, since, by, why from trade.timers order by name, since desc`);
}
