/** How deeds take a store. Locks are taken in one order everywhere: a person's row, a store's row, what belongs to them. */
import { isId } from '#kernel/id';
import { refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import type { StoreRole } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import type { SellerKind, StoreState } from './store.ts';

export interface LockedStore {
  id: string;
  slug: string;
  name: string;
  about: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  currency: string;
  city: string;
}

export async function lockStore(work: Work, store: string): Promise<LockedStore | undefined> {
  if (!isId(store)) return undefined;
  return work.one<LockedStore>(sql`
    select id, slug, name, about, state, kind, country, currency, city
      from parties.stores
     where id = ${store}
       for update`);
}

export type RoleRefusal = { no: 'store_not_found' } | { no: 'only_its_people_may'; role: StoreRole };

/**
 * Locks a store for somebody who works in it in the role. What they may is read from the table, not from what was kept
 * of them in memory: whoever was removed a second ago may no more. To those who do not work there it is not there.
 */
export async function lockTheirs(
  work: Work,
  store: string,
  role: StoreRole,
): Promise<Result<LockedStore, RoleRefusal>> {
  const locked = await lockStore(work, store);
  if (!locked) return refuse({ no: 'store_not_found' });
  if (work.by.kind === 'system') return { ok: true, value: locked };
  const roles = await rolesIn(work, store);
  if (!roles) return refuse({ no: 'store_not_found' });
  if (!roles.includes(role) && !roles.includes('owner')) return refuse({ no: 'only_its_people_may', role });
  return { ok: true, value: locked };
}

/** The asker's roles in the store now; a key's are what the key was made with. Undefined for strangers. */
export async function rolesIn(ask: Asking, store: string): Promise<readonly StoreRole[] | undefined> {
  if (!isId(ask.by.id)) return undefined;
  const row = await ask.one<{ roles: StoreRole[] }>(sql`
    select roles from parties.members where store = ${store} and person = ${ask.by.id}
    union all
    select roles from parties.keys
     where store = ${store} and id = ${ask.by.id} and revoked_at is null and (expires_at is null or expires_at > ${ask.now})`);
  return row?.roles;
}

/** Whether the asker may look at what belongs to the store's people: one of the roles there, or staff for admissions. */
export async function maySee(ask: Asking, store: string, ...roles: StoreRole[]): Promise<boolean> {
  if (!isId(store)) return false;
  if (isStaff(ask.by, 'admission')) return true;
  const theirs = await rolesIn(ask, store);
  return theirs !== undefined && theirs.some((role) => role === 'owner' || roles.includes(role));
}
