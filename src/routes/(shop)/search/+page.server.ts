import { cardsOf } from '#modules/catalogue';
import { search } from '#modules/discovery';
import { shopCards } from '#lib/server/cards.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const page = Math.min(200, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const { products, total } = text
    ? await locals.ask(search, { text, locale: locals.locale, page })
    : { products: [], total: 0 };
  const cards = await locals.ask(cardsOf, { products, locale: locals.locale });
  return { text, page, total, more: page * 24 < total, cards: await shopCards(locals, cards) };
};
