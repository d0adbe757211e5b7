import { money } from '#kernel/money';
import { decisionJustMade, productLife, productsForStaff, reviewQueue } from '#modules/catalogue';
import type { DeskProduct } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { oneIn, pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { caseBefore, undoReview } from '#lib/server/desk-review.ts';
import { thumbOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

const views = ['waiting', 'all', ...productLife.states] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { locale } = locals;
  const view = oneIn(url, 'state', views, 'waiting');
  const text = textIn(url);
  const store = url.searchParams.get('store') ?? '';
  const page = pageIn(url);
  const before = caseBefore(url);
  const [queue, just] = await Promise.all([
    locals.ask(reviewQueue, { locale, page: view === 'waiting' ? page : 1 }),
    before ? locals.ask(decisionJustMade, { product: before, locale }) : undefined,
  ]);
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
    just: just ?? null,
    around: pagesAround(url, found.ok && found.value.more),
    now: locals.house.clock.now(),
  };
};

export const actions: Actions = { undo: undoReview };

/** What a row shows and no more: what is sent twice, as page and as data, is paid for twice. */
function lineOf(
  { product, title, state, proposal, currency, fromMinor, picture, waitsSince, changedAt }: DeskProduct,
  storeName: string,
) {
  const thumb = thumbOf(picture);
  return { product, title, state, proposal, storeName, thumb, waitsSince, changedAt, from: money(currency, fromMinor) };
}
