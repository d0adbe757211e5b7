/** What a deed and a question are handed: who asks, when, and the line to the database. */
import type { Actor } from './actor.ts';
import type { Line } from './database.ts';
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
  /** Facts and jobs that leave together with the commit. Filled by `announce` and `enqueue`. */
  readonly leaving: { readonly facts: Announced[]; readonly jobs: Enqueued[] };
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
  return {
    ...asking(house, by, line, now),
    key,
    run: async (statement) => (await line.query(statement)).rowCount ?? 0,
    leaving: { facts: [], jobs: [] },
  };
}

/** Asks a question outside any deed. Statements run one by one on the pool, each seeing the latest commit. */
export function question<Input, Answer>(
  house: House,
  by: Actor,
  ask: Question<Input, Answer>,
  input: Input,
): Promise<Answer> {
  return ask(asking(house, by, house.db), input);
}
