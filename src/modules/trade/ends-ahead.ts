import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface EndAhead {
  order: string;
  state: 'funded' | 'dispatched' | 'delivered';
  /** Until when the buyer may object; then the order completes by itself. Null until the parcel is delivered. */
  acceptBy: Date | null;
}

/** The orders of a store whose money waits for their end. For its people for money and staff. */
export async function endsAhead(ask: Asking, { store }: { store: string }): Promise<EndAhead[]> {
  if (!worksFor(ask.by, store, 'finance') && !isStaff(ask.by, 'money')) return [];
  const rows = await ask.many<{ order: string; state: EndAhead['state']; accept_by: Date | null }>(sql`
    select id as "order", state, accept_by
      from trade.orders where store = ${store} and state in ('funded', 'dispatched', 'delivered')`);
  return rows.map(({ accept_by, ...row }) => ({ ...row, acceptBy: accept_by }));
}
