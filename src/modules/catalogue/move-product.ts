import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { productChanged, productListed, productUnlisted } from './facts.ts';
import type { ProductState } from './product.ts';
import type { ProductRow } from './product-row.ts';
import { refreshWindow } from './show-window.ts';

export interface Move {
  readonly state: ProductState;
  /** What the desk says to the seller; null takes back what it said before. */
  readonly note?: string | null;
  /** Since when it waits for the desk, where that is not now. */
  readonly waits?: Date;
}

/** Writes a step of a product's life, and shows the shop what came of it. The caller has locked the product and asked its life. */
export async function moveProduct(
  work: Work,
  row: ProductRow,
  { state, note = row.note, waits: since = work.now }: Move,
): Promise<void> {
  const listedAt = state === 'live' ? (row.listed_at ?? work.now) : row.listed_at;
  // Something waits for the desk when it was never reviewed, or when a change of it was proposed.
  const waits = state === 'in_review' ? since : row.proposal_state === 'waiting' ? row.waits_since : null;
  await Promise.all([
    work.run(sql`
      update catalogue.products
         set state = ${state}, on_sale = on_sale and ${state === 'live'}, note = ${note}, listed_at = ${listedAt}, waits_since = ${waits}, changed_at = ${work.now}
       where id = ${row.id}`),
    refreshWindow(work, [row.id]),
  ]);
  tell(work, row, state);
}

/** Says what became of a product's place in the shop. */
function tell(work: Work, { id: product, store, state: before }: ProductRow, state: ProductState): void {
  if (before !== 'live' && state === 'live') announce(work, productListed({ product, store }));
  if (before === 'live' && state !== 'live') announce(work, productUnlisted({ product, store }));
}

/** After a live product's listing was written over. */
export async function showChange(work: Work, { id: product, store, state }: ProductRow): Promise<void> {
  await refreshWindow(work, [product]);
  if (state === 'live') announce(work, productChanged({ product, store }));
}
