import { cardsOf, categoryTree, newestCards } from '#modules/catalogue';
import { productsLookedAt } from '#modules/discovery';
import { shopCards } from '#lib/server/cards.ts';
import { chosenForHome, mayKeepFootprints } from '#lib/server/shelves.ts';
import { yoursOf } from '#lib/server/yours.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const onShelf = 6;
const mostNew = 18;

export const load: PageServerLoad = async ({ locals, cookies }) => {
  const { locale } = locals;
  const known = mayKeepFootprints({ locals, cookies });
  const [tree, newest, yours, shelf, looked] = await Promise.all([
    locals.ask(categoryTree, { locale }),
    locals.ask(newestCards, { locale, limit: mostNew }),
    yoursOf(locals),
    chosenForHome({ locals, cookies }, onShelf),
    known ? latelyLookedAt(locals) : [],
  ]);
  // Of all cards at once: what they need of stores, rates and wishes is asked once.
  const chosen = shelf?.cards ?? [];
  const cards = await shopCards(locals, [...newest, ...chosen, ...looked]);
  return {
    categories: tree.map(({ id, name }) => ({ id, name })),
    cards: cards.slice(0, newest.length),
    lookedAt: cards.slice(newest.length + chosen.length),
    shelf: shelf && { ...shelf, cards: cards.slice(newest.length, newest.length + chosen.length) },
    yours,
  };
};

/** Where this person left off; only of those who let it be kept. */
async function latelyLookedAt(locals: App.Locals) {
  const { products } = await locals.ask(productsLookedAt, { limit: onShelf });
  return locals.ask(cardsOf, { products, locale: locals.locale });
}
