import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { ProductState } from './product.ts';
import { listsFor } from './product-row.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

export interface ListingToMend {
  product: string;
  title: string;
  state: ProductState;
  /** What the desk said. */
  note: string | null;
  changedAt: Date;
}

export interface ListingsToMend {
  /** Sent back by the desk, or taken out of the shop by it: the newest first. */
  back: ListingToMend[];
  more: boolean;
  /** How many lie at the desk now. */
  waiting: number;
  /** How many listings the store has at all. */
  total: number;
}

const most = 10;

/** What of a store's listings the desk sent back, and how many it has not looked at yet. Undefined for other people's stores. */
export async function listingsToMend(
  ask: Asking,
  { store, locale }: { store: string; locale: string },
): Promise<ListingsToMend | undefined> {
  if (!isId(store) || !listsFor(ask.by, store)) return undefined;
  const [rows, counted] = await Promise.all([
    ask.many<{ id: string; titles: Texts; state: ProductState; note: string | null; changed_at: Date }>(sql`
      select id, titles, state, note, changed_at
        from catalogue.products
       where store = ${store} and ((state = 'draft' and note is not null) or proposal_state = 'refused' or state = 'suspended')
       order by changed_at desc, id desc
       limit ${most + 1}`),
    ask.one<{ waiting: number; total: number }>(sql`
      select count(*) filter (where waits_since is not null)::int as waiting, count(*)::int as total
        from catalogue.products where store = ${store}`),
  ]);
  const back = rows.slice(0, most).map(({ id, titles, changed_at, ...row }) => ({
    ...row,
    product: id,
    title: said(titles, locale),
    changedAt: changed_at,
  }));
  return { back, more: rows.length > most, ...counted! };
}
