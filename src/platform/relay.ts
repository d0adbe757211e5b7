/** Brings facts to those who react to them: each reaction exactly once, however many relays there are. */
import { system } from './actor.ts';
import { codeOf } from './database.ts';
import type { House } from './house.ts';
import { leave, persist, together } from './perform.ts';
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

/**
 * Takes the oldest due reaction that nobody else holds, runs it and strikes it off the queue, in one transaction: a
 * relay that dies in the middle leaves it as it was. Returns whether there was one.
 */
export async function relayOne(house: House): Promise<boolean> {
  const now = house.clock.now();
  let taken: Due | undefined;
  try {
    return await persist(house, async (connection) => {
      try {
        const [, found] = await together([
          connection.query(sql`begin`),
          connection.query(sql`
            select o.fact, o.reaction, o.attempts, f.body, f.at
              from platform.outbox o
              join platform.facts f on f.id = o.fact
             where o.due_at <= ${now}
             order by o.due_at, o.fact
             limit 1
               for update of o skip locked`),
        ]);
        taken = found!.rows[0] as Due | undefined;
        if (!taken) {
          await connection.query(sql`rollback`);
          return false;
        }
        const reaction = house.reactions.get(taken.reaction);
        if (!reaction) throw new Error(`No reaction is named ${taken.reaction}.`);
        const work = working(house, system, `${taken.fact}:${taken.reaction}`, connection, now);
        await reaction.run(work, taken.body as never, { id: taken.fact, at: taken.at, attempt: taken.attempts + 1 });
        await together([
          ...leave(work, connection),
          connection.query(
            sql`delete from platform.outbox where fact = ${taken.fact} and reaction = ${taken.reaction}`,
          ),
          connection.query(sql`commit`),
        ]);
        return true;
      } catch (error) {
        await connection.query(sql`rollback`).catch(() => undefined);
        throw error;
      }
    });
  } catch (error) {
    if (!taken) throw error;
    const attempt = taken.attempts + 1;
    house.log.error(
      { fact: taken.fact, reaction: taken.reaction, attempt, code: codeOf(error), err: error },
      'a reaction failed',
    );
    await house.db.query(sql`
      update platform.outbox set attempts = ${attempt}, due_at = ${later(now, attempt)}, error = ${String(error)}
       where fact = ${taken.fact} and reaction = ${taken.reaction} and attempts = ${taken.attempts}`);
    return true;
  }
}
