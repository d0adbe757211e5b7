import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** Whose products these are; those that nobody sells are left out. */
export async function storesOfProducts(
  ask: Asking,
  { products }: { products: readonly string[] },
): Promise<{ product: string; store: string }[]> {
  const known = [...new Set(products)].filter(isId);
  if (known.length === 0) return [];
  return ask.many<{ product: string; store: string }>(sql`
    select id as product, store from catalogue.products where id = any(${known}::uuid[])`);
}
