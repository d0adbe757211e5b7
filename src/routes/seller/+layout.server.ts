import { error } from '@sveltejs/kit';
import { sellerWays, waysFor } from '#lib/server/ways.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
  // Who has no business here at all finds nothing; who lacks a role is told so within these walls.
  if (locals.barred?.status === 404) error(404, locals.barred.message);
  return { barred: locals.barred, person: locals.by.name, ways: waysFor(locals, sellerWays) };
};
