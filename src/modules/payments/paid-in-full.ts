import type { Work } from '#platform/work';
import { lockPayees } from './purchase-money.ts';

/**
 * The orders of a purchase whose money has all come and none of which went back. Takes the purchase's lock, so that what is
 * told stays true until the deed is over.
 */
export async function paidInFull(work: Work, { purchase }: { purchase: string }): Promise<string[]> {
  const payees = await lockPayees(work, purchase);
  return payees.filter(({ due, paid, refunded }) => paid === due && refunded === 0n).map(({ order }) => order);
}
