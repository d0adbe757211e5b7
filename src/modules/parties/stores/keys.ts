/** Keys with which a store's own programs come to the API. */
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { StoreRole } from '#platform/actor';
import { hashToken } from '#platform/crypto';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { perform } from '#platform/perform';
import type { KeyRefusal } from '#platform/perform';
import { actorsKept } from '../memory.ts';
import { keyPrefix } from '../people/actor.ts';
import type { Call } from '../people/call.ts';
import { made, tokenFor } from '../people/secrets.ts';
import { plainName } from '../words.ts';
import { lockTheirs, maySee } from './lock.ts';
import type { RoleRefusal } from './lock.ts';
import { checkRoles } from './members.ts';
import type { RolesRefusal } from './members.ts';

/** A key cannot own: it makes no keys, invites nobody, changes no payout account's owner. */
export const keyRoles: readonly StoreRole[] = ['products', 'orders', 'finance'];
const mostKeys = 50;

export interface MakeKey {
  store: string;
  /** What the seller calls it: "warehouse", "ERP". */
  name: string;
  roles: readonly string[];
  expiresAt?: Date | undefined;
}

export interface NewKey {
  key: string;
  /** Shown now and never again. */
  secret: string;
}

/** Listed in the order in which they are checked. */
export type MakeKeyRefusal =
  | RoleRefusal
  | { no: 'name_is_missing' }
  | { no: 'name_is_too_long'; most: number }
  | RolesRefusal
  | { no: 'end_is_in_the_past' }
  | { no: 'too_many_keys'; most: number };

/** The secret is made of the command's key, so that a form sent twice shows the same one, and no answer that is kept holds it. */
export async function makeKey(call: Call, input: MakeKey): Promise<Result<NewKey, MakeKeyRefusal | KeyRefusal>> {
  const { house, by } = call;
  const secret = isId(input.store)
    ? tokenFor(input.store, made(house, 'key', by.id, call.key, input.store, input.name))
    : '';
  const make = (work: Work, asked: MakeKey) => addKey(work, asked, secret);
  const said = await perform(house, { key: call.key, by }, make, input);
  return said.ok ? ok({ key: said.value.key, secret: keyPrefix + secret }) : said;
}

async function addKey(
  work: Work,
  { store, name, roles, expiresAt }: MakeKey,
  secret: string,
): Promise<Result<{ key: string }, MakeKeyRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const named = plainName(name);
  if (!named.ok) return named;
  const checked = checkRoles(roles, keyRoles);
  if (!checked.ok) return checked;
  if (expiresAt && expiresAt <= work.now) return refuse({ no: 'end_is_in_the_past' });
  const counted = await work.one<{ count: number }>(sql`
    select count(*)::int as count from parties.keys where store = ${store} and revoked_at is null`);
  if (counted!.count >= mostKeys) return refuse({ no: 'too_many_keys', most: mostKeys });
  const key = newId(work.now);
  await work.run(sql`
    insert into parties.keys (store, id, name, roles, token_hash, hint, created_at, created_by, expires_at)
    values (${store}, ${key}, ${named.value}, ${checked.value}, ${hashToken(secret)}, ${secret.slice(-4)}, ${work.now}, ${work.by.id}, ${expiresAt ?? null})`);
  return ok({ key });
}

export type RevokeKeyRefusal = RoleRefusal | { no: 'key_not_found' };

/** From now on the key opens nothing; in other processes within five seconds. Revoking again changes nothing. */
export async function revokeKey(
  work: Work,
  { store, key }: { store: string; key: string },
): Promise<Result<{ key: string }, RevokeKeyRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const found = isId(key)
    ? await work.run(
        sql`update parties.keys set revoked_at = coalesce(revoked_at, ${work.now}) where store = ${store} and id = ${key}`,
      )
    : 0;
  if (found === 0) return refuse({ no: 'key_not_found' });
  actorsKept(work.house).forget(key);
  return ok({ key });
}

export interface KeyView {
  key: string;
  name: string;
  roles: StoreRole[];
  /** The last four letters of the secret, to tell keys apart. */
  hint: string;
  createdAt: Date;
  expiresAt: Date | null;
  usedAt: Date | null;
  revokedAt: Date | null;
}

interface KeyRow {
  id: string;
  name: string;
  roles: StoreRole[];
  hint: string;
  created_at: Date;
  expires_at: Date | null;
  used_at: Date | null;
  revoked_at: Date | null;
}

/** For the owners; those that were revoked come last. */
export async function keysOfStore(ask: Asking, { store }: { store: string }): Promise<{ keys: KeyView[] } | undefined> {
  if (!(await maySee(ask, store))) return undefined;
  const rows = await ask.many<KeyRow>(sql`
    select id, name, roles, hint, created_at, expires_at, used_at, revoked_at
      from parties.keys
     where store = ${store}
     order by revoked_at is not null, id desc
     limit 200`);
  return {
    keys: rows.map(({ id, created_at, expires_at, used_at, revoked_at, ...row }) => ({
      key: id,
      ...row,
      createdAt: created_at,
      expiresAt: expires_at,
      usedAt: used_at,
      revokedAt: revoked_at,
    })),
  };
}
