import { error } from '@sveltejs/kit';
import { categoryPage, sorts } from '#modules/catalogue';
import { shopCards } from '#lib/server/cards.ts';
import { worthsIn } from '#lib/server/worths.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const asked = url.searchParams.get('sort');
  const sort = sorts.find((one) => one === asked) ?? 'newest';
  const page = Math.min(500, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  const found = await locals.ask(categoryPage, {
    category: params.category,
    locale: locals.locale,
    page,
    sort,
    worths: await worthsIn(locals),
  });
  if (!found.ok) error(404, locals.t('error.404'));
  const { cards, ...rest } = found.value;
  return { ...rest, sort, cards: await shopCards(locals, cards) };
};
