import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { audit } from '#platform/audit';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { isFresh, lastDecision } from './decision.ts';
import type { Decision } from './decision.ts';
import { withDailyPart } from './edit-product.ts';
import { listingDecided } from './facts.ts';
import { moveProduct, showChange } from './move-product.ts';
import { productLife } from './product.ts';
import type { ProductState } from './product.ts';
import { lockProduct, packListing, reviews } from './product-row.ts';
import type { Product, ProductRow } from './product-row.ts';
import { writeListing } from './write-listing.ts';

/** Listed in the order in which they are checked. */
export type TakeBackDecisionRefusal =
  | { no: 'only_staff_for_listings_may_decide' }
  | { no: 'product_not_found' }
  | { no: 'nothing_to_take_back' }
  | { no: 'only_who_decided_may_take_it_back' }
  | { no: 'too_late_to_take_it_back' }
  | { no: 'product_was_changed_since' };

/**
 * A slip of the hand: whoever decided takes it back within ten minutes, as long as the seller has not built on it, and the
 * product waits again in its old place. Prices and weights that were changed meanwhile stay; orders placed meanwhile go on.
 */
export async function takeBackDecision(
  work: Work,
  { product: id }: { product: string },
): Promise<Result<{ state: ProductState }, TakeBackDecisionRefusal>> {
  if (!reviews(work.by)) return refuse({ no: 'only_staff_for_listings_may_decide' });
  const product = await lockProduct(work, id);
  if (!product) return refuse({ no: 'product_not_found' });
  const decision = await lastDecision(work, id);
  if (!decision) return refuse({ no: 'nothing_to_take_back' });
  if (decision.by !== work.by.id) return refuse({ no: 'only_who_decided_may_take_it_back' });
  if (!isFresh(decision, work.now)) return refuse({ no: 'too_late_to_take_it_back' });
  if (!stands(product.row, decision)) return refuse({ no: 'product_was_changed_since' });

  const { before } = decision;
  if (before.change) await proposeAgain(work, product, before);
  else {
    const state = productLife.after(product.row.state, 'take_back')!;
    await moveProduct(work, product.row, { state, note: before.note, waits: before.waitsSince ?? work.now });
  }
  await work.run(sql`delete from catalogue.decisions where product = ${id}`);
  announce(work, listingDecided({ product: id, store: product.row.store, decision: 'taken_back', why: '' }));
  await audit(work, { deed: 'decision_taken_back', subject: `product:${id}`, why: '' });
  return ok({ state: before.state });
}

/** Whether all is as the decision left it. */
function stands(row: ProductRow, { decision, before, at }: Decision): boolean {
  if (before.change)
    return row.state === before.state && row.proposal_state === (decision === 'refused' ? 'refused' : null);
  if (decision === 'listed') return row.state === 'live' && row.proposal_state === null;
  return row.state === 'draft' && row.changed_at.getTime() === at.getTime();
}

/** The change waits again, and the shop shows what it showed before. */
async function proposeAgain(work: Work, { row, listing }: Product, before: Decision['before']): Promise<void> {
  const { waitsSince, note } = before;
  if (!before.listing || !before.proposal) {
    await work.run(sql`
      update catalogue.products set proposal_state = 'waiting', waits_since = ${waitsSince}, note = ${note} where id = ${row.id}`);
    return;
  }
  const proposal = packListing(withDailyPart(before.proposal, listing));
  await Promise.all([
    writeListing(work, row.id, withDailyPart(before.listing, listing)),
    work.run(sql`
      update catalogue.products set proposal = ${proposal}, proposal_state = 'waiting', waits_since = ${waitsSince}, note = ${note}
       where id = ${row.id}`),
  ]);
  await showChange(work, row);
}
