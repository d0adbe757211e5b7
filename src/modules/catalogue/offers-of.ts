import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Picture } from './listing.ts';
import { tiersOf } from './price.ts';
import type { Tier } from './price.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

/** A variant as the cart, the checkout and the order need it. */
export interface Offer {
  variant: string;
  product: string;
  store: string;
  category: string;
  title: string;
  /** The variant's choice in words; empty when there is nothing to choose. */
  options: string;
  sku: string;
  currency: string;
  /** Ascending; the first begins at the minimum order. */
  tiers: Tier[];
  minimum: number;
  /** How many could be ordered now; 0 for digital goods, which have no stock. */
  available: number;
  /** It may be ordered: listed, of an open store, and the variant is still made. */
  live: boolean;
  digital: boolean;
  grams: number;
  sizeMm: [number, number, number];
  hs: string;
  origin: string;
  battery: string;
  picture: Picture | null;
}

interface OfferRow {
  variant: string;
  product: string;
  store: string;
  category: string;
  live: boolean;
  digital: boolean;
  titles: Texts;
  label: Texts;
  sku: string;
  currency: string;
  tier_from: number[];
  tier_minor: bigint[];
  grams: number;
  size_mm: number[];
  hs: string;
  origin: string;
  battery: string;
  picture: Picture | null;
  available: number | null;
}

/** The offers of these variants, in the order asked; a variant that never was offered is left out. One statement. */
export async function offersOf(
  ask: Asking,
  { variants, locale }: { variants: readonly string[]; locale: string },
): Promise<Offer[]> {
  if (variants.length === 0) return [];
  const rows = await ask.many<OfferRow>(sql`
    select o.variant, o.product, o.store, o.category, o.live, o.digital, o.titles, o.label, o.sku, o.currency, o.tier_from, o.tier_minor,
           o.grams, o.size_mm, o.hs, o.origin, o.battery, o.picture, s.on_hand - s.held as available
      from catalogue.offers o
      left join catalogue.stock s on s.variant = o.variant
     where o.variant = any(${variants}::uuid[])`);
  const found = new Map(rows.map((row) => [row.variant, offerOf(row, locale)]));
  return variants.flatMap((variant) => found.get(variant) ?? []);
}

function offerOf(
  { titles, label, tier_from, tier_minor, size_mm, available, ...row }: OfferRow,
  locale: string,
): Offer {
  return {
    ...row,
    title: said(titles, locale),
    options: said(label, locale),
    tiers: tiersOf(tier_from, tier_minor),
    minimum: tier_from[0]!,
    available: row.digital ? 0 : (available ?? 0),
    sizeMm: size_mm as [number, number, number],
  };
}
