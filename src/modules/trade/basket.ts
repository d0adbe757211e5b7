/** The cart with its prices: by store, in the store's money and in the buyer's. Cart page, checkout and purchase all read it here. */
import { add, money, times } from '#kernel/money';
import type { Money } from '#kernel/money';
import { offersOf, priceAt } from '#modules/catalogue';
import type { Offer } from '#modules/catalogue';
import { convertAt, rateBetween } from '#modules/exchange';
import type { Rate } from '#modules/exchange';
import { storesOf } from '#modules/parties';
import type { StoreView } from '#modules/parties';
import type { Asking } from '#platform/work';
import { cartRows } from './cart.ts';
import type { CartRow } from './cart.ts';

/** Why a line cannot be bought as it stands. */
export type LineProblem =
  { no: 'not_for_sale' } | { no: 'not_so_many_left'; left: number } | { no: 'less_than_the_minimum'; minimum: number };

export interface BasketLine {
  variant: string;
  quantity: number;
  offer: Offer;
  /** One piece, in the store's money and in the buyer's; rounded once, so that what is shown adds up. */
  unit: Money;
  paidUnit: Money;
  total: Money;
  paidTotal: Money;
  problem: LineProblem | null;
  /** What one cost when it was laid in, where that differs. */
  was: Money | null;
}

export interface BasketStore {
  store: StoreView;
  rate: Rate;
  lines: BasketLine[];
  goods: Money;
  paidGoods: Money;
  digital: boolean;
  grams: number;
}

export interface Basket {
  currency: string;
  stores: BasketStore[];
  /** Variants that are gone altogether. */
  gone: string[];
  /** Stores in whose money no rate is known today. */
  withoutRate: string[];
  paidGoods: Money;
}

/**
 * Prices the asker's cart in `currency`; with `until`, at the rate that can be held so long. Lines with
 * a problem are shown and priced, but not summed.
 */
export async function basketOf(
  ask: Asking,
  { currency, locale, until }: { currency: string; locale: string; until?: Date },
): Promise<Basket> {
  const rows = await cartRows(ask);
  const offers = rows.length === 0 ? [] : await offersOf(ask, { variants: rows.map((row) => row.variant), locale });
  const byVariant = new Map(offers.map((offer) => [offer.variant, offer]));
  const known = rows.filter((row) => byVariant.has(row.variant));
  const storeIds = [...new Set(known.map((row) => byVariant.get(row.variant)!.store))];
  const stores = storeIds.length === 0 ? [] : await storesOf(ask, { stores: storeIds });
  const basket: Basket = {
    currency,
    stores: [],
    gone: rows.filter((row) => !byVariant.has(row.variant)).map((row) => row.variant),
    withoutRate: [],
    paidGoods: money(currency, 0n),
  };
  for (const store of stores) {
    const rate = await rateBetween(ask, { from: store.currency, to: currency, ...(until ? { until } : {}) });
    if (!rate) {
      basket.withoutRate.push(store.store);
      continue;
    }
    const mine = known.filter((row) => byVariant.get(row.variant)!.store === store.store);
    const priced = priceStore(store, rate, mine, byVariant);
    basket.stores.push(priced);
    basket.paidGoods = add(basket.paidGoods, priced.paidGoods);
  }
  return basket;
}

function priceStore(store: StoreView, rate: Rate, rows: CartRow[], offers: Map<string, Offer>): BasketStore {
  const lines = rows.map((row) => priceLine(row, offers.get(row.variant)!, rate, store));
  const good = lines.filter((line) => !line.problem);
  return {
    store,
    rate,
    lines,
    goods: good.reduce((sum, line) => add(sum, line.total), money(store.currency, 0n)),
    paidGoods: good.reduce((sum, line) => add(sum, line.paidTotal), money(rate.to, 0n)),
    digital: good.length > 0 && good.every((line) => line.offer.digital),
    grams: good.reduce((sum, line) => sum + (line.offer.digital ? 0 : line.offer.grams * line.quantity), 0),
  };
}

function priceLine(
  { variant, quantity, seen_currency, seen_minor }: CartRow,
  offer: Offer,
  rate: Rate,
  store: StoreView,
): BasketLine {
  const unit = priceAt(offer, quantity);
  const paidUnit = convertAt(rate, unit);
  const seen = money(seen_currency, seen_minor);
  return {
    variant,
    quantity,
    offer,
    unit,
    paidUnit,
    total: times(unit, quantity),
    paidTotal: times(paidUnit, quantity),
    problem: problemOf(offer, quantity, store),
    was: seen.currency === unit.currency && seen.minor !== unit.minor ? seen : null,
  };
}

/** The first reason for which this many of an offer cannot be had. */
function problemOf(offer: Offer, quantity: number, store: StoreView): LineProblem | null {
  if (!offer.live || store.state !== 'open') return { no: 'not_for_sale' };
  if (quantity < offer.minimum) return { no: 'less_than_the_minimum', minimum: offer.minimum };
  if (!offer.digital && quantity > offer.available) return { no: 'not_so_many_left', left: offer.available };
  return null;
}
