/** The store at hand, for the seller centre's loads and actions. */
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { worksFor } from '#platform/actor';
import type { StoreRole } from '#platform/actor';
import { keepPreference } from '#lib/server/cookies.ts';

/** The guard let nobody in without one. */
export function storeAt(locals: App.Locals): string {
  if (!locals.store) throw new Error('A page of the seller centre was entered without a store.');
  return locals.store;
}

/**
 * Letters lead to things of a store that need not be the one at hand. Who works there too is taken there, in the same
 * page; for everybody else the thing is not there, which the caller says.
 */
export function goToStore(
  event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>,
  store: string,
  role: StoreRole,
): boolean {
  const { locals, url } = event;
  if (store === locals.store) return true;
  if (!worksFor(locals.by, store, role)) return false;
  keepPreference(event, 'store', store);
  redirect(303, url.pathname + url.search);
}
