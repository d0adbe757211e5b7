import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { canonical } from '#platform/pack';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { tree } from './category-tree.ts';
import { reviewedPart } from './listing.ts';
import type { Listing } from './listing.ts';
import { listingFrom } from './listing-input.ts';
import type { ListingInput } from './listing-input.ts';
import { incompleteWhen, problemsOf, wrongWhen } from './listing-rules.ts';
import type { ListingProblem } from './listing-rules.ts';
import { showChange } from './move-product.ts';
import { lockOwn, packListing } from './product-row.ts';
import type { OwnProduct, Product } from './product-row.ts';
import { refreshWindow } from './show-window.ts';
import { writeListing } from './write-listing.ts';

export type EditProductRefusal =
  | { no: 'product_not_found' }
  | { no: 'product_is_in_review' }
  | { no: 'category_not_found' }
  | { no: 'listing_is_wrong'; problems: ListingProblem[] }
  | { no: 'listing_is_not_complete'; problems: ListingProblem[] };

export interface Edited {
  product: string;
  variants: string[];
  /** A part of the change waits for the desk; until then the shop shows what it showed. */
  waits: boolean;
}

/**
 * Changes what is given of a listing, and nothing else. A draft is simply written over. Of a listing that was reviewed,
 * prices, bar codes, weights and sizes change at once; anything else becomes a proposal that waits for the desk while
 * the old listing stays on sale. Another change is laid over a proposal that is there.
 */
export async function editProduct(
  work: Work,
  input: ListingInput & OwnProduct,
): Promise<Result<Edited, EditProductRefusal>> {
  const product = await lockOwn(work, input);
  if (!product) return refuse({ no: 'product_not_found' });
  return applyEdit(
    work,
    product,
    listingFrom(input, () => newId(work.now), product.proposal ?? product.listing),
  );
}

/** The rest of every deed that changes a listing; the product is locked. */
export async function applyEdit(
  work: Work,
  product: Product,
  next: Listing,
): Promise<Result<Edited, EditProductRefusal>> {
  const { row } = product;
  if (row.state === 'in_review') return refuse({ no: 'product_is_in_review' });
  const category = (await tree(work)).byId.get(next.category);
  if (!category) return refuse({ no: 'category_not_found' });
  const wrong = problemsOf(wrongWhen, next, category);
  if (wrong.length > 0) return refuse({ no: 'listing_is_wrong', problems: wrong });

  const variants = next.variants.map(({ id }) => id);
  if (row.state === 'draft') {
    await Promise.all([writeListing(work, row.id, next), refreshWindow(work, [row.id])]);
    return ok({ product: row.id, variants, waits: false });
  }
  const missing = problemsOf(incompleteWhen, next, category);
  if (missing.length > 0) return refuse({ no: 'listing_is_not_complete', problems: missing });
  const waits = await changeReviewed(work, product, next);
  return ok({ product: row.id, variants, waits });
}

/** Writes the daily part at once and keeps the rest as a proposal. Returns whether one waits for the desk now. */
async function changeReviewed(work: Work, { row, listing, proposal }: Product, next: Listing): Promise<boolean> {
  const same = (one: Listing): boolean => canonical(reviewedPart(one)) === canonical(reviewedPart(next));
  const settled = same(listing);
  // A new price laid over a refused proposal does not send it to the desk again.
  const waits = !settled && !(proposal && same(proposal) && row.proposal_state === 'refused');
  const state = settled ? null : waits ? 'waiting' : 'refused';
  await Promise.all([
    writeListing(work, row.id, withDailyPart(listing, next)),
    propose(work, row.id, settled ? undefined : next, state),
  ]);
  await showChange(work, row);
  return waits;
}

/** `listing` with prices, codes, weights and sizes as `next` has them, for the variants that both have. */
export function withDailyPart(listing: Listing, next: Listing): Listing {
  const variants = listing.variants.map((variant) => {
    const { sku, gtin, tiers, grams, sizeMm } = next.variants.find(({ id }) => id === variant.id) ?? variant;
    return { ...variant, sku, gtin, tiers, grams, sizeMm };
  });
  return { ...listing, variants };
}

async function propose(
  work: Work,
  id: string,
  proposal: Listing | undefined,
  state: 'waiting' | 'refused' | null,
): Promise<void> {
  const kept = proposal ? packListing(proposal) : null;
  await work.run(sql`
    update catalogue.products
       set proposal = ${kept}, proposal_state = ${state}, waits_since = case when ${state === 'waiting'} then coalesce(waits_since, ${work.now}) end
     where id = ${id}`);
}

/** The seller takes a proposal back: the listing stays as the shop shows it. */
export async function dropProposal(
  work: Work,
  input: OwnProduct,
): Promise<Result<undefined, { no: 'product_not_found' } | { no: 'nothing_is_proposed' }>> {
  const product = await lockOwn(work, input);
  if (!product) return refuse({ no: 'product_not_found' });
  if (!product.proposal) return refuse({ no: 'nothing_is_proposed' });
  await propose(work, product.row.id, undefined, null);
  return ok();
}
