import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface HeldForOrder {
  order: string;
  /** In the seller's currency: came into escrow, and went back to the buyer from it. */
  came: bigint;
  returned: bigint;
}

/** What came into escrow for these orders and went back from it before any release. Those for which nothing came are left out. */
export async function heldForOrders(ask: Asking, { orders }: { orders: readonly string[] }): Promise<HeldForOrder[]> {
  return ask.many<HeldForOrder>(sql`
    select order_id as "order", held as came, returned
      from payments.payees where order_id = any(${orders}::uuid[]) and held > 0`);
}
