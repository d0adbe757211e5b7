import { error } from '@sveltejs/kit';
import { questionsWaiting } from '#modules/messaging';
import { storesOf } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { sellerWays, waysFor } from '#lib/server/ways.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => {
  // Who has no business here at all finds nothing; who lacks a role is told so within these walls.
  if (locals.barred?.status === 404) error(404, locals.barred.message);
  const { by } = locals;
  const known = locals.barred ? [] : await locals.ask(storesOf, { stores: by.stores.map(({ store }) => store) });
  const talk = locals.store && !locals.barred ? await locals.ask(questionsWaiting, { store: locals.store }) : undefined;
  const stores = known.map(({ store, name, state }) => ({
    id: store,
    name,
    state,
    owner: worksFor(by, store, 'owner'),
  }));
  return {
    barred: locals.barred,
    person: by.name,
    ways: waysFor(locals, sellerWays).map((way) =>
      way.path === '/seller/questions' && talk?.waiting ? { ...way, count: talk.waiting } : way,
    ),
    stores,
    here: stores.find(({ id }) => id === locals.store),
  };
};
