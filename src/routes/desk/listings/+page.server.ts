import { money } from '#kernel/money';
import { productLife, productsForStaff, reviewQueue } from '#modules/catalogue';
import type { DeskProduct } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { oneIn, pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { PageServerLoad } from './$types';

const views = ['waiting', 'all', ...productLife.states] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { locale } = locals;
  const view = oneIn(url, 'state', views, 'waiting');
  const text = textIn(url);
  const store = url.searchParams.get('store') ?? '';
  const page = pageIn(url);
  const queue = await locals.ask(reviewQueue, { locale, page: view === 'waiting' ? page : 1 });
  const found =
    view === 'waiting'
      ? queue
      : await locals.ask(productsForStaff, {
          locale,
          page,
          text,
          ...(store ? { store } : {}),
          ...(view === 'all' ? {} : { state: view }),
        });
  const products = found.ok ? found.value.products : [];
  const stores = await locals.ask(storesOf, { stores: [...new Set([...products.map((one) => one.store), store])] });
  const nameOf = (id: string) => stores.find((one) => one.store === id)?.name ?? '';
  return {
    view,
    text,
    store: store && { id: store, name: nameOf(store) },
    views: views
      .filter((one) => one !== 'in_review')
      .map((name) => ({ name, count: name === 'waiting' && queue.ok ? queue.value.waiting : undefined })),
    products: products.map((one) => lineOf(one, nameOf(one.store))),
    around: pagesAround(url, found.ok && found.value.more),
    now: locals.house.clock.now(),
  };
};

function lineOf({ picture, currency, fromMinor, ...product }: DeskProduct, storeName: string) {
  return { ...product, storeName, picture: pictureOf(picture), from: money(currency, fromMinor) };
}
