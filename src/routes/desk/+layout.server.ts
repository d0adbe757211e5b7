import { error } from '@sveltejs/kit';
import { staffRoles } from '#modules/parties';
import { isStaff } from '#platform/actor';
import type { StaffRole } from '#platform/actor';
import { deskWays, waysFor } from '#lib/server/ways.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  // Who has no business here at all finds nothing; who lacks a role is told so within these walls.
  if (locals.barred?.status === 404) error(404, locals.barred.message);
  const may = Object.fromEntries(staffRoles.map((role) => [role, isStaff(locals.by, role)])) as Record<
    StaffRole,
    boolean
  >;
  return {
    barred: locals.barred,
    person: locals.by.name,
    ways: waysFor(locals, deskWays),
    /** What is others' work is named on pages, but no link leads there. */
    may,
  };
};
