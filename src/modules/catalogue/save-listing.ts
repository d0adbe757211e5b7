import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Work } from '#platform/work';
import { editProduct } from './edit-product.ts';
import type { Edited, EditProductRefusal } from './edit-product.ts';
import type { ListingInput } from './listing-input.ts';
import type { OwnProduct } from './product-row.ts';
import { setStock } from './set-stock.ts';
import type { SetStockRefusal } from './set-stock.ts';

/** Of both in their order; the product is looked for once. */
export type SaveListingRefusal = EditProductRefusal | Exclude<SetStockRefusal, { no: 'product_not_found' }>;

/**
 * What the editor sends: the listing, and the stock of those variants that were counted anew. All of it is saved or
 * nothing, so that a count below what orders hold does not leave half of a form behind. The product is locked before its
 * variants.
 */
export async function saveListing(
  work: Work,
  {
    stock,
    ...listing
  }: ListingInput & OwnProduct & { readonly stock: readonly { readonly variant: string; readonly onHand: number }[] },
): Promise<Result<Edited, SaveListingRefusal>> {
  const edited = await editProduct(work, listing);
  if (!edited.ok) return edited;
  // A variant that was taken out with the same form needs no count.
  const lines = stock.filter(({ variant }) => edited.value.variants.includes(variant));
  if (lines.length === 0) return ok(edited.value);
  const set = await setStock(work, { product: listing.product, lines });
  if (set.ok) return ok(edited.value);
  if (set.refusal.no === 'product_not_found') throw new Error(`${listing.product} was there a moment ago`);
  return refuse(set.refusal);
}
