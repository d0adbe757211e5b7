import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

/**
 * What products are called in a language, also those that are on sale no more. An order keeps the words that its buyer
 * read; those who pack it read their own. Whoever asks has looked who may see the order.
 */
export async function titlesOf(
  ask: Asking,
  { products, locale }: { products: readonly string[]; locale: string },
): Promise<{ product: string; title: string }[]> {
  const known = [...new Set(products)].filter(isId);
  if (known.length === 0) return [];
  const rows = await ask.many<{ id: string; titles: Texts }>(sql`
    select id, titles from catalogue.products where id = any(${known}::uuid[])`);
  return rows.map(({ id, titles }) => ({ product: id, title: said(titles, locale) }));
}
