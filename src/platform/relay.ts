/** Brings facts to those who react to them: each reaction exactly once, however many relays there are. */
import { system } from './actor.ts';
import { codeOf, isBroken } from './database.ts';
import type { Connection } from './database.ts';
import type { House } from './house.ts';
import { leave, persist, together } from './perform.ts';
import { notePace, noteTrouble, workPlace } from './pulse.ts';
import { sql } from './sql.ts';
import { working } from './work.ts';

/** How long trouble waits before it is tried again: 1 s, 2, 4 … at most an hour. After the twelfth try it waits for a person. */
export function later(now: Date, attempt: number): Date | 'infinity' {
  return attempt >= 12 ? 'infinity' : new Date(now.getTime() + Math.min(3_600_000, 1000 * 2 ** (attempt - 1)));
}

interface Due {
  fact: string;
  reaction: string;
  attempts: number;
  body: object;
  at: Date;
}

/** How many reactions share a transaction while all goes well. */
export const relayMost = 12;

/**
 * Takes the oldest due reactions that nobody else holds, runs them and strikes them off the queue, in one transaction: a
 * relay that dies in the middle leaves them as they were. When one of them fails nothing is kept, and they are taken one
 * by one, so that the failure is noted at the one that failed. Returns how many there were.
 */
export async function relay(house: House, limit = relayMost): Promise<number> {
  const now = house.clock.now();
  let taken: Due[] = [];
  try {
    return await persist(house, async (connection) => {
      try {
        taken = await claim(connection, now, limit);
        if (taken.length === 0) {
          await connection.query(sql`rollback`);
          return 0;
        }
        const facts = taken.map((one) => one.fact);
        const left: Promise<unknown>[] = [];
        for (const one of taken) left.push(...(await react(house, connection, one, now)));
        await together<unknown>([
          ...left,
          connection.query(sql`
            delete from platform.outbox o
             using unnest(${facts}::uuid[], ${taken.map((one) => one.reaction)}::text[]) as d (fact, reaction)
             where o.fact = any(${facts}::uuid[]) and o.fact = d.fact and o.reaction = d.reaction`),
          connection.query(sql`commit`),
        ]);
        return taken.length;
      } catch (error) {
        await connection.query(sql`rollback`).catch(() => undefined);
        throw error;
      }
    });
  } catch (error) {
    if (taken.length === 0) throw error;
    if (taken.length === 1) await noteFailure(house, taken[0]!, error, now);
    else for (let n = 0; n < taken.length; n++) await relay(house, 1);
    return taken.length;
  }
}

/** The oldest due reactions, locked until the transaction's end. */
async function claim(connection: Connection, now: Date, limit: number): Promise<Due[]> {
  const [, found] = await together([
    connection.query(sql`begin`),
    connection.query(sql`
      select o.fact, o.reaction, o.attempts, f.body, f.at
        from platform.outbox o
        join platform.facts f on f.id = o.fact
       where o.due_at <= ${now}
       order by o.due_at, o.fact
       limit ${limit}
         for update of o skip locked`),
  ]);
  return found!.rows as Due[];
}

/** Runs one reaction; answers what it sends on its way, to be waited for before the commit. */
async function react(house: House, connection: Connection, due: Due, now: Date): Promise<Promise<unknown>[]> {
  const reaction = house.reactions.get(due.reaction);
  if (!reaction) throw new Error(`No reaction is named ${due.reaction}.`);
  const work = working(house, system, `${due.fact}:${due.reaction}`, connection, now);
  const began = performance.now();
  await reaction.run(work, due.body as never, { id: due.fact, at: due.at, attempt: due.attempts + 1 });
  notePace(house, workPlace('reaction', due.reaction), performance.now() - began);
  const leaving = leave(work, connection);
  // A failure is heard at the end, with the others; until then it must not be taken for one that nobody hears.
  for (const sent of leaving) sent.catch(() => undefined);
  return leaving;
}

async function noteFailure(house: House, { fact, reaction, attempts }: Due, error: unknown, now: Date): Promise<void> {
  const attempt = attempts + 1;
  house.log.error({ fact, reaction, attempt, code: codeOf(error), err: error }, 'a reaction failed');
  if (!isBroken(error)) noteTrouble(house, workPlace('reaction', reaction), error, fact);
  await house.db.query(sql`
    update platform.outbox set attempts = ${attempt}, due_at = ${later(now, attempt)}, error = ${String(error)}
     where fact = ${fact} and reaction = ${reaction} and attempts = ${attempts}`);
}
