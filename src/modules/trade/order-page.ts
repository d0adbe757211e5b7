/** One order, one purchase: everything their pages show. */
import type { Address } from '#kernel/place';
import { digitalGoodsOf } from '#modules/catalogue';
import type { DigitalGood } from '#modules/catalogue';
import { shipmentsOf } from '#modules/logistics';
import type { ShipmentView } from '#modules/logistics';
import { storesOf } from '#modules/parties';
import type { StoreView } from '#modules/parties';
import { moneyOf, paymentsOf } from '#modules/payments';
import type { OrderMoney, PaymentView } from '#modules/payments';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { OrderState } from './order.ts';

export interface OrderLine {
  n: number;
  variant: string;
  product: string;
  title: string;
  options: string;
  sku: string;
  picture: string | null;
  quantity: number;
  unit_minor: bigint;
  paid_unit_minor: bigint;
  digital: boolean;
}

export interface OrderRecord {
  id: string;
  number: string;
  purchase: string;
  buyer: string;
  store: string;
  state: OrderState;
  currency: string;
  goods_minor: bigint;
  carriage_minor: bigint;
  paid_currency: string;
  paid_goods_minor: bigint;
  paid_carriage_minor: bigint;
  rate: { mid: string; rate: string; marginBps: number; day: string; source: string; from: string; to: string };
  carriage: { code?: string; by?: 'seller' | 'line'; name?: string; carrier?: string; days?: [number, number] };
  digital: boolean;
  placed_at: Date;
  funded_at: Date | null;
  dispatched_at: Date | null;
  delivered_at: Date | null;
  completed_at: Date | null;
  closed_at: Date | null;
  dispatch_by: Date | null;
  accept_by: Date | null;
  ended_by: string | null;
  ended_why: string | null;
}

export interface OrderPage {
  order: OrderRecord;
  lines: OrderLine[];
  store: StoreView | null;
  /** Who looks decides what they see: the seller does not see the buyer's mail, nor the buyer the commission. */
  side: 'buyer' | 'seller' | 'desk';
  name: string;
  country: string;
  address: Partial<Address>;
  email: string | null;
  money: OrderMoney | null;
  shipments: ShipmentView[];
  payments: PaymentView[];
  /** What was bought to be downloaded or read, once it is paid. */
  digitalGoods: (DigitalGood & { line: number })[];
  payUntil: Date;
  secret: string | null;
}

interface Found extends OrderRecord {
  email: string;
  name: string;
  address: Partial<Address>;
  country: string;
  pay_until: Date;
  secret: string;
}

/** An order for whoever may see it: its buyer (or who holds the purchase's key), its seller once it is paid, the desk. */
export async function orderPage(
  ask: Asking,
  { order: id, key }: { order: string; key?: string },
): Promise<OrderPage | undefined> {
  const found = isUuid(id)
    ? await ask.one<Found>(sql`
    select o.id, o.number, o.purchase, o.buyer, o.store, o.state, o.currency, o.goods_minor, o.carriage_minor, o.paid_currency,
           o.paid_goods_minor, o.paid_carriage_minor, o.rate, o.carriage, o.digital, o.placed_at, o.funded_at, o.dispatched_at,
           o.delivered_at, o.completed_at, o.closed_at, o.dispatch_by, o.accept_by, o.ended_by, o.ended_why,
           p.email, p.name, p.address, p.country, p.pay_until, p.secret
      from trade.orders o join trade.purchases p on p.id = o.purchase
     where o.id = ${id}`)
    : undefined;
  const side = found && sideOf(ask, found, key);
  if (!found || !side) return undefined;
  const { email, name, address, country, pay_until, secret, ...order } = found;
  const [lines, stores, money, shipments, payments] = await Promise.all([
    linesOf(ask, id),
    storesOf(ask, { stores: [order.store] }),
    moneyOf(ask, { order: id }),
    shipmentsOf(ask, { order: id }),
    side === 'seller' ? [] : paymentsOf(ask, { purchase: order.purchase }),
  ]);
  const paid = order.funded_at !== null && order.state !== 'refunding' && order.state !== 'refunded';
  const digital = side === 'buyer' && paid ? lines.filter((line) => line.digital) : [];
  const goods = digital.length > 0 ? await digitalGoodsOf(ask, { variants: digital.map((line) => line.variant) }) : [];
  return {
    // A guest's id is the secret by which they are known: nobody else is shown it.
    order: { ...order, buyer: order.buyer === ask.by.id ? order.buyer : '' },
    lines,
    store: stores[0] ?? null,
    side,
    name,
    country,
    address,
    email: side === 'seller' ? null : email,
    money: money ?? null,
    shipments,
    payments,
    digitalGoods: digital.flatMap(({ n, variant }) =>
      goods.filter((one) => one.variant === variant).map((one) => ({ line: n, ...one })),
    ),
    payUntil: pay_until,
    secret: side === 'buyer' ? secret : null,
  };
}

