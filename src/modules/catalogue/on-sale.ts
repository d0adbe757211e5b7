/** All that is on sale, by id, in parts: for those who list every address, such as sitemaps. */
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** With which id each part of so many begins. */
export async function startsOfParts(ask: Asking, { size }: { size: number }): Promise<string[]> {
  const rows = await ask.many<{ id: string }>(sql`
    select id from (select id, row_number() over (order by id) as n from catalogue.products where on_sale) o
     where n % ${size}::int = 1 % ${size}::int
     order by id`);
  return rows.map(({ id }) => id);
}

/** The part that begins with an id. */
export async function onSaleFrom(
  ask: Asking,
  { from, size }: { from: string; size: number },
): Promise<{ product: string; changedAt: Date }[]> {
  if (!isId(from)) return [];
  return ask.many<{ product: string; changedAt: Date }>(sql`
    select id as product, changed_at as "changedAt" from catalogue.products
     where on_sale and id >= ${from} order by id limit ${size}`);
}
