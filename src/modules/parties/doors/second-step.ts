/** Doors to the second step of one's own sign-in. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { secondStepOf } from '../people/second-step.ts';
import {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  newRecoveryCodes,
  secondStepToSet,
} from '../people/set-second-step.ts';
import { Code, Password } from './shapes.ts';
import { keyStatus, proofStatus } from './status.ts';

const Codes = Type.Object({ codes: Type.Array(Type.String(), { description: 'Shown now and never again.' }) });
const proof = Type.Object({ password: Password, code: Code });
type Proof = { password: string; code: string };

export const secondStepDoors = [
  door({
    method: 'GET',
    path: '/me/second-step',
    says: 'Whether a code is asked for at the sign-in, and how many recovery codes are left.',
    may: 'person',
    answer: Type.Object({ since: Maybe(When), recovery: Type.Integer() }),
    question: async (ask: Asking, input: object) => {
      const { since, recovery } = await secondStepOf(ask, input);
      return { since: since ?? null, recovery };
    },
  }),
  door({
    method: 'POST',
    path: '/me/second-step',
    says: 'Begins to set it up. Until a first code was right, nothing is asked for.',
    may: 'person',
    answer: Type.Object({ begun: Type.Boolean() }),
    refusals: { person_not_found: 404, passkey_is_needed: 403, second_step_is_set: 409 },
    deed: beginSecondStep,
  }),
  door({
    method: 'GET',
    path: '/me/second-step/secret',
    says: "What the person's device is to be given, while it is being set up; never afterwards.",
    may: 'person',
    answer: Type.Object({ secret: Type.String(), uri: Type.String() }),
    question: secondStepToSet,
  }),
  door({
    method: 'POST',
    path: '/me/second-step/confirmation',
    says: 'The first right code sets it; all other sessions end. Answers the recovery codes.',
    may: 'person',
    body: Type.Object({ code: Code }),
    answer: Codes,
    refusals: {
      person_not_found: 404,
      passkey_is_needed: 403,
      too_many_tries: 429,
      code_is_wrong: 403,
      ...keyStatus,
    },
    question: (ask: Asking, input: { code: string }) => confirmSecondStep(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/me/second-step/removal',
    says: 'From now on the password alone opens.',
    may: 'person',
    body: proof,
    answer: Type.Object({ ended: Type.Boolean() }),
    refusals: { ...proofStatus, second_step_is_not_set: 409, ...keyStatus },
    question: (ask: Asking, input: Proof) => endSecondStep(callOf(ask), input),
  }),
  door({
    method: 'POST',
    path: '/me/recovery-codes',
    says: 'Ten new recovery codes; those before open nothing any more.',
    may: 'person',
    body: proof,
    answer: Codes,
    refusals: { ...proofStatus, second_step_is_not_set: 409, ...keyStatus },
    question: (ask: Asking, input: Proof) => newRecoveryCodes(callOf(ask), input),
  }),
];
