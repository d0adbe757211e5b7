/** Doors of those who work in a store, people and programs. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { acceptInvitation, invitationAt, inviteStaff, withdrawInvitation } from '../stores/invite-staff.ts';
import { keysOfStore, makeKey, revokeKey } from '../stores/keys.ts';
import { changeMember, removeMember, staffOfStore } from '../stores/members.ts';
import { Email, Language, Name, Roles } from './shapes.ts';
import { roleStatus, rolesStatus } from './status.ts';

export const memberDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/staff',
    says: 'Who works in the store, and who is invited.',
    may: 'person',
    answer: Type.Object({
      members: Type.Array(
        Type.Object({ person: Uuid, roles: Roles, since: When, name: Type.String(), email: Type.String() }),
      ),
      invitations: Type.Array(
        Type.Object({
          invitation: Uuid,
          email: Type.String(),
          roles: Roles,
          invitedAt: When,
          expiresAt: When,
          isOver: Type.Boolean(),
        }),
      ),
    }),
    question: staffOfStore,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/staff/{person}',
    says: 'An owner gives somebody other roles.',
    may: 'person',
    body: Type.Object({ roles: Roles }),
    answer: Type.Object({ person: Uuid, roles: Roles }),
    refusals: { ...roleStatus, ...rolesStatus, member_not_found: 404, the_last_owner_stays: 409 },
    deed: changeMember,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/staff/{person}',
    says: "An owner ends somebody's work in the store, or somebody leaves.",
    may: 'person',
    answer: Type.Object({ person: Uuid }),
    refusals: { ...roleStatus, member_not_found: 404, the_last_owner_stays: 409 },
    deed: removeMember,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/invitations',
    says: 'An owner invites somebody by letter.',
    may: 'person',
    body: Type.Object({ email: Email, roles: Roles, locale: Type.Optional(Language) }),
    answer: Type.Object({ invitation: Uuid, expiresAt: When }),
    refusals: {
      ...roleStatus,
      email_is_wrong: 422,
      ...rolesStatus,
      already_works_here: 409,
      already_invited: 409,
      too_many_invitations: 409,
    },
    deed: inviteStaff,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/invitations/{invitation}',
    says: 'An owner takes an invitation back.',
    may: 'person',
    answer: Type.Object({ invitation: Uuid }),
    refusals: { ...roleStatus, invitation_not_found: 404 },
    deed: withdrawInvitation,
  }),
  door({
    method: 'GET',
    path: '/invitations/{token}',
    says: 'What an invitation is to, before it is accepted.',
    may: 'anyone',
    answer: Type.Object({ store: Uuid, storeName: Type.String(), email: Type.String(), roles: Roles }),
    question: invitationAt,
  }),
  door({
    method: 'POST',
    path: '/invitations/{token}/acceptance',
    says: 'The person accepts and works in the store from now on.',
    may: 'person',
    answer: Type.Object({ store: Uuid, roles: Roles }),
    refusals: { person_not_found: 404, invitation_not_found: 404, invitation_was_used: 410, invitation_is_over: 410 },
    deed: acceptInvitation,
  }),
];

interface KeyBody {
  store: string;
  name: string;
  roles: string[];
  expiresAt?: string;
}

const makeKeyDoor = (ask: Asking, { expiresAt, ...input }: KeyBody) =>
  makeKey(callOf(ask), { ...input, ...(expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) }) });

export const keyDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/keys',
    says: "The store's keys for programs; never their secrets.",
    may: 'person',
    answer: Type.Object({
      keys: Type.Array(
        Type.Object({
          key: Uuid,
          name: Type.String(),
          roles: Roles,
          hint: Type.String(),
          createdAt: When,
          expiresAt: Maybe(When),
          usedAt: Maybe(When),
          revokedAt: Maybe(When),
        }),
      ),
    }),
    question: keysOfStore,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/keys',
    says: 'An owner makes a key. The secret is in this answer and nowhere else.',
    may: 'person',
    body: Type.Object({ name: Name, roles: Roles, expiresAt: Type.Optional(When) }),
    answer: Type.Object({ key: Uuid, secret: Type.String() }),
    refusals: {
      ...roleStatus,
      name_is_missing: 422,
      name_is_too_long: 422,
      ...rolesStatus,
      end_is_in_the_past: 422,
      too_many_keys: 409,
      key_used_for_something_else: 409,
    },
    question: makeKeyDoor,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/keys/{key}',
    says: 'An owner revokes a key.',
    may: 'person',
    answer: Type.Object({ key: Uuid }),
    refusals: { ...roleStatus, key_not_found: 404 },
    deed: revokeKey,
  }),
];
