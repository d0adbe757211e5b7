import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { OrderState } from './order.ts';

/** What the deeds on an order need to know of it. */
export interface OrderRow {
  id: string;
  purchase: string;
  buyer: string;
  store: string;
  state: OrderState;
  digital: boolean;
  /** Whether its buyer is written to: see write-to-buyer.ts. */
  letters: 'none' | 'due' | 'sent';
}

/** Reads one order and locks it until the deed is over. */
export async function lockOrder(work: Work, order: string): Promise<OrderRow | undefined> {
  return work.one<OrderRow>(sql`
    select id, purchase, buyer, store, state, digital, letters from trade.orders where id = ${order} for update`);
}

/** Locks a purchase's orders one by one, in the order of their ids, as every deed on several orders does. */
export async function lockOrdersOf(work: Work, purchase: string): Promise<OrderRow[]> {
  return work.many<OrderRow>(sql`
    select id, purchase, buyer, store, state, digital, letters from trade.orders where purchase = ${purchase} order by id for update`);
}

/** Who ordered, or who holds the key in the letter's link: without an account it is all that one has on another device. */
export async function isBuyerOf(work: Work, order: OrderRow, key: string | undefined): Promise<boolean> {
  if (order.buyer === work.by.id) return true;
  if (!key) return false;
  return !!(await work.one<{ id: string }>(
    sql`select id from trade.purchases where id = ${order.purchase} and secret = ${key}`,
  ));
}

/** What facts say of an order. */
export function named(order: OrderRow): { order: string; purchase: string; store: string; buyer: string } {
  return { order: order.id, purchase: order.purchase, store: order.store, buyer: order.buyer };
}
