/** Puts first, among what may be liked, what is of the kind, the style and the price that somebody came to before. */
import type { Found } from './learned.ts';

/** What is known of a good, by which goods are alike. */
export interface Suits {
  product: string;
  brand: string;
  categories: string[];
  /** code=value */
  facets: string[];
  currency: string;
  from_minor: bigint;
}

/** As many places as full likeness moves a good up. */
const likenessWeighs = 8;
/** A price is near when it is within such a multiple of the usual one. */
const nearPrice = 2;

/** What the lists know stays their order, but for so many places up. */
export function suited(found: readonly Found[], lately: readonly string[], rows: readonly Suits[]): Found[] {
  const byProduct = new Map(rows.map((row) => [row.product, row]));
  const liked = lately.flatMap((product) => byProduct.get(product) ?? []);
  if (liked.length === 0) return [...found];
  const placed = found.map((one, place) => {
    const row = byProduct.get(one.product);
    return { one, place: place - (row ? likenessWeighs * likeness(row, liked) : 0) };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ one }) => one);
}

/** From 0 to 1: a third each for kind, style (brand and attributes) and price. */
export function likeness(good: Suits, liked: readonly Suits[]): number {
  const share = (is: (one: Suits) => boolean): number => liked.filter(is).length / liked.length;
  const kind = share(({ categories }) => categories.at(-1) === good.categories.at(-1));
  const looks = new Set([...good.facets, good.brand]);
  const style = share(({ facets, brand }) => looks.has(brand) || facets.some((facet) => looks.has(facet)));
  return (kind + style + priceNear(good, liked)) / 3;
}

/** Prices are compared in one currency only: the stores' own say more than a rate of the day. */
function priceNear({ currency, from_minor }: Suits, liked: readonly Suits[]): number {
  const prices = liked.filter((one) => one.currency === currency).map((one) => Math.log(Number(one.from_minor) + 1));
  if (prices.length === 0) return 0;
  const usual = prices.reduce((sum, price) => sum + price, 0) / prices.length;
  return Math.max(0, 1 - Math.abs(Math.log(Number(from_minor) + 1) - usual) / Math.log(nearPrice * nearPrice));
}
