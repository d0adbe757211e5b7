/** A copy of everything the house holds on a person: asked for, made by a job of all departments, fetched within seven days. */
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { seal, unseal } from '#platform/crypto';
import type { House } from '#platform/house';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { letterToPerson } from './letters.ts';
import { personId, personOf } from './person.ts';

const days = 7;

/** Listed in the order in which they are checked. */
export type AskCopyRefusal = { no: 'person_not_found' } | { no: 'a_copy_was_asked_for_today'; again: Date };

/** One a day: making it reads a great deal. */
export async function askCopy(work: Work, _input: object): Promise<Result<{ copy: string }, AskCopyRefusal>> {
  const person = personId(work.by);
  // Locks the person, so that two at once are one after the other.
  const found = await work.one<{ id: string }>(sql`select id from parties.people where id = ${person} for update`);
  if (!person || !found) return refuse({ no: 'person_not_found' });
  const last = await work.one<{ asked_at: Date }>(sql`
    select asked_at from parties.copies where person = ${person} order by asked_at desc limit 1`);
  const again = last && new Date(last.asked_at.getTime() + 86_400_000);
  if (again && again > work.now) return refuse({ no: 'a_copy_was_asked_for_today', again });
  const copy = newId(work.now);
  const expires = new Date(work.now.getTime() + days * 86_400_000);
  await work.run(sql`
    insert into parties.copies (person, id, asked_at, expires_at) values (${person}, ${copy}, ${work.now}, ${expires})`);
  enqueue(work, makeCopy({ person, copy }));
  return ok({ copy });
}

/** Asks every department, and tells the person when it is there. */
export const makeCopy = job<{ person: string; copy: string }>(
  'parties.make_copy',
  async (house, { person, copy }, info) => {
    const body = seal(house, await everythingOf(house, person));
    return info.perform(copyMade, { person, copy, body });
  },
);

async function everythingOf(house: House, person: string): Promise<string> {
  const ask = asking(house, system, house.db);
  const all: Record<string, unknown> = { made_at: ask.now, person };
  for (const { name, personal } of house.modules) if (personal) all[name] = await personal.held(ask, { person });
  return JSON.stringify(all, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 2);
}

async function copyMade(
  work: Work,
  { person, copy, body }: { person: string; copy: string; body: string },
): Promise<Result<{ copy: string }, { no: 'copy_not_found' }>> {
  const made = await work.run(sql`
    update parties.copies set body = ${body}, ready_at = ${work.now} where person = ${person} and id = ${copy}`);
  if (made === 0) return refuse({ no: 'copy_not_found' });
  enqueue(work, letterToPerson({ person, letter: 'copy_ready', values: { link: '/account/data' } }));
  return ok({ copy });
}

export interface CopyView {
  copy: string;
  askedAt: Date;
  readyAt: Date | undefined;
  expiresAt: Date;
}

/** The asker's own, the newest first. */
export async function copiesOf(ask: Asking, _input: object): Promise<{ copies: CopyView[] }> {
  const rows = await ask.many<{ id: string; asked_at: Date; ready_at: Date | null; expires_at: Date }>(sql`
    select id, asked_at, ready_at, expires_at
      from parties.copies
     where person = ${personId(ask.by)} and expires_at > ${ask.now}
     order by asked_at desc
     limit 10`);
  return {
    copies: rows.map(({ id, asked_at, ready_at, expires_at }) => ({
      copy: id,
      askedAt: asked_at,
      readyAt: ready_at ?? undefined,
      expiresAt: expires_at,
    })),
  };
}

/** The copy itself, as JSON text; only for whom it is of. */
export async function copyOf(ask: Asking, { copy }: { copy: string }): Promise<string | undefined> {
  if (!isId(copy)) return undefined;
  const row = await ask.one<{ body: string | null }>(sql`
    select body from parties.copies where person = ${personId(ask.by)} and id = ${copy} and expires_at > ${ask.now}`);
  return row?.body ? unseal(ask.house, row.body) : undefined;
}

/** What this department itself holds. */
export async function heldOnPerson(ask: Asking, { person }: { person: string }): Promise<Record<string, unknown>> {
  const addresses = await ask.many<Record<string, unknown>>(sql`
    select address, phone, first, created_at from parties.addresses where person = ${person} order by id`);
  const sessions = await ask.many<Record<string, unknown>>(sql`
    select agent, address, created_at, seen_at, expires_at from parties.sessions where person = ${person} order by id`);
  const passkeys = await ask.many<Record<string, unknown>>(sql`
    select name, backed_up, created_at, used_at, removed_at from parties.passkeys where person = ${person} order by id`);
  const letters = await ask.many<Record<string, unknown>>(sql`
    select purpose, email, created_at, used_at from parties.links where person = ${person} order by id`);
  const stores = await ask.many<Record<string, unknown>>(sql`
    select s.name, s.slug, m.roles, m.since
      from parties.members m
      join parties.stores s on s.id = m.store
     where m.person = ${person}
     order by m.since`);
  const { since } = (await ask.one<{ since: Date | null }>(sql`
    select footprints_since as since from parties.people where id = ${person}`)) ?? { since: null };
  return {
    about: await personOf(ask, { person }),
    footprints_since: since,
    addresses,
    sessions,
    passkeys,
    letters,
    stores,
  };
}
