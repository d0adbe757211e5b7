/** Runs everything that is due at this moment of the clock, until nothing is: stories, simulation and replay live by it. */
import type { House } from './house.ts';
import { relay } from './relay.ts';
import { runDueJobs } from './run-jobs.ts';
import { sql } from './sql.ts';

/** A world beside the house that has things of its own to do, such as sending webhooks. Returns whether it did any. */
export type Outside = () => Promise<boolean>;

export async function settle(house: House, outside?: Outside, rounds = 1000): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    let busy = false;
    while (await relay(house)) busy = true;
    if ((await runDueJobs(house, 16)) > 0) busy = true;
    if (outside && (await outside())) busy = true;
    if (!busy) return;
  }
  throw new Error(`Still not settled after ${rounds} rounds: something keeps making work for itself.`);
}

/** When the next reaction or job falls due; undefined when nothing waits. */
export async function nextDue(house: House): Promise<Date | undefined> {
  const { rows } = await house.db.query(sql`
    select least((select min(due_at) from platform.jobs where due_at < 'infinity'),
                 (select min(due_at) from platform.outbox where due_at < 'infinity')) as due`);
  return (rows[0] as { due: Date | null }).due ?? undefined;
}
