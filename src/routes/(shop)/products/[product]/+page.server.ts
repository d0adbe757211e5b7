import { error, redirect } from '@sveltejs/kit';
import { money } from '#kernel/money';
import { isId } from '#kernel/id';
import { countryName } from '#kernel/place';
import { productPage } from '#modules/catalogue';
import { noteFootprint } from '#modules/discovery';
import { convertAt, rateBetween } from '#modules/exchange';
import { questionsOfProduct } from '#modules/messaging';
import { storesOf } from '#modules/parties';
import { addToCart, wishedOf } from '#modules/trade';
import { deliveredTo } from '#lib/server/delivered.ts';
import { text, whole } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { mayKeepFootprints, shelvesBeside } from '#lib/server/shelves.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const onShelf = 6;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const found = isId(params.product)
    ? await locals.ask(productPage, { product: params.product, locale: locals.locale })
    : undefined;
  if (!found) error(404, locals.t('error.404'));
  const [rate, [store], wished, talk, shelves] = await Promise.all([
    locals.ask(rateBetween, { from: found.currency, to: locals.currency }),
    locals.ask(storesOf, { stores: [found.store] }),
    locals.ask(wishedOf, { products: [found.product] }),
    locals.ask(questionsOfProduct, { product: found.product }),
    shelvesBeside(locals, found.product, onShelf),
  ]);
  const inTheirs = (minor: bigint) => {
    const original = money(found.currency, minor);
    return { price: rate ? convertAt(rate, original) : original, original };
  };
  const variants = found.variants.map((one) => ({
    ...one,
    tiers: one.tiers.map((tier) => ({ from: tier.from, ...inTheirs(tier.minor) })),
  }));
  const asked = url.searchParams.get('variant');
  const chosen = (found.variants.find((one) => one.variant === asked) ??
    found.variants.find((one) => one.available > 0) ??
    found.variants[0])!;
  const delivered =
    found.digital || !store
      ? undefined
      : await deliveredTo(locals, { product: found, variant: chosen, storeCountry: store.country, rate });
  return {
    ...found,
    variants,
    chosen: chosen.variant,
    delivered,
    here: countryName(locals.country, locals.locale),
    wished: wished.length > 0,
    shelves,
    talk: { ...talk, signedIn: locals.by.kind === 'person' },
    pictures: found.pictures.flatMap((picture) => pictureOf(picture) ?? []),
    origin: found.origin ? countryName(found.origin, locals.locale) : '',
    store: store
      ? { slug: store.slug, name: store.name, city: store.city, kind: store.kind, since: store.since }
      : null,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ variant: text({ most: 36 }), quantity: whole({ least: 1, most: 100_000 }) });
    if (!input.ok) return input.again;
    const done = await locals.perform(form.key, addToCart, input.value);
    if (!done.ok) {
      return refused(done.refusal, form, {
        less_than_the_minimum: 'quantity',
        not_so_many_left: 'quantity',
        quantity_is_wrong: 'quantity',
      });
    }
    const { product } = event.params;
    if (mayKeepFootprints(event)) noteFootprint(locals.house, { who: locals.by.id, product, deed: 'carted' });
    redirect(303, `${locals.to('/cart')}?added=${input.value.variant}`);
  },
};
