import { redirect } from '@sveltejs/kit';
import { categoryForm, categoryTree, draftProduct, kinds } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { leavesLike, leavesOf } from '#lib/seller/categories.ts';
import { locales } from '#lib/words/locales.ts';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { marked } from '#lib/seller/marked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { locale } = locals;
  const tree = await locals.ask(categoryTree, { locale });
  const wanted = url.searchParams.get('category');
  const leaf = leavesOf(tree).find(({ id }) => id === wanted);
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  const form = leaf ? await locals.ask(categoryForm, { category: leaf.id, locale }) : undefined;
  return {
    q,
    chosen: leaf,
    digital: form?.path[0]?.id === 'digital',
    tree: leaf ? [] : tree,
    found: leaf || !q ? undefined : leavesLike(tree, q),
  };
};

const title = optional(text({ most: 200 }));

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ category: text({ most: 80 }), kind: oneOf(kinds) });
    const said = form.take(Object.fromEntries(locales.map((locale) => [`titles.${locale}`, title])));
    if (!input.ok) return input.again;
    if (!said.ok) return said.again;
    const { category, kind } = input.value;
    const titles = Object.fromEntries(locales.map((locale) => [locale, said.value[`titles.${locale}`] ?? '']));
    const own = `titles.${locals.locale}`;
    if (Object.values(titles).every((one) => one === '')) return marked(form, { [own]: locals.t('field.missing') });
    const drafted = await locals.perform(form.key, draftProduct, { store: storeAt(locals), category, kind, titles });
    if (!drafted.ok) return refused(drafted.refusal, form);
    redirect(303, `/seller/products/${drafted.value.product}`);
  },
};
