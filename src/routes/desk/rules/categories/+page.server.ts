import { categoriesForDesk } from '#modules/catalogue';
import { missingIn } from '#lib/server/desk-categories.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(categoriesForDesk, undefined);
  const onlyMissing = url.searchParams.get('missing') === 'yes';
  const all = (found.ok ? found.value.categories : []).map((one) => {
    const missing = missingIn(one);
    const { id, names, depth, hs, products, attributes } = one;
    const name = names[locals.locale] ?? names['en'] ?? id;
    return {
      id,
      name,
      depth,
      hs,
      products,
      attributes: attributes.length,
      missing: [...new Set(missing)],
      lacks: missing.length,
    };
  });
  return {
    onlyMissing,
    lacks: all.reduce((sum, one) => sum + one.lacks, 0),
    categories: onlyMissing ? all.filter((one) => one.lacks > 0) : all,
  };
};
