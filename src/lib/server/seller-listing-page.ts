/** A listing for its editor, and what was wrong with it for its forms. */
import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { countriesByName } from '#kernel/place';
import { batteries, categoryForm, digitalGoodsOf, listed, productForSeller, said } from '#modules/catalogue';
import type { AttributeView, Listing, ListingProblem, ProductForSeller } from '#modules/catalogue';
import { refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { goToStore } from './seller-at-store.ts';
import { destinationsOf } from './seller-destinations.ts';
import { placed } from '../seller/listing-problems.ts';

/** The listing as its people are at it: what is proposed, where something is. */
export const current = ({ proposal, listing }: Pick<ProductForSeller, 'proposal' | 'listing'>): Listing =>
  proposal ?? listing;

/** For an action; for a page use `listingHere`. */
export async function ownListing(locals: App.Locals, product: string): Promise<ProductForSeller> {
  const found = await locals.ask(productForSeller, { product });
  if (!found) error(404, locals.t('error.404'));
  return found;
}

/** For a page: the store that lists it becomes the one at hand. */
export async function listingHere(
  event: Pick<RequestEvent, 'cookies' | 'url' | 'locals'>,
  product: string,
): Promise<ProductForSeller> {
  const found = await event.locals.ask(productForSeller, { product });
  if (!found || !goToStore(event, found.store, 'products')) error(404, event.locals.t('error.404'));
  return found;
}

export async function listingPage(found: ProductForSeller, locals: App.Locals) {
  const { locale } = locals;
  const listing = current(found);
  const variants = listing.variants.map(({ id }) => id);
  const [category, goods, destinations] = await Promise.all([
    locals.ask(categoryForm, { category: listing.category, locale }),
    listing.kind === 'digital' ? locals.ask(digitalGoodsOf, { variants }) : [],
    destinationsOf(locals, { listing, store: found.store, currency: found.currency }),
  ]);
  const names = namesOf(listing, category?.attributes ?? [], locale);
  return {
    now: locals.house.clock.now(),
    product: found.product,
    state: found.state,
    proposalState: found.proposalState,
    note: found.note,
    waitsSince: found.waitsSince,
    currency: found.currency,
    title: said(listing.titles, locale),
    listing,
    options: listing.options.map((option) => said(option.names, locale)),
    labels: names.labels,
    pictures: listing.pictures.map((picture) => ({ ...picture, shown: pictureOf(picture) })),
    destinations,
    category: {
      name: category?.name ?? listing.category,
      path: (category?.path ?? []).slice(0, -1).map(({ name }) => name),
      hs: category?.hs ?? null,
      attributes: category?.attributes ?? [],
    },
    todo: found.problems.map((problem) => placed(problem, names, locals)),
    stock: variants.flatMap((variant, n) => {
      const counted = found.stock.find((one) => one.variant === variant);
      return counted ? [{ ...counted, sku: listing.variants[n]!.sku, label: names.labels[n]! }] : [];
    }),
    digital: variants.map((variant, n) => {
      const good = goods.find((one) => one.variant === variant);
      return {
        variant,
        label: names.labels[n]!,
        text: good?.text ?? '',
        file: good?.file ? (good.name ?? '') : undefined,
      };
    }),
    batteries,
    countries: countriesByName(locale).map(({ code, name }) => ({ value: code, label: name })),
  };
}

function namesOf({ variants, options }: Listing, asked: readonly AttributeView[], locale: string) {
  const label = (choice: Readonly<Record<string, string>>) =>
    listed(
      options
        .flatMap(({ code, values }) => values.filter((value) => value.code === choice[code]))
        .map(({ names }) => said(names, locale)),
      locale,
    );
  return { keys: variants.map(({ id }) => id), labels: variants.map(({ choice }) => label(choice)), asked };
}

/** Problems at their fields, and above the form that there are some. */
export async function wrongListing(
  refusal: { no: string; problems?: ListingProblem[]; variant?: string },
  form: Filled,
  found: ProductForSeller,
  keys?: readonly string[],
) {
  const { locals } = form;
  const listing = current(found);
  const asked = await locals.ask(categoryForm, { category: listing.category, locale: locals.locale });
  const names = namesOf(listing, asked?.attributes ?? [], locals.locale);
  for (const problem of refusal.problems ?? []) {
    const { field, says } = placed(problem, keys ? { ...names, keys } : names, locals);
    form.outcome.errors[field] ??= says;
  }
  const { problems: _problems, ...rest } = refusal;
  // A count is wrong at its variant.
  const counted = 'variant' in rest ? { [rest.no]: `v.${String(rest.variant)}.onHand` } : {};
  return refused(rest, form, counted);
}
