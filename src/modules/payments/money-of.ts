import type { Money } from '#kernel/money';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { isUuid } from './is-uuid.ts';
import type { RefundPartState } from './payment.ts';

/** An order's money as one picture. The buyer's side is in the buyer's currency, the rest in the seller's. */
export interface OrderMoney {
  order: string;
  purchase: string;
  store: string;
  /** The buyer's side. */
  due: Money;
  paid: Money;
  refunded: Money;
  /** What the platform earned by the exchange, less what it gave back. */
  margin: Money;
  mid: string;
  /** The seller's side: the price, what escrow holds of it now, and where the rest went. */
  goods: Money;
  held: Money;
  toSeller: Money;
  commission: Money;
  toLine: Money;
  returned: Money;
  paidAt: Date | null;
  releasedAt: Date | null;
  payments: { payment: string; method: string; amount: Money; at: Date | null }[];
  refunds: { refund: string; amount: Money; why: string; at: Date; doneAt: Date | null; states: RefundPartState[] }[];
}

interface Row {
  purchase: string;
  store: string;
  payer: string;
  currency: string;
  due: bigint;
  paid: bigint;
  refunded: bigint;
  seller_currency: string;
  goods: bigint;
  held: bigint;
  returned: bigint;
  released: bigint;
  commission: bigint;
  carried: bigint;
  clawed: bigint;
  commission_back: bigint;
  mid: string;
  margin: bigint;
  margin_back: bigint;
  paid_at: Date | null;
  released_at: Date | null;
}

/** What was paid, is held, was released and given back for an order. Undefined when no escrow was opened for it. */
export async function moneyOf(ask: Asking, { order }: { order: string }): Promise<OrderMoney | undefined> {
  return (await pictureOf(ask, order))?.picture;
}

async function pictureOf(ask: Asking, order: string): Promise<{ picture: OrderMoney; payer: string } | undefined> {
  if (!isUuid(order)) return undefined;
  const row = await ask.one<Row>(sql`
    select p.purchase, p.store, p.payer, p.currency, p.due, p.paid, p.refunded, p.seller_currency, p.goods, p.held, p.returned, p.released,
           p.commission, p.carried, p.clawed, p.commission_back, p.mid, p.margin, p.margin_back, p.paid_at, p.released_at
      from payments.payees p
     where p.order_id = ${order}`);
  if (!row) return undefined;
  const [shares, refunds] = await Promise.all([
    ask.many<{ payment: string; method: string; amount: bigint; paid_at: Date | null }>(sql`
      select s.payment, p.method, s.amount, p.paid_at
        from payments.shares s join payments.payments p on p.purchase = s.purchase and p.id = s.payment
       where s.purchase = ${row.purchase} and s.order_id = ${order} order by p.paid_at, p.id`),
    ask.many<{ id: string; amount: bigint; why: string; at: Date; done_at: Date | null; states: string[] | null }>(sql`
      select r.id, r.amount, r.why, r.at, r.done_at,
             (select array_agg(p.state order by p.id) from payments.refund_parts p where p.purchase = r.purchase and p.refund = r.id) as states
        from payments.refunds r where r.purchase = ${row.purchase} and r.order_id = ${order} order by r.at, r.id`),
  ]);
  const buyers = (minor: bigint): Money => ({ currency: row.currency, minor });
  const sellers = (minor: bigint): Money => ({ currency: row.seller_currency, minor });
  const picture: OrderMoney = {
    order,
    purchase: row.purchase,
    store: row.store,
    due: buyers(row.due),
    paid: buyers(row.paid),
    refunded: buyers(row.refunded),
    margin: buyers(row.margin - row.margin_back),
    mid: row.mid,
    goods: sellers(row.goods),
    held: sellers(row.held - row.returned - row.released),
    // Taken back after the release: from the seller all but our own commission.
    toSeller: sellers(row.released - row.commission - row.carried - (row.clawed - row.commission_back)),
    commission: sellers(row.commission - row.commission_back),
    toLine: sellers(row.carried),
    returned: sellers(row.returned + row.clawed),
    paidAt: row.paid_at,
    releasedAt: row.released_at,
    payments: shares.map(({ payment, method, amount, paid_at }) => ({
      payment,
      method,
      amount: buyers(amount),
      at: paid_at,
    })),
    refunds: refunds.map(({ id, amount, why, at, done_at, states }) => ({
      refund: id,
      amount: buyers(amount),
      why,
      at,
      doneAt: done_at,
      states: (states ?? []) as RefundPartState[],
    })),
  };
  return { picture, payer: row.payer };
}

/** The picture for the order's store and for staff. */
export async function moneyOfForStore(ask: Asking, { order }: { order: string }): Promise<OrderMoney | undefined> {
  const found = await pictureOf(ask, order);
  const may =
    found &&
    (worksFor(ask.by, found.picture.store, 'finance') || isStaff(ask.by, 'money') || isStaff(ask.by, 'orders'));
  return may ? found.picture : undefined;
}

/** What escrow holds for a store's orders now, by currency: paid, and not yet released or given back. */
export async function heldForStore(
  ask: Asking,
  { store }: { store: string },
): Promise<{ currency: string; minor: bigint; orders: number }[]> {
  return ask.many<{ currency: string; minor: bigint; orders: number }>(sql`
    select seller_currency as currency, sum(held - returned - released)::bigint as minor, count(*)::int as orders
      from payments.payees
     where store = ${store} and released_at is null and closed_at is null and paid > refunded
     group by seller_currency order by seller_currency`);
}
