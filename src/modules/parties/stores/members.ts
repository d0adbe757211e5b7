/** The people who work in a store, and the roles they have there. An owner is always left. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { StoreRole } from '#platform/actor';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { letterToPerson } from '../people/letters.ts';
import { peopleOf } from '../people/person.ts';
import { lockStore, lockTheirs, maySee } from './lock.ts';
import type { RoleRefusal } from './lock.ts';

export const storeRoles: readonly StoreRole[] = ['owner', 'products', 'orders', 'finance'];

export type RolesRefusal = { no: 'roles_are_missing' } | { no: 'role_is_not_known'; role: string };

/** Each once, in the order of the list. */
export function checkRoles<Role extends string>(
  roles: readonly string[],
  known: readonly Role[],
): Result<Role[], RolesRefusal> {
  const stray = roles.find((role) => !known.includes(role as Role));
  if (stray !== undefined) return refuse({ no: 'role_is_not_known', role: stray });
  return roles.length === 0 ? refuse({ no: 'roles_are_missing' }) : ok(known.filter((role) => roles.includes(role)));
}

export interface Member {
  person: string;
  roles: StoreRole[];
  since: Date;
}

/** Whoever holds the store's row sees a list that nobody changes meanwhile. */
export async function membersOf(ask: Asking, store: string): Promise<Member[]> {
  return ask.many<Member>(
    sql`select person, roles, since from parties.members where store = ${store} order by since, person`,
  );
}

const ownerLeft = (members: readonly Member[]) => members.some((one) => one.roles.includes('owner'));

/** Listed in the order in which they are checked. */
export type ChangeMemberRefusal =
  RoleRefusal | RolesRefusal | { no: 'member_not_found' } | { no: 'the_last_owner_stays' };

export async function changeMember(
  work: Work,
  { store, person, roles }: { store: string; person: string; roles: readonly string[] },
): Promise<Result<{ person: string; roles: StoreRole[] }, ChangeMemberRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const checked = checkRoles(roles, storeRoles);
  if (!checked.ok) return checked;
  const members = await membersOf(work, store);
  if (!members.some((one) => one.person === person)) return refuse({ no: 'member_not_found' });
  const after = members.map((one) => (one.person === person ? { ...one, roles: checked.value } : one));
  if (!ownerLeft(after)) return refuse({ no: 'the_last_owner_stays' });
  await work.run(
    sql`update parties.members set roles = ${checked.value} where store = ${store} and person = ${person}`,
  );
  actorsKept(work.house).forget(person);
  return ok({ person, roles: checked.value });
}

/** Listed in the order in which they are checked. */
export type RemoveMemberRefusal = RoleRefusal | { no: 'member_not_found' } | { no: 'the_last_owner_stays' };

/** An owner ends somebody's work in the store; everybody may leave by themselves. */
export async function removeMember(
  work: Work,
  { store, person }: { store: string; person: string },
): Promise<Result<{ person: string }, RemoveMemberRefusal>> {
  const leaves = work.by.kind === 'person' && work.by.id === person;
  const locked = leaves ? await lockToLeave(work, store) : await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const members = await membersOf(work, store);
  if (!members.some((one) => one.person === person))
    return refuse({ no: leaves ? 'store_not_found' : 'member_not_found' });
  if (!ownerLeft(members.filter((one) => one.person !== person))) return refuse({ no: 'the_last_owner_stays' });
  await work.run(sql`delete from parties.members where store = ${store} and person = ${person}`);
  actorsKept(work.house).forget(person);
  if (!leaves) enqueue(work, letterToPerson({ person, letter: 'left_store', values: { store: locked.value.name } }));
  return ok({ person });
}

async function lockToLeave(work: Work, store: string) {
  const locked = await lockStore(work, store);
  return locked ? ok(locked) : refuse({ no: 'store_not_found' });
}

export interface MemberView extends Member {
  name: string;
  email: string;
}

export interface InvitationView {
  invitation: string;
  email: string;
  roles: StoreRole[];
  invitedAt: Date;
  expiresAt: Date;
  isOver: boolean;
}

/** Who works in a store and who is invited; for its people and for staff. Invitations are the owners' business. */
export async function staffOfStore(
  ask: Asking,
  { store }: { store: string },
): Promise<{ members: MemberView[]; invitations: InvitationView[] } | undefined> {
  if (!isId(store) || !(await maySee(ask, store, 'products', 'orders', 'finance'))) return undefined;
  const members = await membersOf(ask, store);
  const people = new Map(
    (await peopleOf(ask, { people: members.map((one) => one.person) })).map((one) => [one.person, one]),
  );
  const invitations = (await maySee(ask, store))
    ? await ask.many<{ id: string; email: string; roles: StoreRole[]; created_at: Date; expires_at: Date }>(sql`
        select id, email, roles, created_at, expires_at
          from parties.invitations
         where store = ${store} and ended_at is null
         order by id`)
    : [];
  return {
    members: members.map((one) => ({
      ...one,
      name: people.get(one.person)?.name ?? '',
      email: people.get(one.person)?.email ?? '',
    })),
    invitations: invitations.map(({ id, email, roles, created_at, expires_at }) => ({
      invitation: id,
      email,
      roles,
      invitedAt: created_at,
      expiresAt: expires_at,
      isOver: expires_at <= ask.now,
    })),
  };
}
