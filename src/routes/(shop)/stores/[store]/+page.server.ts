import { error, redirect } from '@sveltejs/kit';
import { countryName } from '#kernel/place';
import { storeCards } from '#modules/catalogue';
import { inLanguage, storeAt } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { shopCards } from '#lib/server/cards.ts';
import { arrangedPage } from '#lib/server/seller-design.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale } = locals;
  const found = await locals.ask(storeAt, { store: params.store });
  if (!found) error(404, locals.t('error.404'));
  // One address for each store: by its name, not by its number.
  if (params.store !== found.slug) redirect(308, locals.to(`/stores/${found.slug}`) + url.search);
  const page = Math.min(500, Math.max(1, Number.parseInt(url.searchParams.get('page') ?? '1', 10) || 1));
  // Only whoever arranges the page sees what is not published.
  const draft = url.searchParams.has('draft') && worksFor(locals.by, found.store, 'products');
  const [{ cards, more }, arranged] = await Promise.all([
    locals.ask(storeCards, { store: found.store, locale, page }),
    page === 1 ? arrangedPage(locals, { store: found.store, draft }) : { banner: undefined, sections: [] },
  ]);
  const { slug, name, about, state, kind, city, since, logo, shown } = found;
  const country = countryName(found.country, locale);
  return {
    store: { slug, name, about, state, kind, since, city, country, logo },
    identity: [
      ...(shown?.fields ?? []).map(({ label, value }) => ({ term: inLanguage(label, locale), text: value })),
      ...(shown && shown.address.length > 0
        ? [{ term: locals.t('store.address'), text: [...shown.address, country].join(', ') }]
        : []),
    ],
    page,
    more,
    draft,
    ...arranged,
    cards: await shopCards(locals, cards),
  };
};
