/** What a product costs brought to the visitor's country, and by when it is there at the latest. */
import { add, money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { priceAt } from '#modules/catalogue';
import type { ProductPage, VariantPage } from '#modules/catalogue';
import { convertAt } from '#modules/exchange';
import type { Rate } from '#modules/exchange';
import { shippingOptions } from '#modules/logistics';
import { deadline } from '#modules/trade';
import type { Asking } from '#platform/work';

export interface Delivered {
  pieces: number;
  goods: Money;
  carriage: Money;
  total: Money;
  /** The day, if the store ships as late as it may and the carrier needs its longest. */
  by: string;
}

/** A parcel on its way from a store: all of its pieces are alike. */
interface Sent {
  store: string;
  storeCountry: string;
  battery: string;
  pieces: number;
  /** Of all pieces, in the store's money. */
  goods: Money;
  grams: number;
  sizeMm: readonly [number, number, number];
  rate: Rate | undefined;
}

/** On the cheapest way; nothing when nobody carries it there. */
export async function carriedTo(ask: Asking, country: string, sent: Sent): Promise<Delivered | undefined> {
  const { store, storeCountry, battery, pieces, goods, grams, sizeMm, rate } = sent;
  const [[cheapest], shipped] = await Promise.all([
    shippingOptions(ask, {
      store,
      storeCountry,
      country,
      postalCode: '',
      grams: grams * pieces,
      sizeMm: Array.from({ length: Math.min(pieces, 50) }, () => sizeMm),
      currency: goods.currency,
      goods,
      battery: battery !== 'none',
    }),
    deadline(ask, 'dispatch'),
  ]);
  if (!cheapest) return undefined;
  const inTheirs = (amount: Money) => (rate ? convertAt(rate, amount) : amount);
  const [paidGoods, carriage] = [inTheirs(goods), inTheirs(cheapest.price)];
  const by = new Date(shipped.getTime() + cheapest.days[1] * 86_400_000);
  return { pieces, goods: paidGoods, carriage, total: add(paidGoods, carriage), by: by.toISOString().slice(0, 10) };
}

interface Asked {
  product: Pick<ProductPage, 'currency' | 'battery' | 'store'>;
  variant: VariantPage;
  storeCountry: string;
  rate: Rate | undefined;
}

/** Of the fewest pieces that are sold. */
export function deliveredTo(
  locals: App.Locals,
  { product: { store, battery, currency }, variant, storeCountry, rate }: Asked,
): Promise<Delivered | undefined> {
  const pieces = variant.minimum;
  const { minor } = priceAt({ currency, tiers: variant.tiers }, pieces);
  const goods = money(currency, minor * BigInt(pieces));
  const { grams } = variant;
  const sizeMm = variant.sizeMm as [number, number, number];
  const sent = { store, storeCountry, battery, pieces, goods, grams, sizeMm, rate };
  return locals.ask((ask) => carriedTo(ask, locals.country, sent), undefined);
}
