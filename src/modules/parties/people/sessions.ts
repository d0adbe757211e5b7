/** Sessions: begun at a sign-in, listed, ended. Of a session's token only a hash is kept. */
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import { hashToken } from '#platform/crypto';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { sessionOf } from './actor.ts';
import type { From } from './call.ts';
import { personId } from './person.ts';
import { tokenFor } from './secrets.ts';

const days = 30;

export interface SessionStart {
  person: string;
  token_hash: string;
  from: From | undefined;
  /** Whether a second step was part of the sign-in. */
  proven?: boolean;
}

/** Writes the session down; whoever calls has made sure of the person. */
export async function beginSession(
  work: Work,
  { person, token_hash, from, proven = false }: SessionStart,
): Promise<{ session: string; expiresAt: Date }> {
  const session = newId(work.now);
  const expiresAt = new Date(work.now.getTime() + days * 86_400_000);
  await work.run(sql`
    insert into parties.sessions (person, id, token_hash, agent, address, created_at, seen_at, expires_at, proven_at)
    values (${person}, ${session}, ${token_hash}, ${(from?.agent ?? '').slice(0, 300)}, ${(from?.address ?? '').slice(0, 60)},
            ${work.now}, ${work.now}, ${expiresAt}, ${proven ? work.now : null})`);
  return { session, expiresAt };
}

/** A session without a password and as good as proven, opened by the house itself: for its benches, its stories and its simulated people. */
export async function signInAs(house: House, person: string): Promise<string> {
  const token = tokenFor(person);
  const begin = async (work: Work) =>
    ok(await beginSession(work, { person, token_hash: hashToken(token), from: { agent: 'the house' }, proven: true }));
  await perform(house, { key: `sign_in_as:${newId(house.clock.now())}`, by: system }, begin, {});
  return token;
}

/** Ends the session through which it is asked. Ending what has ended is no refusal. */
export async function signOut(work: Work, _input: object): Promise<Result<{ ended: number }, never>> {
  const session = sessionOf(work.by);
  if (!session) return ok({ ended: 0 });
  const ended = await work.run(sql`delete from parties.sessions where person = ${work.by.id} and id = ${session}`);
  actorsKept(work.house).forget(work.by.id);
  return ok({ ended });
}

export type EndSessionRefusal = { no: 'session_not_found' };

export async function endSession(
  work: Work,
  { session }: { session: string },
): Promise<Result<{ ended: number }, EndSessionRefusal>> {
  const ended = isId(session)
    ? await work.run(sql`delete from parties.sessions where person = ${personId(work.by)} and id = ${session}`)
    : 0;
  if (ended === 0) return refuse({ no: 'session_not_found' });
  actorsKept(work.house).forget(work.by.id);
  return ok({ ended });
}

/** Ends all of the asker's sessions but the one through which it is asked. */
export async function endOtherSessions(work: Work, _input: object): Promise<Result<{ ended: number }, never>> {
  const person = personId(work.by);
  return ok({ ended: person ? await endSessions(work, person, sessionOf(work.by)) : 0 });
}

/** Part of every deed after which an old session must not go on. */
export async function endSessions(work: Work, person: string, except?: string): Promise<number> {
  const ended = await work.run(sql`
    delete from parties.sessions where person = ${person} and id is distinct from ${except ?? null}`);
  actorsKept(work.house).forget(person);
  return ended;
}

export interface SessionView {
  session: string;
  agent: string;
  address: string;
  since: Date;
  seenAt: Date;
  expiresAt: Date;
  current: boolean;
}

interface SessionRow {
  id: string;
  agent: string;
  address: string;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

/** The asker's own, the latest used first. */
export async function sessionsOfPerson(ask: Asking, _input: object): Promise<{ sessions: SessionView[] }> {
  const rows = await ask.many<SessionRow>(sql`
    select id, agent, address, created_at, seen_at, expires_at
      from parties.sessions
     where person = ${personId(ask.by)} and expires_at > ${ask.now}
     order by seen_at desc, id desc
     limit 200`);
  const current = sessionOf(ask.by);
  return {
    sessions: rows.map((row) => ({
      session: row.id,
      agent: row.agent,
      address: row.address,
      since: row.created_at,
      seenAt: row.seen_at,
      expiresAt: row.expires_at,
      current: row.id === current,
    })),
  };
}
