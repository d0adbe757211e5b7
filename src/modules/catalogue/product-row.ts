import { isId } from '#kernel/id';
import { isStaff, worksFor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { json, sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Listing, Variant } from './listing.ts';
import { tiersOf } from './price.ts';
import type { Battery, Kind, ProductState } from './product.ts';
import type { Texts } from './texts.ts';

export interface ProductRow {
  id: string;
  store: string;
  state: ProductState;
  on_sale: boolean;
  currency: string;
  category: string;
  kind: Kind;
  brand: string;
  titles: Texts;
  descriptions: Texts;
  attributes: Listing['attributes'];
  options: Listing['options'];
  pictures: Listing['pictures'];
  hs: string;
  origin: string;
  battery: Battery;
  proposal: object | null;
  proposal_state: 'waiting' | 'refused' | null;
  note: string | null;
  created_at: Date;
  changed_at: Date;
  waits_since: Date | null;
  listed_at: Date | null;
}

interface VariantRow {
  id: string;
  sku: string;
  gtin: string;
  choice: Record<string, string>;
  tier_from: number[];
  tier_minor: bigint[];
  grams: number;
  size_mm: number[];
}

export interface Product {
  readonly row: ProductRow;
  /** As it is: what the shop shows when the product is live. */
  readonly listing: Listing;
  /** As it is to become, when a change waits for the desk or was refused by it. */
  readonly proposal: Listing | undefined;
}

/** Reads a product with its variants, and locks it until the transaction ends: whoever changes it comes one after the other. */
export async function lockProduct(ask: Asking, id: string): Promise<Product | undefined> {
  if (!isId(id)) return undefined;
  const [row, variants] = await Promise.all([
    ask.one<ProductRow>(sql`
      select id, store, state, on_sale, currency, category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery,
             proposal, proposal_state, note, created_at, changed_at, waits_since, listed_at
        from catalogue.products where id = ${id} for update`),
    variantsOf(ask, id),
  ]);
  return row && productOf(row, variants);
}

export async function readProduct(ask: Asking, id: string): Promise<Product | undefined> {
  if (!isId(id)) return undefined;
  const [row, variants] = await Promise.all([
    ask.one<ProductRow>(sql`
      select id, store, state, on_sale, currency, category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery,
             proposal, proposal_state, note, created_at, changed_at, waits_since, listed_at
        from catalogue.products where id = ${id}`),
    variantsOf(ask, id),
  ]);
  return row && productOf(row, variants);
}

/** Some of a store's products at once, in no order; those of others are left out. */
export async function readProductsOf(
  ask: Asking,
  { store, products }: { store: string; products: readonly string[] },
): Promise<Product[]> {
  const ids = products.filter(isId);
  const [rows, variants] = await Promise.all([
    ask.many<ProductRow>(sql`
      select id, store, state, on_sale, currency, category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery,
             proposal, proposal_state, note, created_at, changed_at, waits_since, listed_at
        from catalogue.products where id = any(${ids}::uuid[]) and store = ${store}`),
    ask.many<VariantRow & { product: string }>(sql`
      select product, id, sku, gtin, choice, tier_from, tier_minor, grams, size_mm
        from catalogue.variants where product = any(${ids}::uuid[]) order by product, place`),
  ]);
  const own = Map.groupBy(variants, ({ product }) => product);
  return rows.map((row) => productOf(row, own.get(row.id) ?? []));
}

function variantsOf(ask: Asking, product: string): Promise<VariantRow[]> {
  return ask.many<VariantRow>(sql`
    select id, sku, gtin, choice, tier_from, tier_minor, grams, size_mm from catalogue.variants where product = ${product} order by place`);
}

function productOf(row: ProductRow, variants: VariantRow[]): Product {
  const { category, kind, brand, titles, descriptions, attributes, options, pictures, hs, origin, battery } = row;
  const listing = {
    category,
    kind,
    brand,
    titles,
    descriptions,
    attributes,
    options,
    pictures,
    hs,
    origin,
    battery,
    variants: variants.map(variantOf),
  };
  return { row, listing, proposal: row.proposal ? unpackListing(row.proposal) : undefined };
}

function variantOf({ id, sku, gtin, choice, tier_from, tier_minor, grams, size_mm }: VariantRow): Variant {
  return {
    id,
    sku,
    gtin,
    choice,
    tiers: tiersOf(tier_from, tier_minor),
    grams,
    sizeMm: size_mm as [number, number, number],
    onHand: 0,
  };
}

/** A proposal is kept as json, where prices are text. */
export const packListing = (listing: Listing): string => json(listing);

export function unpackListing(kept: object): Listing {
  const { variants, ...rest } = kept as Omit<Listing, 'variants'> & {
    variants: (Omit<Variant, 'tiers'> & { tiers: { from: number; minor: string }[] })[];
  };
  const read = variants.map(({ tiers, ...variant }) => ({
    ...variant,
    tiers: tiers.map(({ from, minor }) => ({ from, minor: BigInt(minor) })),
  }));
  return { ...rest, variants: read };
}

/** A product as somebody names it who works for its store; the store's id may stand beside and must be right then. */
export interface OwnProduct {
  readonly product: string;
  readonly store?: string;
}

/** Locks a product for those who list for its store; nothing for everybody else. */
export async function lockOwn(ask: Asking, { product: id, store }: OwnProduct): Promise<Product | undefined> {
  const product = await lockProduct(ask, id);
  return product && isOwn(ask.by, product.row.store, store) ? product : undefined;
}

export function isOwn(by: Actor, store: string, said: string | undefined): boolean {
  return listsFor(by, store) && (said === undefined || said === store);
}

/** Whether `by` may list for the store: its people for products, and the house itself. */
export function listsFor(by: Actor, store: string): boolean {
  return by.kind === 'system' || worksFor(by, store, 'products');
}

/** Whether `by` reviews listings for the platform. */
export const reviews = (by: Actor): boolean => isStaff(by, 'listings');
