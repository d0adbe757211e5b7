import { redirect } from '@sveltejs/kit';
import { categoryForm, categoryTree, editProduct, said } from '#modules/catalogue';
import type { AttributeValue, AttributeView } from '#modules/catalogue';
import { leavesLike } from '#lib/seller/categories.ts';
import { current, listingHere, ownListing, wrongListing } from '#lib/server/seller-listing-page.ts';
import { text } from '#lib/server/fields.ts';
import { readForm } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params, url } = event;
  const found = await listingHere(event, params.product);
  const listing = current(found);
  const tree = await locals.ask(categoryTree, { locale: locals.locale });
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
  return {
    product: found.product,
    title: said(listing.titles, locals.locale),
    category: listing.category,
    q,
    tree,
    found: q ? leavesLike(tree, q) : undefined,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ category: text({ most: 80 }) });
    if (!input.ok) return input.again;
    const { category } = input.value;
    const found = await ownListing(locals, params.product);
    const asked = await locals.ask(categoryForm, { category, locale: locals.locale });
    const attributes = kept(current(found).attributes, asked?.attributes ?? []);
    const edited = await locals.perform(form.key, editProduct, { product: params.product, category, attributes });
    if (!edited.ok) return wrongListing(edited.refusal, form, found);
    redirect(303, `/seller/products/${params.product}#details`);
  },
};

/** What was said and is asked in the new category too, in the same way. */
function kept(said: Readonly<Record<string, AttributeValue>>, asked: readonly AttributeView[]) {
  const types = { text: 'string', number: 'number', choice: 'string', yes_no: 'boolean' } as const;
  const fits = ([code, value]: [string, AttributeValue]) => {
    const one = asked.find((attribute) => attribute.code === code);
    if (!one || typeof value !== types[one.kind]) return false;
    return one.kind !== 'choice' || one.choices.some((choice) => choice.code === value);
  };
  return Object.fromEntries(Object.entries(said).filter(fits));
}
