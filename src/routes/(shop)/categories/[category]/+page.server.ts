import { error } from '@sveltejs/kit';
import { shelf, sorts } from '#modules/catalogue';
import { shopCards } from '#lib/server/cards.ts';
import { sieveOf } from '#lib/server/sieve.ts';
import { worthsIn } from '#lib/server/worths.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const size = 48;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('sort');
  const sort = sorts.find((one) => one === asked) ?? 'newest';
  const page = Math.min(500, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const sieve = sieveOf(url.searchParams);
  const found = await locals.ask(shelf, {
    category: params.category,
    locale: locals.locale,
    page,
    size,
    sort,
    sieve,
    worths: await worthsIn(locals),
  });
  if (!found.ok) error(404, locals.t('error.404'));
  const { cards, facets, ...rest } = found.value;
  return { ...rest, sort, facets, sieve, cards: await shopCards(locals, cards) };
};
