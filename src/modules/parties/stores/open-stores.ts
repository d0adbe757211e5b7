import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

/** The open stores by their addresses, for those who list them all. */
export async function slugsOfOpenStores(ask: Asking, { limit }: { limit: number }): Promise<string[]> {
  const rows = await ask.many<{ slug: string }>(sql`
    select slug from parties.stores where state = 'open' order by slug limit ${limit}`);
  return rows.map(({ slug }) => slug);
}
