import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOf } from '#modules/parties';
import type { Work } from '#platform/work';
import { tree } from './category-tree.ts';
import { digitalGoodsAreThere } from './digital-goods.ts';
import { incompleteWhen, problemsOf, wrongWhen } from './listing-rules.ts';
import type { ListingProblem } from './listing-rules.ts';
import { moveProduct } from './move-product.ts';
import { productLife } from './product.ts';
import type { ProductState } from './product.ts';
import { lockOwn } from './product-row.ts';
import type { OwnProduct } from './product-row.ts';

type NotInThatState = { no: 'product_is_not_in_that_state'; state: ProductState };

export type SubmitProductRefusal =
  | { no: 'product_not_found' }
  | NotInThatState
  | { no: 'store_is_not_open' }
  | { no: 'listing_is_not_complete'; problems: ListingProblem[] };

/** The seller gives a draft to the desk. It must be complete; the categories may have come to ask more since it was written. */
export async function submitProduct(
  work: Work,
  input: OwnProduct,
): Promise<Result<{ state: ProductState }, SubmitProductRefusal>> {
  const product = await lockOwn(work, input);
  if (!product) return refuse({ no: 'product_not_found' });
  const { row, listing } = product;
  const state = productLife.after(row.state, 'submit');
  if (!state) return refuse({ no: 'product_is_not_in_that_state', state: row.state });
  const [store] = await storesOf(work, { stores: [row.store] });
  if (store?.state !== 'open') return refuse({ no: 'store_is_not_open' });

  const category = (await tree(work)).byId.get(listing.category)!;
  const problems = [
    ...problemsOf([...wrongWhen, ...incompleteWhen], listing, category),
    ...(await digitalGoodsAreThere(work, listing)),
  ];
  if (problems.length > 0) return refuse({ no: 'listing_is_not_complete', problems });

  await moveProduct(work, row, { state, note: null });
  return ok({ state });
}

type SellerStep = 'recall' | 'withdraw' | 'relist';
export type SellerStepRefusal = { no: 'product_not_found' } | NotInThatState;
type SellerStepResult = Promise<Result<{ state: ProductState }, SellerStepRefusal>>;

async function sellerStep(work: Work, input: OwnProduct, step: SellerStep): SellerStepResult {
  const product = await lockOwn(work, input);
  if (!product) return refuse({ no: 'product_not_found' });
  const state = productLife.after(product.row.state, step);
  if (!state) return refuse({ no: 'product_is_not_in_that_state', state: product.row.state });
  await moveProduct(work, product.row, { state });
  return ok({ state });
}

/** The seller takes a draft back from the desk, to change it. */
export async function recallProduct(work: Work, input: OwnProduct): SellerStepResult {
  return sellerStep(work, input, 'recall');
}

/** The seller takes a product out of the shop. Orders that hold it go on. */
export async function withdrawProduct(work: Work, input: OwnProduct): SellerStepResult {
  return sellerStep(work, input, 'withdraw');
}

/** The seller puts a withdrawn product back. It was reviewed before, so it needs no new look. */
export async function relistProduct(work: Work, input: OwnProduct): SellerStepResult {
  return sellerStep(work, input, 'relist');
}
