/** Doors of the desk about itself: its staff, its audit trail, what it asks of sellers. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';
import { auditTrail } from '../desk/audit-of.ts';
import { identityRules, setIdentityRule } from '../desk/identity-rules.ts';
import { appointStaff, dismissStaff, staffOfPlatform } from '../desk/staff.ts';
import { Email, Kind, Labels, Reason, Roles, RuleShape } from './shapes.ts';
import { reasonStatus } from './status.ts';

const adminStatus = { only_an_admin_may: 403, ...reasonStatus } as const;
const Why = Type.Object({ why: Reason });

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
