/** What a deed and a question are handed: who asks, when, and the line to the database. */
import type { Actor } from './actor.ts';
import { codeOf, isBroken } from './database.ts';
import type { Connection, Database, Line } from './database.ts';
import type { Announced } from './facts.ts';
import type { House } from './house.ts';
import type { Enqueued } from './jobs.ts';
import type { Statement } from './sql.ts';

export interface Asking {
  readonly by: Actor;
  /** Taken once; the whole deed happens at this moment. */
  readonly now: Date;
  readonly house: House;
  /** The first row, or undefined. */
  one<Row>(statement: Statement): Promise<Row | undefined>;
  many<Row>(statement: Statement): Promise<Row[]>;
}

export interface Work extends Asking {
  /** What the asker calls this command; the same key is the same command. */
  readonly key: string;
  /** Changes rows; returns how many. */
  run(statement: Statement): Promise<number>;
  /**
   * Sends a change whose count nobody needs, and goes on: what is asked later sees it, and when it fails the deed is undone
   * at its end. `mend` may throw another error in place of PostgreSQL's.
   */
  send(statement: Statement, mend?: (error: unknown) => never): void;
  /** What must have arrived before the commit, and the facts and jobs that leave with it. Filled by `send`, `announce` and `enqueue`. */
  readonly leaving: { readonly sent: Promise<unknown>[]; readonly facts: Announced[]; readonly jobs: Enqueued[] };
}

/** A deed changes something, or refuses. */
export type Deed<Input, Answer> = (work: Work, input: Input) => Promise<Answer>;
/** A question only looks. */
export type Question<Input, Answer> = (ask: Asking, input: Input) => Promise<Answer>;

export function asking(house: House, by: Actor, line: Line, now = house.clock.now()): Asking {
  return {
    by,
    now,
    house,
    one: async <Row>(statement: Statement) => (await line.query(statement)).rows[0] as Row | undefined,
    many: async <Row>(statement: Statement) => (await line.query(statement)).rows as Row[],
  };
}

export function working(house: House, by: Actor, key: string, line: Line, now = house.clock.now()): Work {
  const sent: Promise<unknown>[] = [];
  // After something sent has failed, the rest only hears of an aborted transaction: the deed fails for the first reason.
  const because = async (error: unknown): Promise<never> => {
    const failed =
      codeOf(error) === '25P02' && (await Promise.allSettled(sent)).find((one) => one.status === 'rejected');
    throw failed ? failed.reason : error;
  };
  const heard: Line = { query: (statement) => line.query(statement).catch(because) };
  return {
    ...asking(house, by, heard, now),
    key,
    run: async (statement) => (await heard.query(statement)).rowCount ?? 0,
    send: (statement, mend) => {
      const arrived = mend ? line.query(statement).catch(mend) : line.query(statement);
      // Its failure is heard at the deed's end; until then it must not be taken for one that nobody hears.
      arrived.catch(() => undefined);
      sent.push(arrived);
    },
    leaving: { sent, facts: [], jobs: [] },
  };
}

/**
 * Asks a question outside any deed. Each statement sees the latest commit; those that do not wait for each other go down one
 * connection together, because waking a second one costs more than most of them.
 */
export function question<Input, Answer>(
  house: House,
  by: Actor,
  ask: Question<Input, Answer>,
  input: Input,
): Promise<Answer> {
  return ask(asking(house, by, oneLine(house.db)), input);
}

/** A connection of the pool while statements are under way, none while nothing is. */
function oneLine(db: Database): Line {
  let taken: Promise<Connection> | undefined;
  let under = 0;
  return {
    async query(statement) {
      under += 1;
      let broken = false;
      const mine = (taken ??= db.take());
      try {
        return await (await mine).query(statement);
      } catch (error) {
        broken = isBroken(error);
        throw error;
      } finally {
        under -= 1;
        if (taken === mine && (broken || under === 0)) {
          taken = undefined;
          mine.then((connection) => connection.release(broken)).catch(() => undefined);
        }
      }
    },
  };
}
