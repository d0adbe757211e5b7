import { cardsOf, facetsOfFound, newestCards } from '#modules/catalogue';
import { search } from '#modules/discovery';
import { shopCards } from '#lib/server/cards.ts';
import { homeShelf } from '#lib/server/shelves.ts';
import { sieveOf } from '#lib/server/sieve.ts';
import { worthsIn } from '#lib/server/worths.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const size = 48;
const sorts = ['best', 'newest', 'cheapest', 'dearest'] as const;
/** Shown where nothing was found. */
const instead = 12;

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
  const { locale } = locals;
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(200, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const category = (url.searchParams.get('category') ?? '').slice(0, 80) || undefined;
  const sort = sorts.find((one) => one === url.searchParams.get('sort')) ?? 'best';
  const sieve = sieveOf(url.searchParams);
  const worths = await worthsIn(locals);
  const found = await locals.ask(search, { ...sieve, worths, text, locale, page, size, sort, category, counted: true });
  const [cards, by] = await Promise.all([
    locals.ask(cardsOf, { products: found.products, locale }),
    locals.ask(facetsOfFound, { counts: found, category, chosen: Object.keys(sieve.values ?? {}), locale }),
  ]);
  const shelf = found.total === 0 ? await homeShelf({ locals, cookies }, instead) : undefined;
  const others = found.total === 0 && !shelf ? await locals.ask(newestCards, { locale, limit: instead }) : [];
  return {
    text,
    page,
    sort,
    sieve,
    category,
    ...by,
    total: found.total,
    also: found.also,
    loosely: found.loosely,
    instead: found.instead,
    more: page * size < found.total + found.also,
    cards: await shopCards(locals, cards),
    shelf,
    others: await shopCards(locals, others),
  };
};
