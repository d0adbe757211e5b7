/** Doors of people: sign-up, sign-in, who they are, where they live. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { addAddress, addressesOfPerson, editAddress, removeAddress } from '../people/addresses.ts';
import { callOf } from '../people/call.ts';
import { changeEmail, changePassword } from '../people/change-password.ts';
import { askConfirmation, confirmEmail } from '../people/confirm-email.ts';
import { editPerson, me } from '../people/person.ts';
import type { AboutPerson } from '../people/person.ts';
import { askReset, resetPassword } from '../people/reset-password.ts';
import { endOtherSessions, endSession, sessionsOfPerson, signOut } from '../people/sessions.ts';
import { signIn } from '../people/sign-in.ts';
import { signUp } from '../people/sign-up.ts';
import {
  AddressFieldsShape,
  AddressViewShape,
  Country,
  Currency,
  Email,
  Language,
  Name,
  Password,
  PersonShape,
  Roles,
  Token,
} from './shapes.ts';

const SignedInShape = Type.Object({
  person: Uuid,
  token: Type.String({ description: 'The session: as cookie `entrepot_session` or as bearer. It is shown here only.' }),
  expiresAt: When,
});

const aboutStatus = {
  name_is_missing: 422,
  name_is_too_long: 422,
  language_is_not_readable: 422,
  country_not_known: 422,
  currency_not_known: 422,
  currency_withdrawn: 422,
} as const;
const passwordStatus = {
  password_is_too_short: 422,
  password_is_too_long: 422,
  password_is_easily_guessed: 422,
} as const;
const addressStatus = { country_unknown: 422, address_wrong: 422, phone_is_wrong: 422 } as const;
const linkStatus = { link_is_wrong: 404, link_was_used: 410, link_is_over: 410 } as const;
const keyStatus = { key_used_for_something_else: 409 } as const;

type NewPerson = Partial<AboutPerson> & { email: string; password: string; name: string };

const signUpDoor = (ask: Asking, { locale = 'en', country = 'US', currency = 'USD', ...input }: NewPerson) =>
  signUp(callOf(ask), { locale, country, currency, ...input });

const typedAddress = Type.Object({
  country: Country,
  ...AddressFieldsShape,
  phone: Type.String({ maxLength: 40 }),
  first: Type.Optional(Type.Boolean({ description: 'Offered before the others.' })),
});

export const signDoors = [
  door({
    method: 'POST',
    path: '/people',
    says: 'Somebody signs up and is signed in. Whether the address has an account is told only by the letter to it.',
    may: 'anyone',
    body: Type.Object({
      email: Email,
      password: Password,
      name: Name,
      locale: Type.Optional(Language),
      country: Type.Optional(Country),
      currency: Type.Optional(Currency),
    }),
    answer: SignedInShape,
    refusals: {
      email_is_wrong: 422,
      ...aboutStatus,
      ...passwordStatus,
      too_many_tries: 429,
      ...keyStatus,
      email_or_password_is_wrong: 401,
    },
    question: signUpDoor,
  }),
  door({
    method: 'POST',
    path: '/people/confirmations',
    says: 'The link in a letter proves an address.',
    may: 'anyone',
    body: Type.Object({ token: Token }),
    answer: Type.Object({ person: Uuid, email: Type.String() }),
    refusals: { ...linkStatus, address_is_somebody_elses: 409 },
    deed: confirmEmail,
  }),
  door({
    method: 'POST',
    path: '/me/confirmation-letters',
    says: 'The letter that proves the address is sent once more.',
    may: 'person',
    answer: Type.Object({ sent: Type.Boolean() }),
    refusals: { too_many_tries: 429, person_not_found: 404, email_is_confirmed: 409, ...keyStatus },
    question: (ask: Asking, _input: object) => askConfirmation(callOf(ask)),
  }),
  door({
    method: 'POST',
    path: '/sessions',
    says: 'A person signs in by address and password.',
    may: 'anyone',
    body: Type.Object({ email: Email, password: Password }),
    answer: SignedInShape,
    refusals: { too_many_tries: 429, email_or_password_is_wrong: 401 },
    question: (ask: Asking, input: { email: string; password: string }) => signIn(callOf(ask), input),
  }),
  door({
    method: 'DELETE',
    path: '/sessions/current',
    says: 'The person signs out.',
    may: 'anyone',
    answer: Type.Object({ ended: Type.Integer() }),
    refusals: {},
    deed: signOut,
  }),
  door({
    method: 'POST',
    path: '/password-resets',
    says: 'Somebody forgot a password; if there is an account, a letter with a link goes to the address.',
    may: 'anyone',
    body: Type.Object({ email: Email }),
    answer: Type.Object({ sent: Type.Boolean() }),
    refusals: { email_is_wrong: 422, too_many_tries: 429 },
    question: (ask: Asking, input: { email: string }) => askReset(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/password-resets/choices',
    says: 'Whoever read the letter chooses a new password; all sessions end.',
    may: 'anyone',
    body: Type.Object({ token: Token, password: Password }),
    answer: Type.Object({ person: Uuid }),
    refusals: { ...passwordStatus, ...linkStatus, ...keyStatus },
    question: (ask: Asking, input: { token: string; password: string }) => resetPassword(callOf(ask), input),
  }),
];

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
    body: Type.Object({ password: Password, next: Password }),
    answer: Type.Object({ ended: Type.Integer() }),
    refusals: {
      person_not_found: 404,
      too_many_tries: 429,
      password_is_wrong: 403,
      ...passwordStatus,
      password_has_changed: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { password: string; next: string }) => changePassword(callOf(ask), input),
  }),
  door({
    method: 'PUT',
    path: '/me/email',
    says: 'The person wants another address; it becomes theirs when the letter to it is answered.',
    may: 'person',
    body: Type.Object({ password: Password, email: Email }),
    answer: Type.Object({ sent: Type.Boolean() }),
    refusals: {
      person_not_found: 404,
      too_many_tries: 429,
      password_is_wrong: 403,
      email_is_wrong: 422,
      that_is_your_address: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { password: string; email: string }) => changeEmail(callOf(ask), input),
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
    question: addressesOfPerson,
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
    path: '/me/addresses/{address}',
    says: 'The person writes an address anew.',
    may: 'person',
    body: typedAddress,
    answer: AddressViewShape,
    refusals: { person_not_found: 404, address_not_found: 404, ...addressStatus },
    deed: editAddress,
  }),
  door({
    method: 'DELETE',
    path: '/me/addresses/{address}',
    says: 'The person strikes an address out.',
    may: 'person',
    answer: Type.Object({ address: Uuid }),
    refusals: { person_not_found: 404, address_not_found: 404 },
    deed: removeAddress,
  }),
];
