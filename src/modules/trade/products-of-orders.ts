import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** What was ordered, for the house's own use: each product once. */
export async function productsOfOrders(
  ask: Asking,
  { orders }: { orders: readonly string[] },
): Promise<{ products: string[] }> {
  if (ask.by.kind !== 'system') return { products: [] };
  const rows = await ask.many<{ product: string }>(sql`
    select distinct product from trade.order_lines where order_id = any(${orders}::uuid[]) order by product`);
  return { products: rows.map(({ product }) => product) };
}
