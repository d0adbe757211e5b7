import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { releaseSplit } from './split.ts';

export interface ReleaseOfOrder {
  order: string;
  /** What the seller gets of the order if it is released as it stands. */
  seller: bigint;
}

interface Row {
  order: string;
  held: bigint;
  returned: bigint;
  released: bigint;
  carriage: bigint;
  carriage_to: string;
  lines: { category: string; minor: string; bps: number }[];
}

/**
 * What a store may count on of each order whose money is held in this currency, by the same arithmetic as the release. For
 * its people for money and staff; orders of which nothing is held are left out.
 */
export async function expectedReleases(
  ask: Asking,
  { store, currency }: { store: string; currency: string },
): Promise<ReleaseOfOrder[]> {
  if (!worksFor(ask.by, store, 'finance') && !isStaff(ask.by, 'money')) return [];
  const rows = await ask.many<Row>(sql`
    select order_id as "order", held, returned, released, carriage, carriage_to, lines
      from payments.payees
     where store = ${store} and seller_currency = ${currency} and released_at is null and closed_at is null and paid > refunded`);
  return rows.map(({ order, carriage_to, lines, ...row }) => ({
    order,
    seller: releaseSplit({
      ...row,
      carriageTo: carriage_to,
      lines: lines.map((line) => ({ ...line, minor: BigInt(line.minor) })),
    }).seller,
  }));
}
