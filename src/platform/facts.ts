/**
 * Facts are announced in the transaction that makes them true, and kept. Those that somebody reacts to are also queued,
 * once per reaction, so that one reaction's failure neither stops nor repeats another's.
 */
import { newId } from '#kernel/id';
import { sql, json } from './sql.ts';
import type { Statement } from './sql.ts';
import type { Work } from './work.ts';

export interface Announced {
  readonly name: string;
  readonly body: object;
}

export interface FactKind<Body extends object> {
  (body: Body): Announced;
  readonly fact: string;
}

/** Names a fact: past tense, with its owner, as `trade.order_funded`. */
export function fact<Body extends object>(name: string): FactKind<Body> {
  return Object.assign((body: Body): Announced => ({ name, body }), { fact: name });
}

export interface FactInfo {
  readonly id: string;
  readonly at: Date;
  readonly attempt: number;
}

export interface Reaction {
  readonly name: string;
  readonly to: string;
  readonly run: (work: Work, body: never, info: FactInfo) => Promise<unknown>;
}

/** What a module does when another's fact arrives: exactly once, as the house, in a transaction of its own. */
export function reaction<Body extends object>(
  to: FactKind<Body>,
  name: string,
  run: (work: Work, body: Body, info: FactInfo) => Promise<unknown>,
): Reaction {
  return { name, to: to.fact, run: run as Reaction['run'] };
}

export function announce(work: Work, announced: Announced): void {
  work.leaving.facts.push(announced);
}

/** The statements that write a deed's facts: one for the facts, one for the queue of their reactions. */
export function factsLeaving(work: Work): Statement[] {
  const { facts } = work.leaving;
  if (facts.length === 0) return [];
  const ids = facts.map(() => newId(work.now));
  const statements = [
    sql`
    insert into platform.facts (id, name, body, at)
    select id, name, body, ${work.now}
      from unnest(${ids}::uuid[], ${facts.map((one) => one.name)}::text[], ${facts.map((one) => json(one.body))}::jsonb[]) as f (id, name, body)`,
  ];
  const queued = facts.flatMap((one, n) =>
    (work.house.reactionsTo.get(one.name) ?? []).map((reacts) => ({ id: ids[n]!, name: reacts.name })),
  );
  if (queued.length > 0) {
    statements.push(sql`
    insert into platform.outbox (fact, reaction, due_at)
    select fact, reaction, ${work.now}
      from unnest(${queued.map((one) => one.id)}::uuid[], ${queued.map((one) => one.name)}::text[]) as q (fact, reaction)`);
  }
  return statements;
}
