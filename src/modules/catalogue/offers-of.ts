import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Option, Picture } from './listing.ts';
import { tiersOf } from './price.ts';
import type { Tier } from './price.ts';
import { tree } from './category-tree.ts';
import type { Category } from './category.ts';
import { optionsIn, spoken } from './composed.ts';
import type { About } from './composed.ts';
import { labelIn } from './listing.ts';
import { ownText, said } from './texts.ts';
import type { Texts } from './texts.ts';

/** A variant as the cart, the checkout and the order need it. */
export interface Offer {
  variant: string;
  product: string;
  store: string;
  category: string;
  title: string;
  /** The language of the title where it is not the reader's. */
  titleIn?: string;
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
  const [{ byId }, about] = await Promise.all([tree(ask), aboutThose(ask, rows, locale)]);
  const found = new Map(
    rows.map((row) => [row.variant, offerOf(row, locale, about.get(row.variant), byId.get(row.category))]),
  );
  return variants.flatMap((variant) => found.get(variant) ?? []);
}

interface AboutVariant extends About {
  variant: string;
  options: Option[];
  choice: Record<string, string>;
}

/** What words can be put together from, of those goods that nobody called by name in the language. */
async function aboutThose(
  ask: Asking,
  rows: readonly OfferRow[],
  locale: string,
): Promise<ReadonlyMap<string, AboutVariant>> {
  const wordless = rows.filter(({ titles, digital }) => !digital && ownText(titles, locale) === undefined);
  if (wordless.length === 0) return new Map();
  const about = await ask.many<AboutVariant>(sql`
    select v.id as variant, v.choice, p.brand, p.attributes, p.options
      from catalogue.variants v
      join catalogue.products p on p.id = v.product
     where v.product = any(${wordless.map(({ product }) => product)}::uuid[])
       and v.id = any(${wordless.map(({ variant }) => variant)}::uuid[])`);
  return new Map(about.map((one) => [one.variant, one]));
}

function offerOf(
  { titles, label, tier_from, tier_minor, size_mm, available, ...row }: OfferRow,
  locale: string,
  about: AboutVariant | undefined,
  category: Category | undefined,
): Offer {
  const { original: _, ...called } = spoken(titles, locale, about, category);
  return {
    ...row,
    ...called,
    options:
      about && category ? labelIn(optionsIn(about.options, category), about.choice, locale) : said(label, locale),
    tiers: tiersOf(tier_from, tier_minor),
    minimum: tier_from[0]!,
    available: row.digital ? 0 : (available ?? 0),
    sizeMm: size_mm as [number, number, number],
  };
}
