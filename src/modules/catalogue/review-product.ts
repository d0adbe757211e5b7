import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { audit } from '#platform/audit';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { keepDecision } from './decision.ts';
import { digitalGoodsAreThere } from './digital-goods.ts';
import { listingDecided } from './facts.ts';
import { withDailyPart } from './edit-product.ts';
import type { ListingProblem } from './listing-rules.ts';
import { moveProduct, showChange } from './move-product.ts';
import { productLife } from './product.ts';
import type { ProductState } from './product.ts';
import { lockProduct, reviews } from './product-row.ts';
import type { Product } from './product-row.ts';
import { writeListing } from './write-listing.ts';

export type ReviewRefusal =
  | { no: 'only_staff_for_listings_may_decide' }
  | { no: 'say_why' }
  | { no: 'product_not_found' }
  | { no: 'product_is_not_in_that_state'; state: ProductState }
  | { no: 'digital_goods_are_missing'; problems: ListingProblem[] };

type Decision = Promise<Result<{ state: ProductState }, ReviewRefusal>>;

/** The desk has looked and finds nothing wrong: the product goes on sale, or the proposed change of it takes effect. */
export async function listProduct(work: Work, { product: id, why = '' }: { product: string; why?: string }): Decision {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_decide' });
  const product = await lockProduct(work, id);
  if (!product) return refuse({ no: 'product_not_found' });
  const { row } = product;
  const state = productLife.after(row.state, 'list');
  if (!state && row.proposal_state !== 'waiting')
    return refuse({ no: 'product_is_not_in_that_state', state: row.state });

  const missing = await digitalGoodsAreThere(work, product.proposal ?? product.listing);
  if (missing.length > 0) return refuse({ no: 'digital_goods_are_missing', problems: missing });

  await keepDecision(work, product, 'listed');
  if (state) await moveProduct(work, row, { state, note: null });
  else await takeOver(work, product);
  announce(work, listingDecided({ product: id, store: row.store, decision: 'listed', why }));
  await audit(work, { deed: state ? 'product_listed' : 'change_of_product_allowed', subject: `product:${id}`, why });
  return ok({ state: state ?? row.state });
}

/** The proposal becomes the listing. Prices may have changed since it was made, and those of today count. */
async function takeOver(work: Work, { row, listing, proposal }: Product): Promise<void> {
  await Promise.all([
    writeListing(work, row.id, withDailyPart(proposal!, listing)),
    work.run(sql`
      update catalogue.products set proposal = null, proposal_state = null, waits_since = null, note = null where id = ${row.id}`),
  ]);
  await showChange(work, row);
}

/** The desk finds something wrong and says what: the draft goes back to the seller, or the change is not made. */
export async function refuseProduct(work: Work, { product: id, why }: { product: string; why: string }): Decision {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_decide' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  const product = await lockProduct(work, id);
  if (!product) return refuse({ no: 'product_not_found' });
  const { row } = product;
  const state = productLife.after(row.state, 'refuse');
  if (!state && row.proposal_state !== 'waiting')
    return refuse({ no: 'product_is_not_in_that_state', state: row.state });

  await keepDecision(work, product, 'refused');
  if (state) await moveProduct(work, row, { state, note: why.trim() });
  else {
    await work.run(sql`
      update catalogue.products set proposal_state = 'refused', waits_since = null, note = ${why.trim()} where id = ${id}`);
  }
  announce(work, listingDecided({ product: id, store: row.store, decision: 'refused', why: why.trim() }));
  await audit(work, {
    deed: state ? 'product_refused' : 'change_of_product_refused',
    subject: `product:${id}`,
    why: why.trim(),
  });
  return ok({ state: state ?? row.state });
}

/** The desk takes a product out of the shop; only the desk puts it back. */
export async function suspendProduct(work: Work, { product, why }: { product: string; why: string }): Decision {
  return deskStep(work, product, why, 'suspend', 'product_suspended');
}

export async function resumeProduct(work: Work, { product, why }: { product: string; why: string }): Decision {
  return deskStep(work, product, why, 'resume', 'product_resumed');
}

async function deskStep(work: Work, id: string, why: string, step: 'suspend' | 'resume', deed: string): Decision {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_decide' });
  if (why.trim() === '') return refuse({ no: 'say_why' });
  const product = await lockProduct(work, id);
  if (!product) return refuse({ no: 'product_not_found' });
  const state = productLife.after(product.row.state, step);
  if (!state) return refuse({ no: 'product_is_not_in_that_state', state: product.row.state });

  await moveProduct(work, product.row, { state, note: step === 'suspend' ? why.trim() : null });
  await audit(work, { deed, subject: `product:${id}`, why: why.trim() });
  return ok({ state });
}
