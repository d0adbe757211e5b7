/** What people and programs send of a listing, and how it becomes one. */
import { parseHsCode } from '#kernel/hs-code';
import type { AttributeValue, Listing, Option, Variant } from './listing.ts';
import type { Battery, Kind } from './product.ts';
import { tidied } from './texts.ts';
import type { Texts } from './texts.ts';

export interface VariantInput {
  /** Of a variant that is there; a new one gets its own. */
  readonly id?: string;
  readonly sku?: string;
  readonly gtin?: string;
  readonly choice?: Readonly<Record<string, string>>;
  readonly tiers: readonly { readonly from: number; readonly minor: bigint | number }[];
  readonly grams?: number;
  readonly sizeMm?: readonly number[];
  readonly onHand?: number;
}

/** What is left out stays as it was. Lists and maps are given whole. */
export interface ListingInput {
  readonly category?: string;
  readonly kind?: Kind;
  readonly brand?: string;
  readonly titles?: Texts;
  readonly descriptions?: Texts;
  readonly attributes?: Readonly<Record<string, AttributeValue>>;
  readonly options?: readonly Option[];
  /** Hashes of pictures that it has, in their new order. */
  readonly pictures?: readonly string[];
  readonly hs?: string;
  readonly origin?: string;
  readonly battery?: Battery;
  readonly variants?: readonly VariantInput[];
}

const empty: Listing = {
  category: '',
  kind: 'goods',
  brand: '',
  titles: {},
  descriptions: {},
  attributes: {},
  options: [],
  pictures: [],
  hs: '',
  origin: '',
  battery: 'none',
  variants: [],
};

/** The listing as it will be. `newId` names the variants that are new. */
export function listingFrom(input: ListingInput, newId: () => string, before: Listing = empty): Listing {
  return {
    category: input.category ?? before.category,
    kind: input.kind ?? before.kind,
    brand: input.brand?.trim() ?? before.brand,
    titles: input.titles ? tidied(input.titles) : before.titles,
    descriptions: input.descriptions ? tidied(input.descriptions) : before.descriptions,
    attributes: input.attributes ? filled(input.attributes) : before.attributes,
    options: input.options?.map(tidyOption) ?? before.options,
    pictures: input.pictures?.flatMap((hash) => before.pictures.filter((one) => one.hash === hash)) ?? before.pictures,
    hs: input.hs === undefined ? before.hs : digitsOf(input.hs),
    origin: input.origin?.trim().toUpperCase() ?? before.origin,
    battery: input.battery ?? before.battery,
    variants: input.variants?.map((one) => variantFrom(one, newId, before)) ?? before.variants,
  };
}

function variantFrom(input: VariantInput, newId: () => string, { variants }: Listing): Variant {
  const known = variants.find(({ id }) => id === input.id);
  const [length = 0, width = 0, height = 0] = input.sizeMm ?? known?.sizeMm ?? [];
  return {
    // An id that is not one of ours is not believed: it could be another product's.
    id: known?.id ?? newId(),
    sku: input.sku?.trim() ?? known?.sku ?? '',
    gtin: input.gtin?.replace(/[\s-]/g, '') ?? known?.gtin ?? '',
    choice: input.choice ?? known?.choice ?? {},
    tiers: input.tiers.map(({ from, minor }) => ({ from, minor: BigInt(minor) })),
    grams: input.grams ?? known?.grams ?? 0,
    sizeMm: [length, width, height],
    onHand: input.onHand ?? known?.onHand ?? 0,
  };
}

const tidyOption = ({ code, names, values }: Option): Option => ({
  code: code.trim(),
  names: tidied(names),
  values: values.map((value) => ({ code: value.code.trim(), names: tidied(value.names) })),
});

/** An attribute that was left empty was not said. */
function filled(attributes: Readonly<Record<string, AttributeValue>>): Readonly<Record<string, AttributeValue>> {
  const trimmed = Object.entries(attributes).map(
    ([code, value]) => [code, typeof value === 'string' ? value.trim() : value] as const,
  );
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''));
}

/** A code as its digits; what is no code stays as it was typed, for the rule to say so. */
function digitsOf(hs: string): string {
  const read = parseHsCode(hs);
  return read.ok ? read.value : hs.trim();
}
