/** Who asks, found from a session's token or a store's key. Asked with every request, so it is one statement, and rarely that. */
import { guest, visitor } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { readToken } from './secrets.ts';

/** A person who signed in, with the session they use. */
export interface SignedInActor extends Actor {
  readonly session: string;
  /** What staff would do at the desk, had this session seen a second step. */
  readonly unproven: readonly StaffRole[];
}

/** The session through which somebody asks; undefined for keys, guests and the house. */
export function sessionOf(by: Actor): string | undefined {
  return (by as Partial<SignedInActor>).session;
}

/** Staff whose session no second step has proven: the desk is closed to them until it is. */
export function waitsForSecondStep(by: Actor): boolean {
  return ((by as Partial<SignedInActor>).unproven ?? []).length > 0;
}

interface SessionRow {
  id: string;
  name: string;
  expires_at: Date;
  seen_at: Date;
  proven_at: Date | null;
  staff: StaffRole[] | null;
  stores: { store: string; roles: StoreRole[] }[] | null;
}

/** A person by their session; or else a guest, if the browser is known by something; or else a visitor. */
export async function actorOfSession(
  house: House,
  token: string | undefined,
  guestId: string | undefined,
): Promise<Actor> {
  const person = token ? await personBySession(house, token) : undefined;
  return person ?? (guestId ? guest(guestId) : visitor);
}

async function personBySession(house: House, token: string): Promise<Actor | undefined> {
  const read = readToken(token);
  if (!read) return undefined;
  const kept = actorsKept(house).get(read.hash);
  if (kept) return kept;
  const ask = asking(house, visitor, house.db);
  const row = await ask.one<SessionRow>(sql`
    select s.id, p.name, s.expires_at, s.seen_at, s.proven_at, w.roles as staff,
           (select jsonb_agg(jsonb_build_object('store', m.store, 'roles', m.roles) order by m.since, m.store)
              from parties.members m
             where m.person = p.id) as stores
      from parties.sessions s
      join parties.people p on p.id = s.person
      left join parties.staff w on w.person = p.id
     where s.person = ${read.owner}
       and s.token_hash = ${read.hash}
       and s.expires_at > ${ask.now}`);
  if (!row) return undefined;
  const actor: SignedInActor = {
    id: read.owner,
    kind: 'person',
    name: row.name,
    stores: row.stores ?? [],
    staff: row.proven_at ? (row.staff ?? []) : [],
    session: row.id,
    unproven: row.proven_at ? [] : (row.staff ?? []),
  };
  actorsKept(house).keep(read.hash, actor.id, actor, row.expires_at);
  if (ask.now.getTime() - row.seen_at.getTime() > 10 * 60_000) noteSeen(house, actor, ask.now);
  return actor;
}

/** Written aside: a person does not wait for it, and losing one loses nothing. */
function noteSeen(house: House, { id, session }: SignedInActor, now: Date): void {
  house.db
    .query(sql`update parties.sessions set seen_at = ${now} where person = ${id} and id = ${session}`)
    .catch((error: unknown) => house.log.warn({ err: error }, 'could not note when a session was seen'));
}

/** What a key begins with, so that people and programs that look for lost secrets know it. */
export const keyPrefix = 'entrepot_key_';

interface KeyRow {
  id: string;
  name: string;
  roles: StoreRole[];
  expires_at: Date | null;
  used_at: Date | null;
}

/** A store's key acts under an id of its own: it is nobody's person, and can do only what its roles can. */
export async function actorOfKey(house: House, key: string): Promise<Actor | undefined> {
  const read = key.startsWith(keyPrefix) ? readToken(key.slice(keyPrefix.length)) : undefined;
  if (!read) return undefined;
  const kept = actorsKept(house).get(read.hash);
  if (kept) return kept;
  const ask = asking(house, visitor, house.db);
  const row = await ask.one<KeyRow>(sql`
    select id, name, roles, expires_at, used_at
      from parties.keys
     where store = ${read.owner}
       and token_hash = ${read.hash}
       and revoked_at is null
       and (expires_at is null or expires_at > ${ask.now})`);
  if (!row) return undefined;
  const actor: Actor = {
    id: row.id,
    kind: 'person',
    name: row.name,
    stores: [{ store: read.owner, roles: row.roles }],
    staff: [],
  };
  actorsKept(house).keep(read.hash, row.id, actor, row.expires_at);
  if (!row.used_at || ask.now.getTime() - row.used_at.getTime() > 60_000) noteUsed(house, read.owner, row.id, ask.now);
  return actor;
}

function noteUsed(house: House, store: string, key: string, now: Date): void {
  house.db
    .query(sql`update parties.keys set used_at = ${now} where store = ${store} and id = ${key}`)
    .catch((error: unknown) => house.log.warn({ err: error }, 'could not note when a key was used'));
}
