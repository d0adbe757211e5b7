/** Doors of a person to what is their own: who they are, where they are signed in, where they live. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { addAddress, addressesOfPerson, editAddress, removeAddress } from '../people/addresses.ts';
import { callOf } from '../people/call.ts';
import { changeEmail, changePassword } from '../people/change-password.ts';
import { editPerson, me } from '../people/person.ts';
import { endOtherSessions, endSession, sessionsOfPerson } from '../people/sessions.ts';
import {
  AddressFieldsShape,
  AddressViewShape,
  Code,
  Country,
  Currency,
  Email,
  Language,
  Name,
  Password,
  PersonShape,
  Roles,
} from './shapes.ts';
import { aboutStatus, addressStatus, keyStatus, passwordStatus, proofStatus } from './status.ts';

const typedAddress = Type.Object({
  country: Country,
  ...AddressFieldsShape,
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  first: Type.Optional(Type.Boolean({ description: 'Offered before the others.' })),
});

export const meDoors = [
  door({
    method: 'GET',
    path: '/me',
    says: 'Who asks: the person, the stores they work for, what they may do at the desk.',
    may: 'person',
    answer: Type.Object({
      ...PersonShape,
      stores: Type.Array(
        Type.Object({ store: Uuid, slug: Type.String(), name: Type.String(), state: Type.String(), roles: Roles }),
      ),
      staff: Roles,
    }),
    question: me,
  }),
  door({
    method: 'PATCH',
    path: '/me',
    says: 'The person changes name, language, country or currency.',
    may: 'person',
    body: Type.Object({
      name: Type.Optional(Name),
      locale: Type.Optional(Language),
      country: Type.Optional(Country),
      currency: Type.Optional(Currency),
    }),
    answer: Type.Object({
      name: Type.String(),
      locale: Type.String(),
      country: Type.String(),
      currency: Type.String(),
    }),
    refusals: { person_not_found: 404, ...aboutStatus },
    deed: editPerson,
  }),
  door({
    method: 'PUT',
    path: '/me/password',
    says: 'The person changes the password; all other sessions end.',
    may: 'person',
    body: Type.Object({ password: Password, code: Type.Optional(Code), next: Password }),
    answer: Type.Object({ ended: Type.Integer() }),
    refusals: {
      ...proofStatus,
      ...passwordStatus,
      password_has_changed: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { password: string; code?: string; next: string }) =>
      changePassword(callOf(ask), input),
  }),
  door({
    method: 'PUT',
    path: '/me/email',
    says: 'The person wants another address; it becomes theirs when the letter to it is answered.',
    may: 'person',
    body: Type.Object({ password: Password, code: Type.Optional(Code), email: Email }),
    answer: Type.Object({ sent: Type.Boolean() }),
    refusals: {
      ...proofStatus,
      email_is_wrong: 422,
      that_is_your_address: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { password: string; code?: string; email: string }) =>
      changeEmail(callOf(ask), input),
  }),
  door({
    method: 'GET',
    path: '/me/sessions',
    says: 'Where the person is signed in, the latest used first.',
    may: 'person',
    answer: Type.Object({
      sessions: Type.Array(
        Type.Object({
          session: Uuid,
          agent: Type.String(),
          address: Type.String(),
          since: When,
          seenAt: When,
          expiresAt: When,
          current: Type.Boolean(),
        }),
      ),
    }),
    question: sessionsOfPerson,
  }),
  door({
    method: 'DELETE',
    path: '/me/sessions/{session}',
    says: 'The person ends one of their sessions.',
    may: 'person',
    answer: Type.Object({ ended: Type.Integer() }),
    refusals: { session_not_found: 404 },
    deed: endSession,
  }),
  door({
    method: 'DELETE',
    path: '/me/sessions',
    says: 'The person ends all sessions but this one.',
    may: 'person',
    answer: Type.Object({ ended: Type.Integer() }),
    refusals: {},
    deed: endOtherSessions,
  }),
  door({
    method: 'GET',
    path: '/me/addresses',
    says: "The person's address book.",
    may: 'person',
    answer: Type.Object({ addresses: Type.Array(AddressViewShape) }),
    question: async (ask: Asking, _input: object) => ({ addresses: await addressesOfPerson(ask) }),
  }),
  door({
    method: 'POST',
    path: '/me/addresses',
    says: "The person adds an address, in its country's own form.",
    may: 'person',
    body: typedAddress,
    answer: AddressViewShape,
    refusals: { person_not_found: 404, ...addressStatus, too_many_addresses: 409 },
    deed: addAddress,
  }),
  door({
    method: 'PUT',
    path: '/me/addresses/{id}',
    says: 'The person writes an address anew.',
    may: 'person',
    body: typedAddress,
    answer: AddressViewShape,
    refusals: { person_not_found: 404, address_not_found: 404, ...addressStatus },
    deed: editAddress,
  }),
  door({
    method: 'DELETE',
    path: '/me/addresses/{id}',
    says: 'The person strikes an address out.',
    may: 'person',
    answer: Type.Object({ id: Uuid }),
    refusals: { person_not_found: 404, address_not_found: 404 },
    deed: removeAddress,
  }),
];
