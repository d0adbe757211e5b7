/** Brings facts to reactions and does jobs and timers. Start as many as there is work for; none does another's. */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { newId } from '#kernel/id';
import { ConfigProblem, configFrom } from '#platform/config';
import { isBroken } from '#platform/database';
import type { House } from '#platform/house';
import { beatPulse, noteTrouble, workPlace } from '#platform/pulse';
import { relay, relayMost } from '#platform/relay';
import { jobsMost, plantPeriodic, runDueJobs } from '#platform/run-jobs';
import { sql } from '#platform/sql';
import { openEntrepot } from './entrepot.ts';

/** While there was work lately it looks often, else seldom: a look costs a tenth of a millisecond. */
const restMs = { least: 15, most: 200 };
const beatMs = 5000;

export interface Worker {
  /** Finishes what it is at and stops. */
  stop(): Promise<void>;
}

export function startWorker(house: House, { relays = 2 }: { relays?: number } = {}): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  const lanes = {
    facts: Array.from({ length: relays }, () =>
      openLane(house, signal, 'the relay', async () => (await relay(house)) === relayMost),
    ),
    jobs: [openLane(house, signal, 'the job runner', async () => (await runDueJobs(house)) === jobsMost)],
  };
  const loops = [watch(house, signal, lanes), showLife(house, signal)];
  const stillPulse = beatPulse(house);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
      await Promise.all([...lanes.facts, ...lanes.jobs].map((lane) => lane.idle()));
      await stillPulse();
    },
  };
}

/** Work of one kind, done as long as more waits than is taken at a time; started when the watch sees some. */
interface Lane {
  /** False when it is at it already. */
  start(): boolean;
  idle(): Promise<void>;
}

function openLane(house: House, signal: AbortSignal, what: string, step: () => Promise<boolean>): Lane {
  let running: Promise<void> | undefined;
  const run = async () => {
    try {
      while (!signal.aborted && (await step()));
    } catch (error) {
      broke(house, what, error);
      await rest(1000, signal);
    }
  };
  return {
    start: () => {
      if (running) return false;
      running = run().finally(() => (running = undefined));
      return true;
    },
    idle: async () => running,
  };
}

/** What failed was no piece of work, but the worker at it: it goes on, and the desk hears of it. */
function broke(house: House, what: string, error: unknown): void {
  house.log.error({ err: error }, `${what} failed`);
  if (!isBroken(error)) noteTrouble(house, workPlace('worker', what), error, `worker ${process.pid}`);
}

/** Rests; a stop wakes it. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/** Looks whether anything is due, with one small statement for everything, and starts one lane that is not at it. */
async function watch(
  house: House,
  signal: AbortSignal,
  { facts, jobs }: Record<'facts' | 'jobs', Lane[]>,
): Promise<void> {
  let ms = restMs.least;
  while (!signal.aborted) {
    try {
      const now = house.clock.now();
      const { rows } = await house.db.query(sql`
        select (select due_at from platform.outbox where due_at <= ${now} order by due_at, fact limit 1) is not null as facts,
               (select due_at from platform.jobs
                 where due_at <= ${now} and (leased_until is null or leased_until < ${now})
                 order by due_at, id limit 1) is not null as jobs`);
      const due = rows[0] as { facts: boolean; jobs: boolean };
      if (due.facts) facts.some((lane) => lane.start());
      if (due.jobs) jobs.some((lane) => lane.start());
      ms = due.facts || due.jobs ? restMs.least : Math.min(restMs.most, ms * 1.3);
    } catch (error) {
      broke(house, 'the watch', error);
      ms = 1000;
    }
    await rest(ms, signal);
  }
}

/** Says every few seconds that it lives, and clears away those that have not said so for a day. */
async function showLife(house: House, signal: AbortSignal): Promise<void> {
  const id = newId(house.clock.now());
  let planted = false;
  while (!signal.aborted) {
    try {
      if (!planted) await plantPeriodic(house);
      planted = true;
      const now = house.clock.now();
      await house.db.query(sql`
        insert into platform.workers (id, started, seen) values (${id}, ${now}, ${now})
            on conflict (id) do update set seen = excluded.seen`);
      await house.db.query(sql`delete from platform.workers where seen < ${new Date(now.getTime() - 86_400_000)}`);
    } catch (error) {
      broke(house, 'the sign of life', error);
    }
    await rest(beatMs, signal);
  }
  await house.db.query(sql`delete from platform.workers where id = ${id}`).catch(() => undefined);
}

async function main(): Promise<void> {
  const house = openEntrepot(configFrom(process.env));
  const worker = startWorker(house);
  house.log.info('the worker is up');
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    await house.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error instanceof ConfigProblem ? error.message : error);
    process.exit(1);
  });
}
