import type { Money } from '#kernel/money';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface PriceOfOrder {
  order: string;
  /** What the buyer paid, or was to pay, in the buyer's money. */
  paid: Money;
  /** The same price in the seller's: goods and carriage. */
  price: Money;
}

/** What orders cost their buyers, in both moneys. Orders for which no escrow was opened are left out. */
export async function pricesOf(ask: Asking, { orders }: { orders: readonly string[] }): Promise<PriceOfOrder[]> {
  const rows = await ask.many<{
    order: string;
    currency: string;
    due: bigint;
    seller_currency: string;
    goods: bigint;
  }>(sql`
    select order_id as "order", currency, due, seller_currency, goods
      from payments.payees where order_id = any(${orders}::uuid[])`);
  return rows.map(({ order, currency, due, seller_currency, goods }) => ({
    order,
    paid: { currency, minor: due },
    price: { currency: seller_currency, minor: goods },
  }));
}
