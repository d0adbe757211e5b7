/** Doors to what is kept of oneself: whether looking around is kept, a copy of everything, and the way out. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { askCopy, copiesOf, copyOf } from '../people/copy.ts';
import { allowFootprints, footprintsOf } from '../people/footprints.ts';
import { askToLeave, leavingOf, stayAfterAll } from '../people/leave.ts';
import { Code, Password } from './shapes.ts';
import { keyStatus, proofStatus } from './status.ts';

export const leavingDoors = [
  door({
    method: 'GET',
    path: '/me/footprints',
    says: 'Since when the person lets their looking around be kept; null where it is not.',
    may: 'person',
    answer: Type.Object({ since: Maybe(When) }),
    question: async (ask: Asking, input: object) => ({ since: (await footprintsOf(ask, input)).since ?? null }),
  }),
  door({
    method: 'PUT',
    path: '/me/footprints',
    says: 'The person lets their looking around be kept, or no longer.',
    may: 'person',
    body: Type.Object({ allowed: Type.Boolean() }),
    answer: Type.Object({ allowed: Type.Boolean() }),
    refusals: { person_not_found: 404 },
    deed: allowFootprints,
  }),
  door({
    method: 'GET',
    path: '/me/copies',
    says: 'Copies of everything that is held on the person, and whether they are ready.',
    may: 'person',
    answer: Type.Object({
      copies: Type.Array(Type.Object({ copy: Uuid, askedAt: When, readyAt: Type.Optional(When), expiresAt: When })),
    }),
    question: copiesOf,
  }),
  door({
    method: 'POST',
    path: '/me/copies',
    says: 'Asks for a copy of everything; a letter comes when it is ready. One a day.',
    may: 'person',
    answer: Type.Object({ copy: Uuid }),
    refusals: { person_not_found: 404, a_copy_was_asked_for_today: 429 },
    deed: askCopy,
  }),
  door({
    method: 'GET',
    path: '/me/copies/{copy}',
    says: 'The copy itself, by department.',
    may: 'person',
    answer: Anything,
    question: async (ask: Asking, input: { copy: string }) => {
      const text = await copyOf(ask, input);
      return text === undefined ? undefined : (JSON.parse(text) as Record<string, unknown>);
    },
  }),
  door({
    method: 'GET',
    path: '/me/leaving',
    says: 'When the account ends; null where nobody asked for it.',
    may: 'person',
    answer: Type.Object({ due: Maybe(When) }),
    question: async (ask: Asking, input: object) => ({ due: (await leavingOf(ask, input)).due ?? null }),
  }),
  door({
    method: 'POST',
    path: '/me/leaving',
    says: 'The account ends in seven days. Not while orders are open.',
    may: 'person',
    body: Type.Object({ password: Password, code: Type.Optional(Code) }),
    answer: Type.Object({ due: When }),
    refusals: {
      ...proofStatus,
      orders_are_open: 409,
      a_store_is_yours: 409,
      staff_do_not_leave: 409,
      ...keyStatus,
    },
    question: (ask: Asking, input: { password: string; code?: string }) => askToLeave(callOf(ask), input),
  }),
  door({
    method: 'DELETE',
    path: '/me/leaving',
    says: 'The person stays after all.',
    may: 'person',
    answer: Type.Object({ stays: Type.Boolean() }),
    refusals: {},
    deed: stayAfterAll,
  }),
];
