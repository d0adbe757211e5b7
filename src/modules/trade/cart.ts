/** What somebody has laid aside. Over many stores, with or without an account. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { offersOf, priceAt } from '#modules/catalogue';
import type { Offer } from '#modules/catalogue';
import { changePayer } from '#modules/payments';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';

export interface CartRow {
  variant: string;
  quantity: number;
  seen_currency: string;
  seen_minor: bigint;
}

/** The most lines in one cart and pieces in one line: enough for any shop, too few to be a weapon. */
const mostLines = 200;
const mostPieces = 100_000;

export type CartRefusal =
  | { no: 'who_are_you' }
  | { no: 'quantity_is_wrong'; most: number }
  | { no: 'not_for_sale' }
  | { no: 'less_than_the_minimum'; minimum: number }
  | { no: 'not_so_many_left'; left: number }
  | { no: 'cart_is_full'; most: number };

/** Lays a variant in the cart, beside what is there of it already. Promises no stock: that is held at the purchase. */
export async function addToCart(
  work: Work,
  { variant, quantity }: { variant: string; quantity: number },
): Promise<Result<{ variant: string; quantity: number }, CartRefusal>> {
  if (work.by.id === '') return refuse({ no: 'who_are_you' });
  if (!isPieces(quantity)) return refuse({ no: 'quantity_is_wrong', most: mostPieces });
  const [offers, cart] = await Promise.all([offersOf(work, { variants: [variant], locale: 'en' }), cartRows(work)]);
  const before = cart.find((row) => row.variant === variant)?.quantity ?? 0;
  if (before === 0 && cart.length >= mostLines) return refuse({ no: 'cart_is_full', most: mostLines });
  return lay(work, offers[0], { variant, quantity: before + quantity });
}

/** Says how many of a variant the cart shall hold; none takes it out. */
export async function setCartLine(
  work: Work,
  { variant, quantity }: { variant: string; quantity: number },
): Promise<Result<{ variant: string; quantity: number }, CartRefusal>> {
  if (work.by.id === '') return refuse({ no: 'who_are_you' });
  if (quantity === 0) {
    await work.run(sql`delete from trade.cart_lines where owner = ${work.by.id} and variant = ${variant}`);
    return ok({ variant, quantity });
  }
  if (!isPieces(quantity)) return refuse({ no: 'quantity_is_wrong', most: mostPieces });
  const offers = await offersOf(work, { variants: [variant], locale: 'en' });
  return lay(work, offers[0], { variant, quantity });
}

function isPieces(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity > 0 && quantity <= mostPieces;
}

async function lay(
  work: Work,
  offer: Offer | undefined,
  { variant, quantity }: { variant: string; quantity: number },
): Promise<Result<{ variant: string; quantity: number }, CartRefusal>> {
  if (!offer || !offer.live) return refuse({ no: 'not_for_sale' });
  if (quantity < offer.minimum) return refuse({ no: 'less_than_the_minimum', minimum: offer.minimum });
  if (!offer.digital && quantity > offer.available) return refuse({ no: 'not_so_many_left', left: offer.available });
  const price = priceAt(offer, quantity);
  work.send(sql`
    insert into trade.cart_lines (owner, variant, quantity, seen_currency, seen_minor, at)
    values (${work.by.id}, ${variant}, ${quantity}, ${price.currency}, ${price.minor}, ${work.now})
        on conflict (owner, variant) do update
       set quantity = excluded.quantity, seen_currency = excluded.seen_currency, seen_minor = excluded.seen_minor`);
  return ok({ variant, quantity });
}

export async function cartRows(ask: Asking): Promise<CartRow[]> {
  if (ask.by.id === '') return [];
  return ask.many<CartRow>(sql`
    select variant, quantity, seen_currency, seen_minor from trade.cart_lines where owner = ${ask.by.id} order by at, variant`);
}

/** How many pieces lie in the cart: for the number beside its picture. */
export async function cartCount(ask: Asking): Promise<number> {
  if (ask.by.id === '') return 0;
  const row = await ask.one<{ pieces: number }>(sql`
    select count(*)::int as pieces from trade.cart_lines where owner = ${ask.by.id}`);
  return row?.pieces ?? 0;
}

/** A guest signed in: what they laid aside and bought is theirs under their name too. */
export async function adoptGuest(work: Work, { person, guest }: { person: string; guest: string }): Promise<void> {
  // Two carts with the same variant become the larger of both, not their sum: people lay the same thing aside twice.
  await work.run(sql`
    insert into trade.cart_lines (owner, variant, quantity, seen_currency, seen_minor, at)
    select ${person}, variant, quantity, seen_currency, seen_minor, at from trade.cart_lines where owner = ${guest}
        on conflict (owner, variant) do update set quantity = greatest(cart_lines.quantity, excluded.quantity)`);
  await work.run(sql`delete from trade.cart_lines where owner = ${guest}`);
  const bought = await work.many<{ id: string }>(
    sql`update trade.purchases set buyer = ${person} where buyer = ${guest} returning id`,
  );
  if (bought.length === 0) return;
  await work.run(sql`update trade.orders set buyer = ${person} where buyer = ${guest}`);
  await changePayer(work, { purchases: bought.map(({ id }) => id), payer: person });
}
