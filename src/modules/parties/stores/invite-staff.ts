/** An owner asks somebody by letter to work in the store; whoever holds the letter may accept, once. */
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system } from '#platform/actor';
import type { StoreRole } from '#platform/actor';
import { hashToken } from '#platform/crypto';
import type { House } from '#platform/house';
import { enqueue, job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Asking, Work } from '#platform/work';
import { actorsKept } from '../memory.ts';
import { claimEmail } from '../people/confirm-email.ts';
import { checkEmail } from '../people/email.ts';
import { pageFor, writtenNow } from '../people/letters.ts';
import { personId } from '../people/person.ts';
import { made, readToken, tokenFor } from '../people/secrets.ts';
import { lockStore, lockTheirs } from './lock.ts';
import type { RoleRefusal } from './lock.ts';
import { checkRoles, membersOf, storeRoles } from './members.ts';
import type { RolesRefusal } from './members.ts';

const validDays = 7;
/** Open ones, and those of the last day: letters go to people who did not ask for them. */
const most = 50;

export function invitationToken(house: House, store: string, invitation: string): string {
  return tokenFor(store, made(house, 'invitation', store, invitation));
}

/** Listed in the order in which they are checked. */
export type InviteStaffRefusal =
  | RoleRefusal
  | { no: 'email_is_wrong' }
  | RolesRefusal
  | { no: 'already_works_here' }
  | { no: 'already_invited'; invitation: string }
  | { no: 'too_many_invitations'; most: number };

/** `locale` is the language of the letter: of the reader nothing is known yet. */
export async function inviteStaff(
  work: Work,
  { store, email, roles, locale = 'en' }: { store: string; email: string; roles: readonly string[]; locale?: string },
): Promise<Result<{ invitation: string; expiresAt: Date }, InviteStaffRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const address = checkEmail(email);
  if (!address.ok) return address;
  const checked = checkRoles(roles, storeRoles);
  if (!checked.ok) return checked;
  if (await worksHere(work, store, address.value)) return refuse({ no: 'already_works_here' });
  const dayAgo = new Date(work.now.getTime() - 86_400_000);
  const recent = await work.many<{ id: string; email: string; expires_at: Date; ended_at: Date | null }>(sql`
    select id, email, expires_at, ended_at
      from parties.invitations
     where store = ${store} and (ended_at is null or created_at > ${dayAgo})`);
  const before = recent.find((one) => one.email === address.value && !one.ended_at);
  if (before && before.expires_at > work.now) return refuse({ no: 'already_invited', invitation: before.id });
  if (recent.length >= most) return refuse({ no: 'too_many_invitations', most });

  // One that ran out makes way for the new one.
  if (before)
    await work.run(
      sql`update parties.invitations set ended_at = ${work.now} where store = ${store} and id = ${before.id}`,
    );
  const invitation = newId(work.now);
  const expiresAt = new Date(work.now.getTime() + validDays * 86_400_000);
  await work.run(sql`
    insert into parties.invitations (store, id, email, roles, token_hash, invited_by, created_at, expires_at)
    values (${store}, ${invitation}, ${address.value}, ${checked.value}, ${hashToken(invitationToken(work.house, store, invitation))},
            ${work.by.id}, ${work.now}, ${expiresAt})`);
  enqueue(work, invitationLetter({ store, invitation, inviter: work.by.name, locale }));
  return ok({ invitation, expiresAt });
}

async function worksHere(work: Work, store: string, email: string): Promise<boolean> {
  const members = await membersOf(work, store);
  const row = await work.one<{ person: string }>(sql`
    select person from parties.emails where email = ${email} and person = any(${members.map((one) => one.person)}::uuid[])`);
  return row !== undefined;
}

export const invitationLetter = job<{ store: string; invitation: string; inviter: string; locale: string }>(
  'parties.invitation_letter',
  async (house, { store, invitation, inviter, locale }) => {
    const ask = asking(house, system, house.db);
    const row = await ask.one<{ email: string; name: string }>(sql`
      select i.email, s.name
        from parties.invitations i
        join parties.stores s on s.id = i.store
       where i.store = ${store} and i.id = ${invitation} and i.ended_at is null and i.expires_at > ${ask.now}`);
    if (!row) return;
    const link = `${pageFor(house, locale, '/invitation')}?token=${invitationToken(house, store, invitation)}`;
    const letter = await writtenNow(house, locale, 'invitation', { store: row.name, inviter, link });
    await house.mail.send({ to: row.email, ...letter });
  },
);

