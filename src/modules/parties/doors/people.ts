/** Doors through which people come in: sign-up, sign-in, forgotten passwords. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Uuid } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { askConfirmation, confirmEmail } from '../people/confirm-email.ts';
import type { AboutPerson } from '../people/person.ts';
import { askReset, resetPassword } from '../people/reset-password.ts';
import { signOut } from '../people/sessions.ts';
import { signIn } from '../people/sign-in.ts';
import { signInWithCode } from '../people/sign-in-with-code.ts';
import { signUp } from '../people/sign-up.ts';
import { Code, Country, Currency, Email, Language, Name, Password, SignedInShape, Token } from './shapes.ts';
import { aboutStatus, keyStatus, passwordStatus } from './status.ts';

const linkStatus = { link_is_wrong: 404, link_was_used: 410, link_is_over: 410 } as const;

type NewPerson = Partial<AboutPerson> & { email: string; password: string; name: string };

const signUpDoor = (ask: Asking, { locale = 'en', country = 'US', currency = 'USD', ...input }: NewPerson) =>
  signUp(callOf(ask), { locale, country, currency, ...input });

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
      code_is_needed: 401,
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
    refusals: { too_many_tries: 429, email_or_password_is_wrong: 401, code_is_needed: 401 },
    question: (ask: Asking, input: { email: string; password: string }) => signIn(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/sessions/codes',
    says: 'The second step: the ticket of `code_is_needed`, and a code of the device or a recovery code.',
    may: 'anyone',
    body: Type.Object({ ticket: Token, code: Code }),
    answer: SignedInShape,
    refusals: { ticket_is_over: 401, too_many_tries: 429, code_is_wrong: 401 },
    question: (ask: Asking, input: { ticket: string; code: string }) => signInWithCode(callOf(ask), input),
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
