import { cardsOf, categoryTree, newestCards } from '#modules/catalogue';
import { productsLookedAt } from '#modules/discovery';
import { shopCards } from '#lib/server/cards.ts';
import { homeShelf } from '#lib/server/shelves.ts';
import { yoursOf } from '#lib/server/yours.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const onShelf = 6;

export const load: PageServerLoad = async ({ locals }) => {
  const { locale } = locals;
  const [tree, newest, yours] = await Promise.all([
    locals.ask(categoryTree, { locale }),
    locals.ask(newestCards, { locale }),
    yoursOf(locals),
  ]);
  const [cards, lookedAt, shelf] = await Promise.all([
    shopCards(locals, newest),
    latelyLookedAt(locals),
    homeShelf(locals, onShelf),
  ]);
  return { categories: tree.map(({ id, name }) => ({ id, name })), cards, lookedAt, shelf, yours };
};

/** Where this person left off; only of those who let it be kept. */
async function latelyLookedAt(locals: App.Locals) {
  if (locals.by.kind !== 'person' && locals.by.kind !== 'guest') return [];
  const { products } = await locals.ask(productsLookedAt, { limit: 6 });
  return shopCards(locals, await locals.ask(cardsOf, { products, locale: locals.locale }));
}
