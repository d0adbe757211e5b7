import { money } from '#kernel/money';
import { countryName } from '#kernel/place';
import { convertAt } from '#modules/exchange';
import { broughtCart, deadline, removeWish, saveForLater, setCartLine, wishesOf, wishToCart } from '#modules/trade';
import { destinationOf } from '#lib/server/destination.ts';
import { text, whole } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { goesWithShelf, homeShelf } from '#lib/server/shelves.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

const onShelf = 6;

export const load: PageServerLoad = async ({ locals, cookies, url }) => {
  const { locale, currency } = locals;
  const { country, address } = await destinationOf(locals);
  const [{ basket, stores, ...sum }, shipped, saved] = await Promise.all([
    locals.ask(broughtCart, { country, postalCode: address?.postalCode ?? '', currency, locale }),
    locals.ask(deadline, 'dispatch'),
    locals.ask(wishesOf, { currency, locale, limit: 10 }),
  ]);
  const goods = basket.stores.flatMap(({ lines }) => lines.map(({ offer }) => offer.product));
  return {
    shelf: await (goods.length > 0 ? goesWithShelf(locals, goods, onShelf) : homeShelf({ locals, cookies }, onShelf)),
    added: url.searchParams.get('added') !== null,
    saved: saved.wishes.map(({ picture, ...wish }) => ({ ...wish, picture: pictureOf(picture) })),
    savedMore: saved.more,
    gone: basket.gone,
    withoutRate: basket.withoutRate.length > 0,
    here: countryName(country, locale),
    goods: sum.goods,
    carriage: sum.carriage,
    total: sum.total,
    ready: stores.some((one) => one.lines.some((line) => !line.problem)),
    stores: stores.map(({ store, rate, lines, chosen, digital, grams }) => ({
      id: store.store,
      name: store.name,
      slug: store.slug,
      /** The cheapest way there, as the product's page reckons it; nothing where nothing is to be carried. */
      carried: chosen && { price: chosen.paid, by: arrivesBy(shipped, chosen.days) },
      nobody: !digital && grams > 0 && !chosen,
      lines: lines.map(({ variant, quantity, offer, paidUnit, paidTotal, unit, problem, was }) => ({
        variant,
        quantity,
        title: offer.title,
        options: offer.options,
        product: offer.product,
        digital: offer.digital,
        minimum: offer.minimum,
        available: offer.available,
        unit: paidUnit,
        total: paidTotal,
        /** What the store asks, in its own money. */
        original: money(unit.currency, unit.minor * BigInt(quantity)),
        problem,
        was: was && convertAt(rate, was),
        picture: pictureOf(offer.picture),
      })),
    })),
  };
};

/** If the store sends it as late as it may and the carrier needs its longest. */
const arrivesBy = (shipped: Date, [, most]: readonly [number, number]) =>
  new Date(shipped.getTime() + most * 86_400_000).toISOString().slice(0, 10);

/** One of the cart's or of the list's. */
const which = { variant: text({ most: 36 }) };

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event);
    const input = form.take(which);
    if (!input.ok) return input.again;
    const saved = await event.locals.perform(form.key, saveForLater, input.value);
    return saved.ok ? done(form, event.locals.t('cart.saved')) : refused(saved.refusal, form);
  },
  to_cart: async (event) => {
    const form = await readForm(event);
    const input = form.take(which);
    if (!input.ok) return input.again;
    const moved = await event.locals.perform(form.key, wishToCart, input.value);
    return moved.ok ? done(form, event.locals.t('wishes.moved')) : refused(moved.refusal, form);
  },
  wish_out: async (event) => {
    const form = await readForm(event);
    const input = form.take(which);
    if (!input.ok) return input.again;
    const gone = await event.locals.perform(form.key, removeWish, input.value);
    return gone.ok ? done(form, event.locals.t('wishes.removed')) : refused(gone.refusal, form);
  },
  change: async (event) => {
    const form = await readForm(event);
    const input = form.take({ variant: text({ most: 36 }), quantity: whole({ least: 0, most: 100_000 }) });
    if (!input.ok) return input.again;
    const changed = await event.locals.perform(form.key, setCartLine, input.value);
    if (!changed.ok) {
      return refused(changed.refusal, form, {
        less_than_the_minimum: 'quantity',
        not_so_many_left: 'quantity',
        quantity_is_wrong: 'quantity',
      });
    }
    return done(form, event.locals.t(input.value.quantity === 0 ? 'cart.taken_out' : 'cart.changed'));
  },
};
