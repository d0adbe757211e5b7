import { textsForDesk, textsPerPage } from '#platform/text-questions';
import { languages } from '#lib/server/desk-categories.ts';
import { oneIn, pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { locales } from '#lib/words/locales.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = {
    text: textIn(url),
    locale: oneIn(url, 'language', locales, locals.locale),
    area: textIn(url, 'area'),
    changed: url.searchParams.get('changed') === 'yes',
  };
  const page = pageIn(url);
  const found = await locals.ask(textsForDesk, { ...asked, page });
  const { texts, total, changed, areas } = found.ok ? found.value : { texts: [], total: 0, changed: 0, areas: [] };
  return {
    asked,
    texts,
    total,
    changed,
    areas,
    languages,
    around: pagesAround(url, total > page * textsPerPage),
  };
};
