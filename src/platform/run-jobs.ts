/** Does the jobs that are due. A job is leased, not locked, because it may call the outside world and take its time. */
import type { Result } from '#kernel/result';
import { system } from './actor.ts';
import { codeOf, isBroken } from './database.ts';
import type { House } from './house.ts';
import type { JobInfo, Periodic } from './jobs.ts';
import { leave, persist, together } from './perform.ts';
import { later } from './relay.ts';
import { notePace, noteTrouble, workPlace } from './pulse.ts';
import { sql } from './sql.ts';
import { working } from './work.ts';
import type { Deed } from './work.ts';

/** A worker that died gives its jobs back after this long. */
const leaseMs = 20_000;
const lastTry = 12;
/** How many jobs are done side by side. */
export const jobsMost = 8;

interface Leased {
  id: string;
  name: string;
  body: object;
  due_at: Date;
  every_ms: bigint | null;
  attempts: number;
}

/** Leases up to `limit` due jobs, oldest first, and does them side by side. Returns how many there were. */
export async function runDueJobs(house: House, limit = jobsMost): Promise<number> {
  const now = house.clock.now();
  const { rows } = await house.db.query(sql`
    update platform.jobs j
       set leased_until = ${new Date(now.getTime() + leaseMs)}, attempts = j.attempts + 1
     where j.id = any(array(select id from platform.jobs
                             where due_at <= ${now} and (leased_until is null or leased_until < ${now})
                             order by due_at, id
                             limit ${limit}
                               for update skip locked))
    returning j.id, j.name, j.body, j.due_at, j.every_ms, j.attempts`);
  const jobs = (rows as Leased[]).sort((a, b) => a.due_at.getTime() - b.due_at.getTime() || (a.id < b.id ? -1 : 1));
  await Promise.all(jobs.map((one) => runOne(house, one)));
  return jobs.length;
}

async function runOne(house: House, leased: Leased): Promise<void> {
  const began = performance.now();
  const renew = setInterval(() => void lease(house, leased).catch(() => undefined), leaseMs / 2);
  let ended = false;
  try {
    if (leased.every_ms !== null) {
      const periodic = house.modules.flatMap((module) => module.periodic ?? []).find((one) => one.name === leased.name);
      if (periodic) await periodic.run(house);
      await again(house, leased);
      return;
    }
    const kind = house.jobs.get(leased.name);
    if (!kind) throw new Error(`No job is named ${leased.name}.`);
    const info: JobInfo = {
      id: leased.id,
      attempt: leased.attempts,
      last: leased.attempts >= lastTry,
      perform: async (deed, input) => {
        const said = await finish(house, leased.id, deed, input);
        ended = true;
        return said;
      },
    };
    await kind.run(house, leased.body as never, info);
    if (!ended) await house.db.query(sql`delete from platform.jobs where id = ${leased.id}`);
  } catch (error) {
    await failed(house, leased, error);
  } finally {
    notePace(house, workPlace('job', leased.name), performance.now() - began);
    clearInterval(renew);
  }
}

async function lease(house: House, { id }: Leased): Promise<void> {
  await house.db.query(
    sql`update platform.jobs set leased_until = ${new Date(house.clock.now().getTime() + leaseMs)} where id = ${id}`,
  );
}

/** A periodic job's next time is counted from now, so that a long sleep is not followed by a hundred runs. */
async function again(house: House, { id, every_ms }: Leased): Promise<void> {
  const due = new Date(house.clock.now().getTime() + Number(every_ms));
  await house.db.query(sql`
    update platform.jobs set due_at = ${due}, leased_until = null, attempts = 0, error = null where id = ${id}`);
}

async function failed(house: House, { id, name, attempts, every_ms }: Leased, error: unknown): Promise<void> {
  house.log.error({ job: id, name, attempt: attempts, code: codeOf(error), err: error }, 'a job failed');
  if (!isBroken(error)) noteTrouble(house, workPlace('job', name), error, id);
  const now = house.clock.now();
  const due = every_ms === null ? later(now, attempts) : new Date(now.getTime() + Number(every_ms));
  await house.db
    .query(
      sql`update platform.jobs set due_at = ${due}, leased_until = null, error = ${String(error)} where id = ${id}`,
    )
    .catch((trouble: unknown) =>
      house.log.error({ err: trouble }, 'a failed job could not be put back; its lease will end'),
    );
}

/** The deed and the end of its job, in one transaction. A refusal ends the job too: the business said no. */
async function finish<Input, Answer, Refusal extends { no: string }>(
  house: House,
  id: string,
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Result<Answer, Refusal>> {
  return persist(house, async (connection) => {
    try {
      // Struck off first: the row's lock keeps others away, and an abort puts it back. The deed is begun without waiting for
      // it, because a job that was done already is rare, and then all of this is undone.
      const struck = together([
        connection.query(sql`begin`),
        connection.query(sql`delete from platform.jobs where id = ${id} returning id`),
      ]);
      const work = working(house, system, id, connection);
      const [held, done] = await Promise.allSettled([struck, deed(work, input)]);
      if (held.status === 'rejected') throw held.reason;
      if (held.value[1]!.rows.length === 0) throw new Error(`Job ${id} was already done.`);
      if (done.status === 'rejected') throw done.reason;
      const said = done.value;
      if (said.ok) await together<unknown>([...leave(work, connection), connection.query(sql`commit`)]);
      else {
        await together([
          connection.query(sql`rollback`),
          connection.query(sql`delete from platform.jobs where id = ${id}`),
        ]);
        house.log.info({ job: id, refusal: said.refusal }, 'a job was refused');
      }
      return said;
    } catch (error) {
      await connection.query(sql`rollback`).catch(() => undefined);
      throw error;
    }
  });
}

/** Writes the periodic jobs down; they are due at once the first time. Those that no module names any more are struck. */
export async function plantPeriodic(house: House): Promise<void> {
  const all: Periodic[] = house.modules.flatMap((module) => module.periodic ?? []);
  const now = house.clock.now();
  for (const { name, everyMs } of all) {
    await house.db.query(sql`
      insert into platform.jobs (id, name, due_at, every_ms)
      values (gen_random_uuid(), ${name}, ${now}, ${everyMs})
          on conflict (name) where every_ms is not null do update set every_ms = excluded.every_ms`);
  }
  await house.db.query(
    sql`delete from platform.jobs where every_ms is not null and not (name = any(${all.map((one) => one.name)}::text[]))`,
  );
}
