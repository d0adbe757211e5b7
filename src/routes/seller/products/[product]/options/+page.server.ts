import { redirect } from '@sveltejs/kit';
import { editProduct, said } from '#modules/catalogue';
import { current, listingHere, ownListing, wrongListing } from '#lib/server/seller-listing-page.ts';
import { mostOptions, optionsFrom, twice, variantsFor } from '#lib/seller/options.ts';
import type { TypedOption } from '#lib/seller/options.ts';
import { keepingPlace } from '#lib/seller/list-place.ts';
import { locales } from '#lib/words/locales.ts';
import { marked } from '#lib/seller/marked.ts';
import { readForm } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const found = await listingHere(event, event.params.product);
  if (found.state === 'in_review') redirect(303, keepingPlace(`/seller/products/${found.product}`, event.url));
  const listing = current(found);
  return {
    product: found.product,
    title: said(listing.titles, event.locals.locale),
    options: listing.options,
    variants: listing.variants.length,
    mostOptions,
  };
};

const mostValues = 50;

/** `o.<option>.names.<locale>`, `o.<option>.v.<value>.<locale>`, with the codes of what was there beside. */
function typedIn({ outcome: { values } }: Filled): TypedOption[] {
  const one = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const names = (at: string) =>
    Object.fromEntries(locales.map((locale) => [locale, one(`${at}.${locale}`).slice(0, 80)]));
  const code = (at: string) => one(`${at}.code`) || undefined;
  return Array.from({ length: mostOptions }, (_, n) => {
    const last = Math.min(mostValues, Number(one(`o.${n}.count`)) || 0);
    const list = Array.from({ length: last }, (_value, m) => ({
      code: code(`o.${n}.v.${m}`),
      names: names(`o.${n}.v.${m}`),
    }));
    return { code: code(`o.${n}`), names: names(`o.${n}.names`), values: list };
  });
}

/** What the catalogue would refuse, said where it was typed. */
function problemsOf(typed: readonly TypedOption[], { locals: { t, locale } }: Filled): Record<string, string> {
  const errors: Record<string, string> = {};
  typed.forEach(({ names, values }, n) => {
    const isNamed = Object.values(names).some((name) => name.trim());
    const isFilled = values.some((value) => Object.values(value.names).some((name) => name.trim()));
    const same = twice(values);
    if (isFilled && !isNamed) errors[`o.${n}.names.${locale}`] = t('field.missing');
    if (isNamed && !isFilled) errors[`o.${n}.v.0.${locale}`] = t('seller.options.no_values');
    if (same) errors[`o.${n}.v.0.${locale}`] = t('seller.options.twice', { name: same });
  });
  return errors;
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const typed = typedIn(form);
    const errors = problemsOf(typed, form);
    if (Object.keys(errors).length > 0) return marked(form, errors);
    const found = await ownListing(locals, params.product);
    const options = optionsFrom(typed);
    const variants = variantsFor(options, current(found).variants);
    const edited = await locals.perform(form.key, editProduct, { product: params.product, options, variants });
    if (!edited.ok) return wrongListing(edited.refusal, form, found);
    redirect(303, `${keepingPlace(`/seller/products/${params.product}`, event.url)}#variants`);
  },
};
