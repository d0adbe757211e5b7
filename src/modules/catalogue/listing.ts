/** A listing: all that a seller says of a product. What is reviewed, and what is the seller's own business day by day. */
import type { Choice } from './category.ts';
import { listed, said } from './texts.ts';
import type { Texts } from './texts.ts';
import type { Tier } from './price.ts';
import type { Battery, Kind } from './product.ts';

export type AttributeValue = string | number | boolean;

/** What a buyer chooses between: colour, size. */
export interface Option {
  readonly code: string;
  readonly names: Texts;
  readonly values: readonly Choice[];
}

export interface Picture {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

/** One of the matrix of options; a product without options has one. Grams and millimetres are of one piece, packed. */
export interface Variant {
  readonly id: string;
  readonly sku: string;
  readonly gtin: string;
  readonly choice: Readonly<Record<string, string>>;
  readonly tiers: readonly Tier[];
  readonly grams: number;
  readonly sizeMm: readonly [number, number, number];
  /** Said when the variant is new; later there is a deed for it. */
  readonly onHand: number;
}

export interface Listing {
  readonly category: string;
  readonly kind: Kind;
  readonly brand: string;
  readonly titles: Texts;
  readonly descriptions: Texts;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly options: readonly Option[];
  readonly pictures: readonly Picture[];
  readonly hs: string;
  readonly origin: string;
  readonly battery: Battery;
  readonly variants: readonly Variant[];
}

/**
 * The part that the desk reviews. Prices, stock numbers, bar codes, weights and sizes are not in it: they change from
 * day to day, and a wrong one harms the seller first. Which variants there are is in it.
 */
export function reviewedPart(listing: Listing): object {
  const { variants, ...rest } = listing;
  return { ...rest, variants: variants.map(({ id, choice }) => ({ id, choice })) };
}

/** A variant's choice in words: 'Red, 1.7 l', by each language that the options speak. */
export function labelOf(options: readonly Option[], choice: Readonly<Record<string, string>>): Texts {
  const chosen = options.flatMap(({ code, values }) => values.filter((value) => value.code === choice[code]));
  const locales = new Set(chosen.flatMap(({ names }) => Object.keys(names)));
  return Object.fromEntries(
    [...locales].map((locale) => [
      locale,
      listed(
        chosen.map(({ names }) => said(names, locale)),
        locale,
      ),
    ]),
  );
}

/** The same in one language. */
export function labelIn(options: readonly Option[], choice: Readonly<Record<string, string>>, locale: string): string {
  const chosen = options.flatMap(({ code, values }) => values.filter((value) => value.code === choice[code]));
  return listed(
    chosen.map(({ names }) => said(names, locale)),
    locale,
  );
}

/** What cards show of the variants' prices: the least that one costs at the minimum order, and whether any costs otherwise. */
export function priceSummary(variants: readonly Pick<Variant, 'tiers'>[]): {
  fromMinor: bigint;
  varies: boolean;
  minimum: number;
} {
  const tiers = variants.flatMap((variant) => variant.tiers);
  const firsts = variants.flatMap((variant) => variant.tiers.slice(0, 1));
  if (firsts.length === 0) return { fromMinor: 0n, varies: false, minimum: 1 };
  const fromMinor = firsts.reduce((least, { minor }) => (minor < least ? minor : least), firsts[0]!.minor);
  return {
    fromMinor,
    varies: tiers.some(({ minor }) => minor !== fromMinor),
    minimum: Math.min(...firsts.map(({ from }) => from)),
  };
}
