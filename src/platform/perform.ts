/** The only way in for a change. */
import { createHmac } from 'node:crypto';
import type { Result } from '#kernel/result';
import type { Actor } from './actor.ts';
import { codeOf, isBroken, mayRetry } from './database.ts';
import type { Connection } from './database.ts';
import { factsLeaving } from './facts.ts';
import type { House } from './house.ts';
import { jobsLeaving } from './jobs.ts';
import { canonical, pack, unpack } from './pack.ts';
import { sql } from './sql.ts';
import type { Statement } from './sql.ts';
import { working } from './work.ts';
import type { Deed, Work } from './work.ts';

export type KeyRefusal = { no: 'key_used_for_something_else' };

/** What a deed answers: a result, which `perform` looks into to know whether to commit. */
type Said = { ok: true; value: unknown } | { ok: false; refusal: { no: string } };

const begin = sql`begin`;
const commit = sql`commit`;
const rollback = sql`rollback`;
const tries = 4;

/**
 * Runs a deed in one transaction and keeps its answer under `(by, key)`: the same command sent again, at once or years
 * later, is answered from there and does nothing. A refusal undoes everything and is not kept, because what was
 * refused today may be right tomorrow. Facts and jobs leave with the commit.
 *
 * Deadlocks and broken connections are tried again a few times; the key makes that safe even when the first commit
 * did arrive. Refuses `key_used_for_something_else` when the key came before with other input.
 */
export async function perform<Input, Answer, Refusal extends { no: string }>(
  house: House,
  { key, by }: { key: string; by: Actor },
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Result<Answer, Refusal | KeyRefusal>> {
  // Keyed, because inputs hold what must not be guessed from a copy of the database: tax numbers, accounts.
  const hash = createHmac('sha1', house.config.secret).update(deed.name).update(canonical(input)).digest('base64');
  const keep: Keeping = {
    find: sql`select input_hash, answer from platform.performed where actor = ${by.id} and key = ${key}`,
    store: (work, answer) => sql`
      insert into platform.performed (actor, key, input_hash, answer, at)
      values (${by.id}, ${key}, ${hash}, ${answer}, ${work.now})`,
    hash,
  };
  return (await persist(house, (connection) => once(house, connection, { key, by }, keep, deed, input))) as Result<
    Answer,
    Refusal | KeyRefusal
  >;
}

interface Keeping {
  find: Statement;
  store: (work: Work, answer: string) => Statement;
  hash: string;
}

/** Tries again what PostgreSQL asks to try again, and what broke on the way, a bounded number of times. */
export async function persist<T>(house: House, attempt: (connection: Connection) => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    let connection: Connection | undefined;
    try {
      connection = await house.db.take();
      const answer = await attempt(connection);
      connection.release();
      return answer;
    } catch (error) {
      const broken = isBroken(error);
      connection?.release(broken);
      if (n >= tries || !(broken || mayRetry(error))) throw error;
      house.log.warn({ code: codeOf(error), attempt: n }, 'trying a deed again');
      await new Promise((resolve) =>
        setTimeout(resolve, broken ? 250 * n : 5 * n + Number(process.hrtime.bigint() % 10n)),
      );
    }
  }
}

async function once<Input>(
  house: House,
  connection: Connection,
  { key, by }: { key: string; by: Actor },
  keep: Keeping,
  deed: Deed<Input, unknown>,
  input: Input,
): Promise<unknown> {
  try {
    // Begun without waiting for what is kept: if the command was done before, all of this is undone.
    const opened = together([connection.query(begin), connection.query(keep.find)]);
    const work = working(house, by, key, connection);
    const [kept, done] = await Promise.allSettled([opened, deed(work, input) as Promise<Said>]);
    if (kept.status === 'rejected') throw kept.reason;
    const before = kept.value[1]!.rows[0];
    if (before) {
      await connection.query(rollback);
      return stored(before, keep.hash);
    }
    if (done.status === 'rejected') throw done.reason;
    const said = done.value;
    if (!said.ok) {
      await connection.query(rollback);
      // Sent twice at the same moment: the twin may have done it while we waited, and then its answer is the answer.
      const twin = await connection.query(keep.find);
      return twin.rows[0] ? stored(twin.rows[0], keep.hash) : said;
    }
    await together<unknown>([
      ...leave(work, connection),
      connection.query(keep.store(work, pack(said))),
      connection.query(commit),
    ]);
    return said;
  } catch (error) {
    if (isBroken(error)) throw error;
    await connection.query(rollback);
    if (codeOf(error) === '23505') {
      const twin = await connection.query(keep.find);
      if (twin.rows[0]) return stored(twin.rows[0], keep.hash);
    }
    throw error;
  }
}

function stored(row: unknown, hash: string): unknown {
  const { input_hash, answer } = row as { input_hash: string; answer: string };
  return input_hash === hash ? unpack(answer) : { ok: false, refusal: { no: 'key_used_for_something_else' } };
}

/** What must have arrived before the commit: what was sent, and what leaves with it: facts, their reactions' queue, jobs. */
export function leave(work: Work, connection: Connection): Promise<unknown>[] {
  return [
    ...work.leaving.sent,
    ...[...factsLeaving(work), ...jobsLeaving(work)].map((statement) => connection.query(statement)),
  ];
}

/** Waits for all, so that none fails unheard, and throws the first failure: later ones only say "transaction is aborted". */
export async function together<T>(sent: Promise<T>[]): Promise<T[]> {
  const done = await Promise.allSettled(sent);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return done.map((one) => (one as PromiseFulfilledResult<T>).value);
}