export type WithdrawInvitationRefusal = RoleRefusal | { no: 'invitation_not_found' };

export async function withdrawInvitation(
  work: Work,
  { store, invitation }: { store: string; invitation: string },
): Promise<Result<{ invitation: string }, WithdrawInvitationRefusal>> {
  const locked = await lockTheirs(work, store, 'owner');
  if (!locked.ok) return locked;
  const ended = isId(invitation)
    ? await work.run(
        sql`update parties.invitations set ended_at = ${work.now} where store = ${store} and id = ${invitation} and ended_at is null`,
      )
    : 0;
  return ended > 0 ? ok({ invitation }) : refuse({ no: 'invitation_not_found' });
}

interface InvitationRow {
  id: string;
  email: string;
  roles: StoreRole[];
  expires_at: Date;
  ended_at: Date | null;
  accepted_by: string | null;
}

async function invitationBy(ask: Asking, read: { owner: string; hash: string }): Promise<InvitationRow | undefined> {
  return ask.one<InvitationRow>(sql`
    select id, email, roles, expires_at, ended_at, accepted_by
      from parties.invitations
     where store = ${read.owner} and token_hash = ${read.hash}`);
}

/** What the page of an invitation says before it is accepted; undefined when the token opens nothing any more. */
export async function invitationAt(
  ask: Asking,
  { token }: { token: string },
): Promise<{ store: string; storeName: string; email: string; roles: StoreRole[] } | undefined> {
  const read = readToken(token);
  const row = read && (await invitationBy(ask, read));
  if (!read || !row || row.ended_at || row.expires_at <= ask.now) return undefined;
  const store = await ask.one<{ name: string }>(sql`select name from parties.stores where id = ${read.owner}`);
  return store && { store: read.owner, storeName: store.name, email: row.email, roles: row.roles };
}

/** Listed in the order in which they are checked. */
export type AcceptInvitationRefusal =
  | { no: 'person_not_found' }
  | { no: 'invitation_not_found' }
  | { no: 'invitation_was_used' }
  | { no: 'invitation_is_over' };

/** The asker works in the store from now on; roles they had there stay. Accepting again what they accepted changes nothing. */
export async function acceptInvitation(
  work: Work,
  { token }: { token: string },
): Promise<Result<{ store: string; roles: StoreRole[] }, AcceptInvitationRefusal>> {
  const person = personId(work.by);
  const them = await work.one<{ email: string }>(sql`select email from parties.people where id = ${person} for update`);
  if (!person || !them) return refuse({ no: 'person_not_found' });
  const read = readToken(token);
  const store = read && (await lockStore(work, read.owner));
  const row = store && (await invitationBy(work, read));
  if (!store || !row) return refuse({ no: 'invitation_not_found' });
  if (row.accepted_by === person) return ok({ store: store.id, roles: row.roles });
  if (row.accepted_by) return refuse({ no: 'invitation_was_used' });
  if (row.ended_at) return refuse({ no: 'invitation_not_found' });
  if (row.expires_at <= work.now) return refuse({ no: 'invitation_is_over' });

  const before = (await membersOf(work, store.id)).find((one) => one.person === person)?.roles ?? [];
  const roles = storeRoles.filter((role) => before.includes(role) || row.roles.includes(role));
  await work.run(sql`
    insert into parties.members (store, person, roles, since) values (${store.id}, ${person}, ${roles}, ${work.now})
        on conflict (store, person) do update set roles = excluded.roles`);
  await work.run(sql`
    update parties.invitations set accepted_by = ${person}, ended_at = ${work.now} where store = ${store.id} and id = ${row.id}`);
  // The letter was read at this address, so it is theirs.
  if (them.email === row.email) await claimEmail(work, person, row.email);
  actorsKept(work.house).forget(person);
  return ok({ store: store.id, roles });
}
