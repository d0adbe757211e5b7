import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { pathOf } from './category.ts';
import type { Category } from './category.ts';
import { tree } from './category-tree.ts';
import type { AttributeValue } from './listing.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

/** What a product on sale says of itself in one language: for those who make it findable. */
export interface SearchText {
  product: string;
  locale: string;
  title: string;
  brand: string;
  /** From the root down, by id. */
  categories: readonly string[];
  /** The same in words. */
  categoryNames: string;
  /** What the last of them is called. */
  kind: string;
  /** The values of its attributes, in words, apart by semicolons. */
  attributes: string;
  description: string;
  listedAt: Date;
  changedAt: Date;
}

interface SearchRow {
  id: string;
  category: string;
  brand: string;
  titles: Texts;
  descriptions: Texts;
  attributes: Record<string, AttributeValue>;
  listed_at: Date | null;
  changed_at: Date;
}

/** One for each language that the product speaks; none for a product that is not on sale. */
export async function searchTextsOf(ask: Asking, { products }: { products: readonly string[] }): Promise<SearchText[]> {
  const [rows, all] = await Promise.all([
    ask.many<SearchRow>(sql`
      select id, category, brand, titles, descriptions, attributes, listed_at, changed_at
        from catalogue.products where id = any(${products}::uuid[]) and on_sale`),
    tree(ask),
  ]);
  return rows.flatMap(({ id, category: leaf, brand, titles, descriptions, attributes, listed_at, changed_at }) => {
    const category = all.byId.get(leaf);
    if (!category) return [];
    return Object.keys(titles).map((locale) => ({
      product: id,
      locale,
      title: said(titles, locale),
      brand,
      categories: category.path,
      categoryNames: pathOf(all, leaf)
        .map(({ names }) => said(names, locale))
        .join(' '),
      kind: said(category.names, locale),
      attributes: wordsIn(category, attributes, locale),
      description: said(descriptions, locale),
      listedAt: listed_at!,
      changedAt: changed_at,
    }));
  });
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
