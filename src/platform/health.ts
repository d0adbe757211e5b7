/** How the house itself does: facts that wait for their reactions, jobs, workers, webhooks. */
import { isId, timeOfId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from './actor.ts';
import { sql } from './sql.ts';
import type { FailedWebhook, RefusedWebhook } from './webhooks.ts';
import type { Asking } from './work.ts';

export { tryJobAgain, tryReactionAgain } from './try-again.ts';
export type { TryJobAgainRefusal, TryReactionAgainRefusal } from './try-again.ts';

/** A queue in five numbers. What is due and waits is work; what fails is tried again by itself; what is dead waits for a person. */
export interface Queue {
  due: number;
  /** Since when the longest waiting is due; of webhooks, when the first that is not done came. */
  oldest: Date | null;
  failing: number;
  dead: number;
  /** Since when the oldest of the dead has been there. */
  deadSince: Date | null;
}

export interface HealthCounts {
  reactions: Queue;
  jobs: Queue & { running: number; later: number };
  webhooks: Queue & { refused: number };
  /** Workers that were seen within the last twenty seconds. */
  workers: number;
}

type OnlyAdmins = { no: 'only_an_admin_may' };
const aliveMs = 20_000;
const dayMs = 86_400_000;

/** The numbers alone, for the desk's first page. Refused webhooks are those of the last day. */
export async function healthCounts(ask: Asking): Promise<Result<HealthCounts, OnlyAdmins>> {
  if (!isStaff(ask.by, 'admin')) return refuse({ no: 'only_an_admin_may' });
  const [reactions, jobs, webhooks, refused, workers] = await Promise.all([
    ask.one<QueueRow>(sql`
      select count(*) filter (where o.due_at <= ${ask.now})::int as due, min(o.due_at) filter (where o.due_at <= ${ask.now}) as oldest,
             count(*) filter (where o.attempts > 0 and o.due_at < 'infinity')::int as failing,
             count(*) filter (where o.due_at = 'infinity')::int as dead, min(f.at) filter (where o.due_at = 'infinity') as dead_since
        from platform.outbox o join platform.facts f on f.id = o.fact`),
    jobCounts(ask),
    ask.one<QueueRow>(sql`
      select count(*) filter (where due_at <= ${ask.now})::int as due, min(at) as oldest,
             count(*) filter (where due_at < 'infinity')::int as failing,
             count(*) filter (where due_at = 'infinity')::int as dead, min(at) filter (where due_at = 'infinity') as dead_since
        from platform.webhooks where done_at is null`),
    ask.one<{ refused: number }>(sql`
      select count(*)::int as refused from platform.webhooks_refused where at > ${new Date(ask.now.getTime() - dayMs)}`),
    ask.one<{ workers: number }>(sql`
      select count(*)::int as workers from platform.workers where seen > ${new Date(ask.now.getTime() - aliveMs)}`),
  ]);
  return ok({
    reactions: queue(reactions),
    jobs,
    webhooks: { ...queue(webhooks), refused: refused?.refused ?? 0 },
    workers: workers?.workers ?? 0,
  });
}

type QueueRow = { due: number; oldest: Date | null; failing: number; dead: number; dead_since: Date | null };

function queue(row: QueueRow | undefined): Queue {
  const { dead_since = null, ...rest } = row ?? { due: 0, oldest: null, failing: 0, dead: 0 };
  return { ...rest, deadSince: dead_since };
}

/** A job that runs is due no more; one whose worker died comes back when its lease is over. */
async function jobCounts(ask: Asking): Promise<HealthCounts['jobs']> {
  const row = await ask.one<{
    due: number;
    oldest: Date | null;
    failing: number;
    dead: number;
    running: number;
    later: number;
    oldest_dead: string | null;
  }>(sql`
    select count(*) filter (where due_at <= ${ask.now} and not leased)::int as due,
           min(due_at) filter (where due_at <= ${ask.now} and not leased) as oldest,
           count(*) filter (where error is not null and due_at < 'infinity')::int as failing,
           count(*) filter (where due_at = 'infinity')::int as dead,
           count(*) filter (where leased)::int as running,
           count(*) filter (where due_at > ${ask.now} and due_at < 'infinity' and error is null and every_ms is null)::int as later,
           min(id::text) filter (where due_at = 'infinity') as oldest_dead
      from (select id, due_at, error, every_ms, coalesce(leased_until > ${ask.now}, false) as leased from platform.jobs) as j`);
  const { oldest_dead = null, running = 0, later = 0, ...rest } = row ?? { due: 0, oldest: null, failing: 0, dead: 0 };
  return { ...rest, running, later, deadSince: isId(oldest_dead) ? timeOfId(oldest_dead) : null };
}

export interface FailingReaction {
  fact: string;
  name: string;
  body: unknown;
  at: Date;
  reaction: string;
  attempts: number;
  error: string | null;
  /** Null where it waits for a person. */
  due_at: Date | null;
}

export interface FailingJob {
  id: string;
  name: string;
  subject: string;
  attempts: number;
  error: string | null;
  /** Null where it waits for a person. */
  due_at: Date | null;
  /** Of those that are done again and again. */
  every_ms: bigint | null;
}

export interface PeriodicJob {
  name: string;
  every_ms: bigint | null;
  due_at: Date;
  error: string | null;
  attempts: number;
}

export interface HouseHealth extends HealthCounts {
  failingReactions: FailingReaction[];
  failingJobs: FailingJob[];
  failingWebhooks: FailedWebhook[];
  refusedWebhooks: RefusedWebhook[];
  periodic: PeriodicJob[];
  seen: { id: string; started: Date; seen: Date; alive: boolean }[];
}

const listed = 100;

/**
 * All of it, with what fails and why: those that wait for a person first, then by when they are tried again. `text` finds
 * in names, subjects and errors. At most a hundred of each; the counts say how many there are.
 */
export async function houseHealth(
  ask: Asking,
  { text = '' }: { text?: string },
): Promise<Result<HouseHealth, OnlyAdmins>> {
  const counts = await healthCounts(ask);
  if (!counts.ok) return counts;
  const words = text.trim().toLowerCase();
  const [failingReactions, failingJobs, failingWebhooks, refusedWebhooks, periodic, seen] = await Promise.all([
    ask.many<FailingReaction>(sql`
      select o.fact, f.name, f.body, f.at, o.reaction, o.attempts, o.error, nullif(o.due_at, 'infinity') as due_at
        from platform.outbox o join platform.facts f on f.id = o.fact
       where o.attempts > 0
         and position(${words} in lower(f.name || ' ' || o.reaction || ' ' || o.fact || ' ' || f.body::text || ' ' || coalesce(o.error, ''))) > 0
       order by o.due_at = 'infinity' desc, o.due_at, o.fact limit ${listed}`),
    ask.many<FailingJob>(sql`
      select id, name, subject, attempts, error, nullif(due_at, 'infinity') as due_at, every_ms
        from platform.jobs
       where error is not null
         and position(${words} in lower(name || ' ' || subject || ' ' || id || ' ' || error)) > 0
       order by due_at = 'infinity' desc, due_at, id limit ${listed}`),
    ask.many<FailedWebhook>(sql`
      select source, id, coalesce(body ->> 'type', '') as type, at, attempts, error, nullif(due_at, 'infinity') as due_at
        from platform.webhooks
       where done_at is null
         and position(${words} in lower(source || ' ' || id || ' ' || coalesce(body ->> 'type', '') || ' ' || coalesce(error, ''))) > 0
       order by due_at = 'infinity' desc, at, id limit ${listed}`),
    ask.many<RefusedWebhook>(sql`
      select id, source, at, why, sent_id from platform.webhooks_refused
       where position(${words} in lower(source || ' ' || why || ' ' || sent_id)) > 0
       order by at desc, id limit ${listed}`),
    ask.many<PeriodicJob>(sql`
      select name, every_ms, due_at, error, attempts from platform.jobs where every_ms is not null order by name`),
    ask.many<{ id: string; started: Date; seen: Date }>(sql`
      select id, started, seen from platform.workers order by seen desc, id limit ${listed}`),
  ]);
  return ok({
    ...counts.value,
    failingReactions,
    failingJobs,
    failingWebhooks,
    refusedWebhooks,
    periodic,
    seen: seen.map((one) => ({ ...one, alive: one.seen.getTime() > ask.now.getTime() - aliveMs })),
  });
}
