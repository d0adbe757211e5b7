import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOf } from '#modules/parties';
import type { Work } from '#platform/work';
import { tree } from './category-tree.ts';
import { listingFrom } from './listing-input.ts';
import type { ListingInput } from './listing-input.ts';
import { problemsOf, wrongWhen } from './listing-rules.ts';
import type { ListingProblem } from './listing-rules.ts';
import { listsFor } from './product-row.ts';
import { refreshWindow } from './show-window.ts';
import { insertProduct } from './write-listing.ts';

export type DraftProductRefusal =
  { no: 'store_not_found' } | { no: 'category_not_found' } | { no: 'listing_is_wrong'; problems: ListingProblem[] };

/**
 * Somebody of the store begins a listing. It may be incomplete, not wrong. Prices are in the store's currency, in minor
 * units. Answers the variants' ids in the order in which they were given.
 */
export async function draftProduct(
  work: Work,
  { store, ...input }: ListingInput & { store: string },
): Promise<Result<{ product: string; variants: string[] }, DraftProductRefusal>> {
  if (!listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const [[view], { byId }] = await Promise.all([storesOf(work, { stores: [store] }), tree(work)]);
  if (!view) return refuse({ no: 'store_not_found' });
  const category = byId.get(input.category ?? '');
  if (!category) return refuse({ no: 'category_not_found' });

  const listing = listingFrom(input, () => newId(work.now));
  const problems = problemsOf(wrongWhen, listing, category);
  if (problems.length > 0) return refuse({ no: 'listing_is_wrong', problems });

  const product = newId(work.now);
  await insertProduct(work, { id: product, store, currency: view.currency, listing });
  await refreshWindow(work, [product]);
  return ok({ product, variants: listing.variants.map(({ id }) => id) });
}
