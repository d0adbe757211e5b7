import { countryName } from '#kernel/place';
import { parcelsForDesk } from '#modules/logistics';
import { storesOf } from '#modules/parties';
import { oneIn, textIn } from '#lib/desk/pages.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

const views = ['all', 'failed', 'silent', 'in_transit', 'delivered', 'returned', 'lost'] as const;
const silentDays = 14;

function wanted(view: (typeof views)[number]) {
  if (view === 'all') return {};
  if (view === 'failed') return { notBooked: true };
  return view === 'silent' ? { silentDays } : { state: view };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = oneIn(url, 'show', views, 'all');
  const text = textIn(url);
  const before = beforeIn(url);
  const found = await locals.ask(parcelsForDesk, {
    ...wanted(view),
    ...(text ? { number: text } : {}),
    ...(before ? { before } : {}),
  });
  const { parcels, next } = found.ok ? found.value : { parcels: [], next: null };
  const stores = await locals.ask(storesOf, { stores: [...new Set(parcels.map(({ store }) => store))] });
  return {
    view,
    views,
    text,
    silentDays,
    parcels: parcels.map((parcel) => ({
      ...parcel,
      countryName: countryName(parcel.country, locals.locale),
      storeName: stores.find(({ store }) => store === parcel.store)?.name ?? '',
    })),
    place: placeIn(url, next),
    now: locals.house.clock.now(),
  };
};
