/** What a product costs brought to the visitor's country, and by when it is there at the latest. */
import { add, money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { priceAt } from '#modules/catalogue';
import type { ProductPage, VariantPage } from '#modules/catalogue';
import { convertAt } from '#modules/exchange';
import type { Rate } from '#modules/exchange';
import { shippingOptions } from '#modules/logistics';
import { deadline } from '#modules/trade';

export interface Delivered {
  pieces: number;
  goods: Money;
  carriage: Money;
  total: Money;
  /** If the store ships as late as it may and the carrier needs its longest. */
  by: Date;
}

interface Asked {
  product: Pick<ProductPage, 'currency' | 'battery' | 'store'>;
  variant: VariantPage;
  storeCountry: string;
  rate: Rate | undefined;
}

/** Of the fewest pieces that are sold, on the cheapest way; nothing when nobody carries it there. */
export async function deliveredTo(
  locals: App.Locals,
  { product, variant, storeCountry, rate }: Asked,
): Promise<Delivered | undefined> {
  const pieces = variant.minimum;
  const goods = priceAt({ currency: product.currency, tiers: variant.tiers }, pieces);
  const goodsPrice = money(product.currency, goods.minor * BigInt(pieces));
  const size = variant.sizeMm as [number, number, number];
  const [[cheapest], shipped] = await Promise.all([
    locals.ask(shippingOptions, {
      store: product.store,
      storeCountry,
      country: locals.country,
      postalCode: '',
      grams: variant.grams * pieces,
      sizeMm: Array.from({ length: Math.min(pieces, 50) }, () => size),
      currency: product.currency,
      goods: goodsPrice,
      battery: product.battery !== 'none',
    }),
    locals.ask(deadline, 'dispatch'),
  ]);
  if (!cheapest) return undefined;
  const inTheirs = (amount: Money) => (rate ? convertAt(rate, amount) : amount);
  const [paidGoods, carriage] = [inTheirs(goodsPrice), inTheirs(cheapest.price)];
  const by = new Date(shipped.getTime() + cheapest.days[1] * 86_400_000);
  return { pieces, goods: paidGoods, carriage, total: add(paidGoods, carriage), by };
}
