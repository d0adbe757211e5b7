import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { steps, tree } from './category-tree.ts';
import type { AskedAttribute, Category } from './category.ts';
import type { AttributeValue, Option, Picture } from './listing.ts';
import type { Tier } from './price.ts';
import type { Kind } from './product.ts';
import { optionsIn } from './composed.ts';
import { labelling, wordsOf } from './product-words.ts';
import type { Labelling, ProductWords } from './product-words.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

/** What is said of a product, in words of one language. */
export interface Statement {
  code: string;
  name: string;
  /** A number stays one, for the page to write it as the reader does; so does yes or no. */
  value: AttributeValue;
  unit: string;
}

export interface VariantPage {
  variant: string;
  sku: string;
  gtin: string;
  /** Option code to value code. */
  choice: Record<string, string>;
  label: string;
  tiers: Tier[];
  minimum: number;
  available: number;
  grams: number;
  sizeMm: number[];
}

export interface ProductPage extends ProductWords {
  product: string;
  store: string;
  category: string;
  path: { id: string; name: string }[];
  digital: boolean;
  brand: string;
  currency: string;
  attributes: Statement[];
  options: { code: string; name: string; values: { code: string; name: string }[] }[];
  pictures: Picture[];
  variants: VariantPage[];
  hs: string;
  origin: string;
  battery: string;
  soldOut: boolean;
  listedAt: Date;
}

interface PageRow {
  store: string;
  category: string;
  kind: Kind;
  currency: string;
  brand: string;
  titles: Texts;
  descriptions: Texts;
  attributes: Record<string, AttributeValue>;
  options: Option[];
  pictures: Picture[];
  hs: string;
  origin: string;
  battery: string;
  sold_out: boolean;
  listed_at: Date | null;
  variants: unknown;
  stock: unknown;
}

/** A row of variants as json: in the order of the columns asked. Prices are text, for json has no whole numbers of that size. */
type PackedVariant = [
  id: string,
  sku: string,
  gtin: string,
  choice: Record<string, string>,
  label: Texts,
  from: number[],
  minor: string[],
  grams: number,
  sizeMm: number[],
];

/** Everything that the product's page shows, in one round trip; undefined when it is not on sale. */
export async function productPage(
  ask: Asking,
  { product, locale }: { product: string; locale: string },
): Promise<ProductPage | undefined> {
  if (!isId(product)) return undefined;
  const [row, all] = await Promise.all([
    ask.one<PageRow>(sql`
      select p.store, p.category, p.kind, p.currency, p.brand, p.titles, p.descriptions, p.attributes, p.options, p.pictures,
             p.hs, p.origin, p.battery, p.sold_out, p.listed_at,
             (select json_agg(json_build_array(id, sku, gtin, choice, label, tier_from, tier_minor::text[], grams, size_mm) order by place)
                from catalogue.variants where product = ${product}) as variants,
             (select json_object_agg(variant, on_hand - held) from catalogue.stock where product = ${product}) as stock
        from catalogue.products p
       where p.id = ${product} and p.on_sale`),
    tree(ask),
  ]);
  const category = row && all.byId.get(row.category);
  if (!row || !category) return undefined;
  const options = optionsIn(row.options, category);
  const stock = (row.stock ?? {}) as Record<string, number>;
  return {
    product,
    store: row.store,
    category: row.category,
    path: steps(all, category, locale),
    digital: row.kind === 'digital',
    ...wordsOf(row, category, locale),
    brand: row.brand,
    currency: row.currency,
    attributes: statements(category, row.attributes, locale),
    options: optionViews(options, locale),
    pictures: row.pictures,
    variants: ((row.variants ?? []) as PackedVariant[]).map((one) =>
      variantPage(one, stock, labelling(options, locale)),
    ),
    hs: row.hs,
    origin: row.origin,
    battery: row.battery,
    soldOut: row.sold_out,
    listedAt: row.listed_at!,
  };
}

function variantPage(
  [variant, sku, gtin, choice, label, from, minor, grams, sizeMm]: PackedVariant,
  stock: Record<string, number>,
  labelOf: Labelling,
): VariantPage {
  const tiers = from.map((start, n) => ({ from: start, minor: BigInt(minor[n]!) }));
  return {
    variant,
    sku,
    gtin,
    choice,
    label: labelOf(choice, label),
    tiers,
    minimum: from[0]!,
    available: stock[variant] ?? 0,
    grams,
    sizeMm,
  };
}

/** In the category's own order, a choice in its words. What the category no longer asks is left out. */
export function statements(
  { asked }: Category,
  values: Readonly<Record<string, AttributeValue>>,
  locale: string,
): Statement[] {
  const known: { attribute: AskedAttribute; value: AttributeValue }[] = [];
  for (const code of Object.keys(values)) {
    const attribute = asked.get(code);
    if (attribute) known.push({ attribute, value: values[code]! });
  }
  known.sort((a, b) => a.attribute.place - b.attribute.place);
  return known.map(({ attribute: { code, names, kind, unit, choices }, value }) => {
    const choice = kind === 'choice' ? choices.find((one) => one.code === value) : undefined;
    return { code, name: said(names, locale), value: choice ? said(choice.names, locale) : value, unit };
  });
}

export function optionViews(options: readonly Option[], locale: string): ProductPage['options'] {
  const view = ({ code, names }: { code: string; names: Texts }) => ({ code, name: said(names, locale) });
  return options.map((option) => ({ ...view(option), values: option.values.map(view) }));
}
