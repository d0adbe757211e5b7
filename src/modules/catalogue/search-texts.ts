import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Category } from './category.ts';
import { tree } from './category-tree.ts';
import type { AttributeValue } from './listing.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

/** A product on sale: for those who make it findable. */
export interface SearchText {
  product: string;
  store: string;
  brand: string;
  /** From the root down, by id. */
  categories: readonly string[];
  /** `code=value` for each attribute that can be chosen, and for its brand. */
  facets: readonly string[];
  /** What it says of itself, by language. */
  said: Readonly<Record<string, SearchWords>>;
  currency: string;
  /** Minor units of the currency. */
  fromMinor: bigint;
  minimum: number;
  soldOut: boolean;
  digital: boolean;
  listedAt: Date;
  changedAt: Date;
}

export interface SearchWords {
  title: string;
  /** What its category is called. */
  kind: string;
  /** The values of its attributes, in words, apart by semicolons. */
  attributes: string;
  description: string;
}

interface SearchRow {
  id: string;
  store: string;
  category: string;
  brand: string;
  titles: Texts;
  descriptions: Texts;
  attributes: Record<string, AttributeValue>;
  currency: string;
  from_minor: bigint;
  minimum: number;
  sold_out: boolean;
  kind: string;
  listed_at: Date | null;
  changed_at: Date;
}

/** None for a product that is not on sale. */
export async function searchTextsOf(ask: Asking, { products }: { products: readonly string[] }): Promise<SearchText[]> {
  const rows = await ask.many<SearchRow>(sql`
    select id, store, category, brand, titles, descriptions, attributes, currency, from_minor, minimum, sold_out, kind, listed_at, changed_at
      from catalogue.products where id = any(${products}::uuid[]) and on_sale`);
  const categories = rows.map(({ category }) => category);
  const all = await tree(ask, categories);
  return rows.flatMap((row) => {
    const category = all.byId.get(row.category);
    if (!category) return [];
    return {
      product: row.id,
      store: row.store,
      brand: row.brand,
      categories: category.path,
      facets: facetsIn(category, row),
      said: Object.fromEntries(Object.keys(row.titles).map((locale) => [locale, wordsOf(category, row, locale)])),
      currency: row.currency,
      fromMinor: row.from_minor,
      minimum: row.minimum,
      soldOut: row.sold_out,
      digital: row.kind === 'digital',
      listedAt: row.listed_at!,
      changedAt: row.changed_at,
    };
  });
}

/** The products on sale after one, by id: to go through all of them. */
export async function onSaleAfter(
  ask: Asking,
  { product, most }: { product: string | undefined; most: number },
): Promise<string[]> {
  const rows = await ask.many<{ id: string }>(sql`
    select id from catalogue.products
     where on_sale and (${product ?? null}::uuid is null or id > ${product ?? null}::uuid) order by id limit ${most}`);
  return rows.map(({ id }) => id);
}

/** What each category (by its id) and each value that can be chosen (`code=value`) is called, by language. */
export async function conceptNames(ask: Asking): Promise<[concept: string, names: Texts][]> {
  const { byId } = await tree(ask);
  const all = new Map<string, Texts>();
  for (const { id, names, attributes } of byId.values()) {
    all.set(id, names);
    for (const { code, kind, choices } of attributes)
      if (kind === 'choice') for (const choice of choices) all.set(`${code}=${choice.code}`, choice.names);
  }
  return [...all];
}

export async function categoryNames(
  ask: Asking,
  { categories, locale }: { categories: readonly string[]; locale: string },
): Promise<string[]> {
  const { byId } = await tree(ask);
  return categories.map((id) => said(byId.get(id)?.names ?? {}, locale));
}

const wordsOf = (category: Category, { titles, descriptions, attributes }: SearchRow, locale: string): SearchWords => ({
  title: said(titles, locale),
  kind: said(category.names, locale),
  attributes: wordsIn(category, attributes, locale),
  description: said(descriptions, locale),
});

function facetsIn({ asked }: Category, { brand, attributes }: SearchRow): string[] {
  const facets = Object.entries(attributes).flatMap(([code, value]) => {
    const kind = asked.get(code)?.kind;
    return kind === 'choice' || kind === 'yes_no' ? [`${code}=${value}`] : [];
  });
  return brand ? [...facets, `brand=${brand}`] : facets;
}

/** Numbers, and yes and no, are not words that anybody looks for. */
function wordsIn({ asked }: Category, values: Readonly<Record<string, AttributeValue>>, locale: string): string {
  const words: string[] = [];
  for (const [code, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue;
    const attribute = asked.get(code);
    const choice = attribute?.kind === 'choice' ? attribute.choices.find((one) => one.code === value) : undefined;
    if (attribute) words.push(choice ? said(choice.names, locale) : value);
  }
  return words.join('; ');
}