function sideOf(ask: Asking, order: Found, key: string | undefined): 'buyer' | 'seller' | 'desk' | undefined {
  if ((ask.by.id !== '' && order.buyer === ask.by.id) || (key !== undefined && key === order.secret)) return 'buyer';
  if (worksFor(ask.by, order.store, 'orders') && order.funded_at !== null) return 'seller';
  return isStaff(ask.by, 'orders') || isStaff(ask.by, 'money') ? 'desk' : undefined;
}

async function linesOf(ask: Asking, order: string): Promise<OrderLine[]> {
  return ask.many<OrderLine>(sql`
    select n, variant, product, title, options, sku, picture, quantity, unit_minor, paid_unit_minor, digital
      from trade.order_lines where order_id = ${order} order by n`);
}

export interface PurchasePage {
  purchase: string;
  name: string;
  email: string;
  currency: string;
  totalMinor: bigint;
  payUntil: Date;
  at: Date;
  secret: string;
  country: string;
  address: Partial<Address>;
  orders: { id: string; number: string; state: OrderState; store: string; storeName: string; paid_minor: bigint }[];
  payments: PaymentView[];
}

interface PurchaseFound {
  id: string;
  buyer: string;
  name: string;
  email: string;
  currency: string;
  total_minor: bigint;
  pay_until: Date;
  at: Date;
  secret: string;
  country: string;
  address: Partial<Address>;
}

/** A purchase with its payments, for its buyer or for who holds its key. */
export async function purchasePage(
  ask: Asking,
  { purchase: id, key }: { purchase: string; key?: string },
): Promise<PurchasePage | undefined> {
  if (!isUuid(id)) return undefined;
  // All in one go: the page is looked at often while its buyer waits. Whose it is shows before anything leaves here.
  const [found, orders, payments] = await Promise.all([
    ask.one<PurchaseFound>(sql`
      select id, buyer, name, email, currency, total_minor, pay_until, at, secret, country, address from trade.purchases where id = ${id}`),
    ask.many<{ id: string; number: string; state: OrderState; store: string; paid_minor: bigint }>(sql`
      select id, number, state, store, (paid_goods_minor + paid_carriage_minor)::bigint as paid_minor
        from trade.orders where purchase = ${id} order by id`),
    paymentsOf(ask, { purchase: id }),
  ]);
  if (!found) return undefined;
  const mine = (ask.by.id !== '' && found.buyer === ask.by.id) || (key !== undefined && key === found.secret);
  if (!mine && !isStaff(ask.by, 'orders')) return undefined;
  const stores = await storesOf(ask, { stores: orders.map((order) => order.store) });
  const nameOf = (store: string) => stores.find((one) => one.store === store)?.name ?? '';
  const { total_minor, pay_until, buyer: _buyer, id: _id, ...rest } = found;
  return {
    ...rest,
    // Who holds it acts as the buyer: the desk looks without it.
    secret: mine ? rest.secret : '',
    purchase: id,
    totalMinor: total_minor,
    payUntil: pay_until,
    orders: orders.map((order) => ({ ...order, storeName: nameOf(order.store) })),
    payments,
  };
}

/** The text is an id, and may be asked of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
}
