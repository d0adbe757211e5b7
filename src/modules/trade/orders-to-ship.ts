import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface OrderToShip {
  id: string;
  number: string;
  name: string;
  country: string;
  placed_at: Date;
  /** After this the buyer gets the money back. */
  dispatch_by: Date | null;
  carriage: { code?: string; by?: 'seller' | 'line'; name?: string };
  pieces: number;
  /** Of its first line, in the buyer's words. */
  title: string;
  product: string;
}

export interface ToShip {
  /** The first of them, those that are due soonest at the top. */
  orders: OrderToShip[];
  total: number;
  /** How many of all are due within a day, or are over. */
  pressing: number;
}

const dayMs = 86_400_000;

/** What a store has to send: paid, and not on its way. For the people of the store who look after orders. */
export async function ordersToShip(
  ask: Asking,
  { store, limit = 10 }: { store: string; limit?: number },
): Promise<ToShip | undefined> {
  if (!worksFor(ask.by, store, 'orders')) return undefined;
  const [orders, counted] = await Promise.all([
    ask.many<OrderToShip>(sql`
      select o.id, o.number, p.name, p.country, o.placed_at, o.dispatch_by, o.carriage,
             (select sum(l.quantity)::int from trade.order_lines l where l.order_id = o.id) as pieces,
             (select l.title from trade.order_lines l where l.order_id = o.id order by l.n limit 1) as title,
             (select l.product from trade.order_lines l where l.order_id = o.id order by l.n limit 1) as product
        from trade.orders o
        join trade.purchases p on p.id = o.purchase
       where o.store = ${store} and o.state = 'funded'
       order by o.dispatch_by nulls last, o.id
       limit ${limit}`),
    ask.one<{ total: number; pressing: number }>(sql`
      select count(*)::int as total, count(*) filter (where dispatch_by < ${new Date(ask.now.getTime() + dayMs)})::int as pressing
        from trade.orders where store = ${store} and state = 'funded'`),
  ]);
  return { orders, total: counted!.total, pressing: counted!.pressing };
}
