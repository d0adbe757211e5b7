/** What may be meant by what is being typed in the search field: asked by a script at each pause. */
import { json } from '@sveltejs/kit';
import { cardsOf } from '#modules/catalogue';
import { suggest } from '#modules/discovery';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Suggestion } from '#lib/shop/lively/suggesting.ts';
import { inLocale } from '#lib/words/locales.ts';
import type { RequestHandler } from './$types';

const keptSeconds = 60;

export const GET: RequestHandler = async ({ locals, url }) => {
  const { locale, t } = locals;
  const text = (url.searchParams.get('q') ?? '').slice(0, 200);
  const { texts, categories, brands, products } = await locals.ask(suggest, { text, locale });
  const cards = await locals.ask(cardsOf, { products, locale });
  const at = (path: string) => inLocale(path, locale);
  const searched = (words: string) => at(`/search?${new URLSearchParams({ q: words })}`);
  const all: Suggestion[] = [
    ...texts.map((label) => ({ label, href: searched(label) })),
    ...categories.map(({ id, name }) => ({ label: name, note: t('search.category'), href: at(`/categories/${id}`) })),
    ...brands.map((label) => ({ label, note: t('product.brand'), href: searched(label) })),
    ...cards.map(({ title, product, picture }) => ({
      label: title,
      href: at(`/products/${product}`),
      picture: pictureOf(picture)?.src,
    })),
  ];
  return json(all, { headers: { 'cache-control': `public, max-age=${keptSeconds}` } });
};
