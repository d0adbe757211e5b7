/** Doors to passkeys: signing in with one, and those of one's own. What devices are asked and answer is as WebAuthn writes it in JSON. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { addPasskey, beginPasskey } from '../people/add-passkey.ts';
import { callOf } from '../people/call.ts';
import { passkeysOf, removePasskey, renamePasskey, restorePasskey } from '../people/passkeys.ts';
import { askPasskey, showPasskey, signInWithPasskey } from '../people/sign-in-with-passkey.ts';
import { Code, Name, Password, SignedInShape } from './shapes.ts';
import { keyStatus, proofStatus } from './status.ts';

const Answer = Type.String({ maxLength: 20_000, description: 'What the device answered, as JSON.' });
const Named = Type.Object({ passkey: Uuid, name: Type.String() });
const answerStatus = {
  passkey_is_wrong: 401,
  too_many_tries: 429,
  challenge_is_over: 401,
  passkey_not_known: 401,
  passkey_went_back: 401,
} as const;

export const passkeyDoors = [
  door({
    method: 'POST',
    path: '/sessions/passkey-challenges',
    says: 'What a device is to be asked by whoever wants to sign in; once, within ten minutes.',
    may: 'anyone',
    answer: Anything,
    refusals: { too_many_tries: 429 },
    question: (ask: Asking, _input: object) => askPasskey(callOf(ask)),
  }),
  door({
    method: 'POST',
    path: '/sessions/passkeys',
    says: 'A person signs in with a passkey; it is both steps at once.',
    may: 'anyone',
    body: Type.Object({ answer: Answer }),
    answer: SignedInShape,
    refusals: answerStatus,
    question: (ask: Asking, input: { answer: string }) => signInWithPasskey(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/sessions/current/passkey',
    says: 'Somebody who is in by their password shows their passkey; the session is proven from then on.',
    may: 'person',
    body: Type.Object({ answer: Answer }),
    answer: Type.Object({ proven: Type.Boolean() }),
    refusals: { person_not_found: 404, ...answerStatus, passkey_is_somebody_elses: 403 },
    question: (ask: Asking, input: { answer: string }) => showPasskey(callOf(ask), input),
  }),
  door({
    method: 'GET',
    path: '/me/passkeys',
    says: "The person's passkeys, the newest first.",
    may: 'person',
    answer: Type.Object({
      passkeys: Type.Array(
        Type.Object({ passkey: Uuid, name: Type.String(), since: When, usedAt: Maybe(When), backedUp: Type.Boolean() }),
      ),
    }),
    question: async (ask: Asking, input: object) => ({
      passkeys: (await passkeysOf(ask, input)).passkeys.map((one) => ({ ...one, usedAt: one.usedAt ?? null })),
    }),
  }),
  door({
    method: 'POST',
    path: '/me/passkey-challenges',
    says: 'What a device is to be asked to make a passkey; once, within ten minutes.',
    may: 'person',
    body: Type.Object({ password: Password, code: Type.Optional(Code) }),
    answer: Anything,
    refusals: { ...proofStatus, passkey_is_needed: 403, too_many_passkeys: 409 },
    question: (ask: Asking, input: { password: string; code?: string }) => beginPasskey(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/me/passkeys',
    says: 'The device has made a passkey; from now on it opens the account.',
    may: 'person',
    body: Type.Object({ answer: Answer, name: Name }),
    answer: Named,
    refusals: {
      person_not_found: 404,
      name_is_missing: 422,
      challenge_is_over: 409,
      passkey_is_wrong: 422,
      too_many_passkeys: 409,
      passkey_is_known: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { answer: string; name: string }) => addPasskey(callOf(ask), input),
  }),
  door({
    method: 'PATCH',
    path: '/me/passkeys/{passkey}',
    says: 'The person calls a passkey something else.',
    may: 'person',
    body: Type.Object({ name: Name }),
    answer: Type.Object({ name: Type.String() }),
    refusals: { name_is_missing: 422, passkey_not_found: 404 },
    deed: renamePasskey,
  }),
  door({
    method: 'DELETE',
    path: '/me/passkeys/{passkey}',
    says: 'The passkey opens nothing any more; for a day it can be put back.',
    may: 'person',
    answer: Named,
    refusals: { passkey_is_needed: 403, passkey_not_found: 404 },
    deed: removePasskey,
  }),
  door({
    method: 'POST',
    path: '/me/passkeys/{passkey}/restoration',
    says: 'A passkey that was removed in the last day opens the account again.',
    may: 'person',
    answer: Named,
    refusals: { passkey_is_needed: 403, passkey_not_found: 404, too_many_passkeys: 409 },
    deed: restorePasskey,
  }),
];
