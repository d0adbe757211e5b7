/** Cards of products for the shop's lists: in the visitor's language and money, with their picture and store. */
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import type { Card } from '#modules/catalogue';
import { convertAt, rateBetween } from '#modules/exchange';
import { storesOf } from '#modules/parties';
import { wishedOf } from '#modules/trade';
import { pictureOf } from './pictures.ts';
import type { Shown } from './pictures.ts';

export interface ShopCard {
  product: string;
  title: string;
  /** In the visitor's money; in the store's where no rate is known. */
  price: Money;
  from: boolean;
  minimum: number;
  soldOut: boolean;
  digital: boolean;
  picture: Shown | undefined;
  store: string;
  /** It is on the visitor's wish list. */
  wished: boolean;
}

export async function shopCards(locals: App.Locals, cards: readonly Card[]): Promise<ShopCard[]> {
  const [stores, rates, wished] = await Promise.all([
    locals.ask(storesOf, { stores: [...new Set(cards.map((card) => card.store))] }),
    ratesFor(locals, cards),
    locals.ask(wishedOf, { products: cards.map((card) => card.product) }),
  ]);
  const nameOf = new Map(stores.map((store) => [store.store, store.name]));
  return cards.map((card) => {
    const asked = money(card.currency, card.fromMinor);
    const rate = rates.get(card.currency);
    return {
      product: card.product,
      title: card.title,
      price: rate ? convertAt(rate, asked) : asked,
      from: card.varies,
      minimum: card.minimum,
      soldOut: card.soldOut,
      digital: card.digital,
      picture: pictureOf(card.picture, { listed: true }),
      store: nameOf.get(card.store) ?? '',
      wished: wished.includes(card.product),
    };
  });
}

async function ratesFor(locals: App.Locals, cards: readonly Card[]) {
  const currencies = [...new Set(cards.map((card) => card.currency))];
  const rates = await Promise.all(currencies.map((from) => locals.ask(rateBetween, { from, to: locals.currency })));
  return new Map(currencies.flatMap((currency, n) => (rates[n] ? [[currency, rates[n]] as const] : [])));
}
