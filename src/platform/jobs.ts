/**
 * Jobs do what must not happen inside a transaction, such as calling the outside world; timers are jobs with a time.
 * They are rows that leave with the deed's commit and fall due on the house's own clock.
 */
import type { Result } from '#kernel/result';
import { newId } from '#kernel/id';
import type { House } from './house.ts';
import { sql, json } from './sql.ts';
import type { Statement } from './sql.ts';
import type { Deed, Work } from './work.ts';

export interface JobInfo {
  readonly id: string;
  /** 1 at the first try. */
  readonly attempt: number;
  /** No try follows this one: time to make a state of the trouble. */
  readonly last: boolean;
  /**
   * Performs the deed that ends this job: deed and job's end are one transaction, so that it is never done twice.
   * Nothing may follow it in the job.
   */
  perform<Input, Answer, Refusal extends { no: string }>(
    deed: Deed<Input, Result<Answer, Refusal>>,
    input: Input,
  ): Promise<Result<Answer, Refusal>>;
}

export interface JobKind {
  readonly name: string;
  readonly run: (house: House, body: never, info: JobInfo) => Promise<unknown>;
}

export interface Enqueued {
  readonly name: string;
  readonly body: object;
  readonly at: Date | undefined;
  readonly subject: string;
}

export interface JobName<Body extends object> extends JobKind {
  (body: Body): { readonly name: string; readonly body: Body };
}

/** Names a job, as `finance.ask_bank`. When it throws it is tried again, later each time, twelve times. */
export function job<Body extends object>(
  name: string,
  run: (house: House, body: Body, info: JobInfo) => Promise<unknown>,
): JobName<Body> {
  const make = (body: Body) => ({ name, body });
  // A function's own `name` is not writable by assignment.
  Object.defineProperties(make, { name: { value: name }, run: { value: run } });
  return make as unknown as JobName<Body>;
}

/** Queues a job for now, or as a timer for later. With a subject it can be found again by `cancelJobs`. */
export function enqueue(
  work: Work,
  what: { name: string; body: object },
  { at, subject = '' }: { at?: Date; subject?: string } = {},
): void {
  work.leaving.jobs.push({ name: what.name, body: what.body, at, subject });
}

/** Takes back what has not begun. */
export function cancelJobs(work: Work, name: string, subject: string): void {
  // That the subject is not empty is said once more for the planner, whose index holds no others.
  work.send(
    sql`delete from platform.jobs where subject = ${subject} and subject <> '' and name = ${name} and every_ms is null`,
  );
}

export function jobsLeaving(work: Work): Statement[] {
  const { jobs } = work.leaving;
  if (jobs.length === 0) return [];
  return [
    sql`
    insert into platform.jobs (id, name, subject, body, due_at)
    select id, name, subject, body, due_at
      from unnest(${jobs.map(() => newId(work.now))}::uuid[], ${jobs.map((one) => one.name)}::text[],
                  ${jobs.map((one) => one.subject)}::text[], ${jobs.map((one) => json(one.body))}::jsonb[],
                  ${jobs.map((one) => one.at ?? work.now)}::timestamptz[]) as j (id, name, subject, body, due_at)`,
  ];
}

export interface Periodic {
  readonly name: string;
  readonly everyMs: number;
  readonly run: (house: House) => Promise<unknown>;
}

/** Something done again and again; once in the whole cluster, however many workers there are. */
export function every(
  name: string,
  { minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number },
  run: (house: House) => Promise<unknown>,
): Periodic {
  return { name, everyMs: (minutes * 60 + seconds) * 1000, run };
}
