/** Cards of products for the shop's lists: in the visitor's language and money, with their picture and store. */
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import type { Card } from '#modules/catalogue';
import { convertAt, rateBetween } from '#modules/exchange';
import type { Rate } from '#modules/exchange';
import { storesOf } from '#modules/parties';
import { wishedOf } from '#modules/trade';
import type { Asking } from '#platform/work';
import { carriedTo } from './delivered.ts';
import { pictureOf } from './pictures.ts';
import type { Shown } from './pictures.ts';

export interface ShopCard {
  product: string;
  title: string;
  /** The language of the title where it is not the page's. */
  titleIn: string | undefined;
  /** In the visitor's money; in the store's where no rate is known. */
  price: Money;
  from: boolean;
  minimum: number;
  /** The least that can be bought, brought to the visitor's country; nothing for digital goods, or when nobody carries it there. */
  delivered: { total: Money; by: string } | undefined;
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
  const storeOf = new Map(stores.map((store) => [store.store, store]));
  // Of all cards in one go: what they need is in memory, and asking costs more than answering.
  const delivered = await locals.ask(
    (ask) =>
      Promise.all(
        cards.map((card) =>
          deliveredCard(ask, locals.country, card, storeOf.get(card.store)?.country, rates.get(card.currency)),
        ),
      ),
    undefined,
  );
  return cards.map((card, n) => {
    const asked = money(card.currency, card.fromMinor);
    const rate = rates.get(card.currency);
    return {
      product: card.product,
      title: card.title,
      titleIn: card.titleIn,
      price: rate ? convertAt(rate, asked) : asked,
      from: card.varies,
      minimum: card.minimum,
      delivered: delivered[n],
      soldOut: card.soldOut,
      digital: card.digital,
      picture: pictureOf(card.picture, { listed: true }),
      store: storeOf.get(card.store)?.name ?? '',
      wished: wished.includes(card.product),
    };
  });
}

async function deliveredCard(
  ask: Asking,
  country: string,
  { store, currency, battery, digital, least }: Card,
  storeCountry: string | undefined,
  rate: Rate | undefined,
): Promise<ShopCard['delivered']> {
  if (digital || !least || !storeCountry) return undefined;
  const { pieces, minor, grams, sizeMm } = least;
  const goods = money(currency, minor * BigInt(pieces));
  const carried = await carriedTo(ask, country, { store, storeCountry, battery, pieces, goods, grams, sizeMm, rate });
  return carried && { total: carried.total, by: carried.by };
}

async function ratesFor(locals: App.Locals, cards: readonly Card[]) {
  const currencies = [...new Set(cards.map((card) => card.currency))];
  const rates = await Promise.all(currencies.map((from) => locals.ask(rateBetween, { from, to: locals.currency })));
  return new Map(currencies.flatMap((currency, n) => (rates[n] ? [[currency, rates[n]] as const] : [])));
}
