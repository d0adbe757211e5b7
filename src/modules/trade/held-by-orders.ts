/** What escrow must hold: for the proof beside the books. */
import { heldForOrders } from '#modules/payments';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { holdsMoney } from './order.ts';
import type { OrderState } from './order.ts';

interface OpenOrder {
  id: string;
  state: OrderState;
  currency: string;
  price: bigint;
}

export interface HeldByOrders {
  currency: string;
  minor: bigint;
  orders: number;
}

/** So many are asked of at once. */
const batch = 5000;

/**
 * By currency: goods and carriage of every order whose money waits here, less what went back of it in parts, and what came
 * in parts for orders that still wait for the rest.
 */
export async function heldByOrders(ask: Asking): Promise<HeldByOrders[]> {
  const open = await ask.many<OpenOrder>(sql`
    select id, state, currency, (goods_minor + carriage_minor)::bigint as price
      from trade.orders where state in ('placed', 'funded', 'dispatched', 'delivered') order by currency, id`);
  const sums = new Map<string, HeldByOrders>();
  for (let from = 0; from < open.length; from += batch) {
    const orders = open.slice(from, from + batch);
    const moved = new Map(
      (await heldForOrders(ask, { orders: orders.map(({ id }) => id) })).map((one) => [one.order, one]),
    );
    for (const { id, state, currency, price } of orders) {
      const { came, returned } = moved.get(id) ?? { came: 0n, returned: 0n };
      const held = (holdsMoney.includes(state) ? price : came) - returned;
      const sum = sums.get(currency) ?? { currency, minor: 0n, orders: 0 };
      if (held > 0n) sums.set(currency, { currency, minor: sum.minor + held, orders: sum.orders + 1 });
    }
  }
  return [...sums.values()];
}
