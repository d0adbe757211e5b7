/** Doors of the desk about stores: the queue, the case, the decision. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { admitStore } from '../desk/admit-store.ts';
import { storesByState, storesForDesk } from '../desk/queue.ts';
import { askForMore, refuseStore } from '../desk/refuse-store.ts';
import { resumeStore, suspendStore, verifyStore } from '../desk/suspend-store.ts';
import { applicationOf } from '../stores/application.ts';
import { ApplicationShape, Kind, Reason, StoreStateShape } from './shapes.ts';
import { reasonStatus } from './status.ts';

const deskStatus = { only_admission_may: 403, ...reasonStatus, store_not_found: 404, not_your_own_store: 403 } as const;
const Why = Type.Object({ why: Reason });
const StateShape = Type.Object({ state: StoreStateShape });
const reviewed = { ...deskStatus, application_is_not_being_reviewed: 409 } as const;

export const queueDoors = [
  door({
    method: 'GET',
    path: '/desk/stores',
    says: 'Stores that wait for the desk, the longest waiting first; or those of another state, or to verify again.',
    may: 'staff',
    query: Type.Object({
      text: Type.Optional(Type.String({ maxLength: 200 })),
      state: Type.Optional(StoreStateShape),
      toVerify: Type.Optional(Type.Boolean()),
      country: Type.Optional(Type.String({ maxLength: 2 })),
      page: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
    answer: Type.Object({
      stores: Type.Array(
        Type.Object({
          store: Uuid,
          slug: Type.String(),
          name: Type.String(),
          state: StoreStateShape,
          kind: Kind,
          country: Type.String(),
          createdAt: When,
          submittedAt: Maybe(When),
          openedAt: Maybe(When),
          verifyAgainAt: Maybe(When),
          decisions: Type.Integer(),
        }),
      ),
      total: Type.Integer(),
      page: Type.Integer(),
      pages: Type.Integer(),
    }),
    question: storesForDesk,
  }),
  door({
    method: 'GET',
    path: '/desk/stores/counts',
    says: 'How many stores are in each state, and how many to verify again.',
    may: 'staff',
    answer: Type.Object({
      states: Type.Array(Type.Object({ state: Type.String(), count: Type.Integer() })),
      toVerify: Type.Integer(),
    }),
    question: storesByState,
  }),
  door({
    method: 'GET',
    path: '/desk/stores/{store}',
    says: 'One case on one page: the application with its evidence, its owners, other stores of the same seller.',
    may: 'staff',
    answer: ApplicationShape,
    question: applicationOf,
  }),
];

export const decisionDoors = [
  door({
    method: 'POST',
    path: '/desk/stores/{store}/admission',
    says: 'The desk admits the store.',
    may: 'staff',
    body: Why,
    answer: StateShape,
    refusals: reviewed,
    deed: admitStore,
  }),
  door({
    method: 'POST',
    path: '/desk/stores/{store}/refusal',
    says: 'The desk refuses the store.',
    may: 'staff',
    body: Why,
    answer: StateShape,
    refusals: reviewed,
    deed: refuseStore,
  }),
  door({
    method: 'POST',
    path: '/desk/stores/{store}/request',
    says: 'The desk asks the seller for something more.',
    may: 'staff',
    body: Why,
    answer: StateShape,
    refusals: reviewed,
    deed: askForMore,
  }),
  door({
    method: 'POST',
    path: '/desk/stores/{store}/suspension',
    says: 'The desk suspends an open store: nobody can order there.',
    may: 'staff',
    body: Why,
    answer: StateShape,
    refusals: { ...deskStatus, store_is_not_open: 409 },
    deed: suspendStore,
  }),
  door({
    method: 'DELETE',
    path: '/desk/stores/{store}/suspension',
    says: 'The desk lets a suspended store go on.',
    may: 'staff',
    body: Why,
    answer: StateShape,
    refusals: { ...deskStatus, store_is_not_suspended: 409 },
    deed: resumeStore,
  }),
  door({
    method: 'POST',
    path: '/desk/stores/{store}/verification',
    says: 'The desk has looked again at who stands behind the store.',
    may: 'staff',
    body: Why,
    answer: Type.Object({ verifyAgainAt: When }),
    refusals: { ...deskStatus, store_has_not_opened: 409 },
    deed: verifyStore,
  }),
];
