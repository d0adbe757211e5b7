/** The wish list: what somebody lays aside for another day, with or without an account. Nothing is held for it. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { offersOf, priceAt, productPage } from '#modules/catalogue';
import type { Offer } from '#modules/catalogue';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { addToCart } from './cart.ts';
import type { CartRefusal } from './cart.ts';

const mostWishes = 500;

/** Listed in the order in which they are checked. */
export type WishRefusal = { no: 'who_are_you' } | { no: 'not_for_sale' } | { no: 'wishes_are_full'; most: number };

/** Lays a product on the list: the variant that is named, or else the first that can be had. There already is no refusal. */
export async function addWish(
  work: Work,
  { product, variant }: { product: string; variant?: string | undefined },
): Promise<Result<{ product: string; variant: string }, WishRefusal>> {
  if (work.by.id === '') return refuse({ no: 'who_are_you' });
  const meant = variant ?? (await firstOf(work, product));
  const [offer] = meant && isId(meant) ? await offersOf(work, { variants: [meant], locale: 'en' }) : [];
  if (!offer || offer.product !== product) return refuse({ no: 'not_for_sale' });
  return wish(work, offer, Math.max(1, offer.minimum));
}

async function firstOf(ask: Asking, product: string): Promise<string | undefined> {
  const page = isId(product) ? await productPage(ask, { product, locale: 'en' }) : undefined;
  return (page?.variants.find(({ available }) => available > 0) ?? page?.variants[0])?.variant;
}

async function wish(
  work: Work,
  offer: Offer,
  quantity: number,
): Promise<Result<{ product: string; variant: string }, WishRefusal>> {
  const { product, variant } = offer;
  const held = await work.one<{ wishes: number }>(sql`
    select count(*)::int as wishes from trade.wishes where owner = ${work.by.id} and variant <> ${variant}`);
  if (held!.wishes >= mostWishes) return refuse({ no: 'wishes_are_full', most: mostWishes });
  const price = priceAt(offer, quantity);
  await work.run(sql`
    insert into trade.wishes (owner, variant, product, quantity, seen_currency, seen_minor, at)
    values (${work.by.id}, ${variant}, ${product}, ${quantity}, ${price.currency}, ${price.minor}, ${work.now})
        on conflict (owner, variant) do nothing`);
  return ok({ product, variant });
}

/** Strikes a product off the list, in all its variants. Not there is no refusal: the heart is empty afterwards. */
export async function endWish(work: Work, { product }: { product: string }): Promise<Result<{ ended: number }, never>> {
  const ended = isId(product)
    ? await work.run(sql`delete from trade.wishes where owner = ${work.by.id} and product = ${product}`)
    : 0;
  return ok({ ended });
}

export type WishNotFound = { no: 'wish_not_found' };

export async function removeWish(
  work: Work,
  { variant }: { variant: string },
): Promise<Result<{ product: string; variant: string }, WishNotFound>> {
  const gone = isId(variant)
    ? await work.one<{ product: string }>(sql`
        delete from trade.wishes where owner = ${work.by.id} and variant = ${variant} returning product`)
    : undefined;
  return gone ? ok({ product: gone.product, variant }) : refuse({ no: 'wish_not_found' });
}

/** Listed in the order in which they are checked. */
export type SaveForLaterRefusal = { no: 'not_in_the_cart' } | WishRefusal;

/** Out of the cart, on the list: as many as there were. */
export async function saveForLater(
  work: Work,
  { variant }: { variant: string },
): Promise<Result<{ product: string; variant: string }, SaveForLaterRefusal>> {
  const line = isId(variant)
    ? await work.one<{ quantity: number }>(sql`
        delete from trade.cart_lines where owner = ${work.by.id} and variant = ${variant} returning quantity`)
    : undefined;
  if (!line) return refuse({ no: 'not_in_the_cart' });
  const [offer] = await offersOf(work, { variants: [variant], locale: 'en' });
  return offer ? wish(work, offer, line.quantity) : refuse({ no: 'not_for_sale' });
}

/** Listed in the order in which they are checked. */
export type WishToCartRefusal = WishNotFound | CartRefusal;

/** Off the list, into the cart: as many as were put aside, or what can be had of them. */
export async function wishToCart(
  work: Work,
  { variant }: { variant: string },
): Promise<Result<{ variant: string; quantity: number }, WishToCartRefusal>> {
  const row = isId(variant)
    ? await work.one<{ quantity: number }>(sql`
        delete from trade.wishes where owner = ${work.by.id} and variant = ${variant} returning quantity`)
    : undefined;
  if (!row) return refuse({ no: 'wish_not_found' });
  const [offer] = await offersOf(work, { variants: [variant], locale: 'en' });
  const left = offer && !offer.digital ? offer.available : row.quantity;
  const quantity = Math.max(offer?.minimum ?? 1, Math.min(row.quantity, left));
  return addToCart(work, { variant, quantity });
}

/** A guest signed in: their list becomes part of the person's. What is on both keeps the price the person saw first. */
export async function adoptWishes(work: Work, { person, guest }: { person: string; guest: string }): Promise<void> {
  await work.run(sql`
    insert into trade.wishes (owner, variant, product, quantity, seen_currency, seen_minor, at)
    select ${person}, variant, product, quantity, seen_currency, seen_minor, at from trade.wishes where owner = ${guest}
        on conflict (owner, variant) do nothing`);
  await work.run(sql`delete from trade.wishes where owner = ${guest}`);
}
