import { countryName } from '#kernel/place';
import { storesByState, storesForDesk } from '#modules/parties';
import { oneIn, pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { caseBefore, storeJustDecided } from '#lib/server/desk-review.ts';
import type { PageServerLoad } from './$types';

const views = ['in_review', 'verify', 'open', 'suspended', 'draft', 'refused'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = oneIn(url, 'state', views, 'in_review');
  const text = textIn(url);
  const wanted = view === 'verify' ? { toVerify: true } : { state: view };
  const [queue, counts, just] = await Promise.all([
    locals.ask(storesForDesk, { ...wanted, text, page: pageIn(url) }),
    locals.ask(storesByState, {}),
    storeJustDecided(locals, caseBefore(url)),
  ]);
  const countOf = (one: (typeof views)[number]) =>
    one === 'verify' ? counts?.toVerify : counts?.states.find(({ state }) => state === one)?.count;
  const { stores = [], total = 0, page = 1, pages = 1 } = queue ?? {};
  return {
    view,
    text,
    views: views.map((name) => ({ name, count: countOf(name) ?? 0 })),
    stores: stores.map((store) => ({ ...store, countryName: countryName(store.country, locals.locale) })),
    total,
    just,
    around: pagesAround(url, page < pages),
    now: locals.house.clock.now(),
  };
};
