/** Doors of the desk: who may sell, who may decide. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';
import { admitStore } from '../desk/admit-store.ts';
import { auditTrail } from '../desk/audit-of.ts';
import { identityRules, setIdentityRule } from '../desk/identity-rules.ts';
import { storesByState, storesForDesk } from '../desk/queue.ts';
import { askForMore, refuseStore } from '../desk/refuse-store.ts';
import { appointStaff, dismissStaff, staffOfPlatform } from '../desk/staff.ts';
import { resumeStore, suspendStore, verifyStore } from '../desk/suspend-store.ts';
import { applicationOf } from '../stores/application.ts';
import { ApplicationShape, Email, Kind, Labels, Reason, Roles, RuleShape, StoreStateShape } from './shapes.ts';

const reasonStatus = { reason_is_missing: 422, text_is_too_long: 422 } as const;
const deskStatus = { only_admission_may: 403, ...reasonStatus, store_not_found: 404, not_your_own_store: 403 } as const;
const adminStatus = { only_an_admin_may: 403, ...reasonStatus } as const;
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

export const staffDoors = [
  door({
    method: 'GET',
    path: '/desk/staff',
    says: 'Everybody at the desk and what they may do.',
    may: 'staff',
    answer: Type.Object({
      staff: Type.Array(
        Type.Object({ person: Uuid, roles: Roles, since: When, name: Type.String(), email: Type.String() }),
      ),
    }),
    question: staffOfPlatform,
  }),
  door({
    method: 'POST',
    path: '/desk/staff',
    says: 'An admin appoints somebody, or gives other roles; by id or by address.',
    may: 'staff',
    body: Type.Object({ person: Type.Optional(Uuid), email: Type.Optional(Email), roles: Roles, why: Reason }),
    answer: Type.Object({ person: Uuid, roles: Roles }),
    refusals: {
      ...adminStatus,
      roles_are_missing: 422,
      role_is_not_known: 422,
      person_not_found: 404,
      the_last_admin_stays: 409,
    },
    deed: appointStaff,
  }),
  door({
    method: 'DELETE',
    path: '/desk/staff/{person}',
    says: 'An admin dismisses somebody.',
    may: 'staff',
    body: Why,
    answer: Type.Object({ person: Uuid }),
    refusals: { ...adminStatus, staff_not_found: 404, the_last_admin_stays: 409 },
    deed: dismissStaff,
  }),
  door({
    method: 'GET',
    path: '/desk/audit',
    says: 'What staff did, the latest first: with one store (`store:<id>`), or all of it.',
    may: 'staff',
    query: Type.Object({
      subject: Type.Optional(Type.String({ maxLength: 100 })),
      text: Type.Optional(Type.String({ maxLength: 200 })),
      before: Type.Optional(Uuid),
    }),
    answer: Type.Object({
      lines: Type.Array(
        Type.Object({
          id: Uuid,
          at: When,
          actor: Type.String(),
          name: Type.String(),
          deed: Type.String(),
          subject: Type.String(),
          why: Type.String(),
          detail: Anything,
        }),
      ),
      next: Maybe(Uuid),
    }),
    question: auditTrail,
  }),
];

const Asked = {
  fields: Type.Array(
    Type.Object({
      field: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }),
      as: Type.String(),
      must: Type.Boolean(),
      label: Labels,
    }),
    { maxItems: 40 },
  ),
  papers: Type.Array(
    Type.Object({ paper: Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), must: Type.Boolean(), label: Labels }),
    { maxItems: 20 },
  ),
  payoutAccount: Type.Boolean(),
  mark: Type.String(),
  shown: Type.Array(Type.String(), { maxItems: 40 }),
};

export const ruleDoors = [
  door({
    method: 'GET',
    path: '/desk/identity-rules',
    says: 'What sellers are asked for, by country and kind, today and later.',
    may: 'staff',
    answer: Type.Object({ rules: Type.Array(RuleShape) }),
    question: identityRules,
  }),
  door({
    method: 'POST',
    path: '/desk/identity-rules',
    says: 'Staff for rules set what sellers are asked for from a day on.',
    may: 'staff',
    body: Type.Object({
      country: Type.String({ minLength: 1, maxLength: 2 }),
      kind: Kind,
      validFrom: Type.String({ format: 'date' }),
      source: Type.String({ minLength: 1, maxLength: 1_000 }),
      why: Reason,
      ...Asked,
    }),
    answer: Type.Object({ validFrom: Type.String() }),
    refusals: {
      only_rules_staff_may: 403,
      ...reasonStatus,
      country_not_known: 422,
      day_is_not_ahead: 422,
      rule_has_no_source: 422,
      nobody_can_check_this: 422,
      field_is_there_twice: 422,
      mark_is_no_field: 422,
      later_rule_is_there: 409,
    },
    deed: setIdentityRule,
  }),
];
