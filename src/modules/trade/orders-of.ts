/** Lists of orders: the buyer's, a store's, the desk's. One query each, by page. */
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Part } from '#platform/sql';
import type { Asking } from '#platform/work';
import { orderLife } from './order.ts';
import type { OrderState } from './order.ts';

export interface OrderCard {
  id: string;
  number: string;
  purchase: string;
  store: string;
  state: OrderState;
  currency: string;
  goods_minor: bigint;
  carriage_minor: bigint;
  paid_currency: string;
  paid_goods_minor: bigint;
  paid_carriage_minor: bigint;
  digital: boolean;
  placed_at: Date;
  dispatch_by: Date | null;
  accept_by: Date | null;
  ended_why: string | null;
  name: string;
  country: string;
  pay_until: Date;
  carriage: { code?: string; by?: 'seller' | 'line'; name?: string; carrier?: string; days?: [number, number] };
  lines: {
    product: string;
    title: string;
    options: string;
    picture: string | null;
    quantity: number;
    digital: boolean;
  }[];
}

export interface OrdersPage {
  orders: OrderCard[];
  /** Pass it as `before` for the next page; null on the last. */
  next: string | null;
}

export interface ListInput {
  state?: string;
  /** A number, a name, or words of a title. */
  text?: string;
  before?: string;
  limit?: number;
}

async function list(ask: Asking, whose: Part, { state, text, before, limit = 25 }: ListInput): Promise<OrdersPage> {
  const states = stateFilter(state);
  const words = (text ?? '').trim();
  const like = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const [at, id] = readPlace(before);
  const orders = await ask.many<OrderCard>(sql`
    select o.id, o.number, o.purchase, o.store, o.state, o.currency, o.goods_minor, o.carriage_minor, o.paid_currency,
           o.paid_goods_minor, o.paid_carriage_minor, o.digital, o.placed_at, o.dispatch_by, o.accept_by, o.ended_why,
           p.name, p.country, p.pay_until, o.carriage,
           (select jsonb_agg(jsonb_build_object('product', l.product, 'title', l.title, 'options', l.options, 'picture', l.picture,
                                                'quantity', l.quantity, 'digital', l.digital) order by l.n)
              from trade.order_lines l where l.order_id = o.id) as lines
      from trade.orders o
      join trade.purchases p on p.id = o.purchase
     where ${whose}
       and o.state = any(${states}::text[])
       and (${words} = '' or o.number ilike ${like} or p.name ilike ${like}
            or exists (select 1 from trade.order_lines l where l.order_id = o.id and l.title ilike ${like}))
       and (o.placed_at, o.id) < (${at}, ${id})
     order by o.placed_at desc, o.id desc
     limit ${limit + 1}`);
  const page = orders.slice(0, limit);
  const last = page.at(-1);
  return { orders: page, next: orders.length > limit && last ? `${last.placed_at.getTime()}~${last.id}` : null };
}

/** A filter is a state, several with commas, or nothing for all. Unknown words filter nothing out. */
function stateFilter(state: string | undefined): string[] {
  const wanted = (state ?? '').split(',').filter((one) => (orderLife.states as readonly string[]).includes(one));
  return wanted.length > 0 ? wanted : [...orderLife.states];
}

function readPlace(before: string | undefined): [Date, string] {
  const [at, id] = (before ?? '').split('~');
  const time = Number(at);
  const known = id !== undefined && /^[0-9a-f-]{36}$/.test(id) && Number.isFinite(time);
  return known ? [new Date(time), id] : [new Date('9999-01-01'), 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
}

export async function ordersOfBuyer(ask: Asking, input: ListInput): Promise<OrdersPage> {
  if (ask.by.id === '') return { orders: [], next: null };
  return list(ask, sql.part`o.buyer = ${ask.by.id}`, input);
}

/** A store's orders, once they are paid: before that they are no business of the seller's. */
export async function ordersOfStore(
  ask: Asking,
  { store, ...input }: ListInput & { store: string },
): Promise<OrdersPage | undefined> {
  if (!worksFor(ask.by, store, 'orders')) return undefined;
  return list(ask, sql.part`o.store = ${store} and o.funded_at is not null`, input);
}

export async function ordersForDesk(ask: Asking, input: ListInput): Promise<OrdersPage | undefined> {
  if (!isStaff(ask.by, 'orders')) return undefined;
  return list(ask, sql.part`true`, input);
}

/** Which order staff mean who typed its number: its id, where there is one. */
export async function orderOfNumber(ask: Asking, { number }: { number: string }): Promise<string | undefined> {
  if (!isStaff(ask.by, 'orders') && !isStaff(ask.by, 'money') && !isStaff(ask.by, 'admin')) return undefined;
  const typed = number.trim().toUpperCase();
  if (!/^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(typed)) return undefined;
  return (await ask.one<{ id: string }>(sql`select id from trade.orders where number = ${typed}`))?.id;
}

/** How many of a store's orders stand in each state: for the tabs of its list and for Today. */
export async function orderCountsOfStore(
  ask: Asking,
  { store }: { store: string },
): Promise<{ state: OrderState; orders: number }[]> {
  if (!worksFor(ask.by, store, 'orders')) return [];
  return ask.many<{ state: OrderState; orders: number }>(sql`
    select state, count(*)::int as orders from trade.orders where store = ${store} and funded_at is not null group by state`);
}

export async function orderCounts(ask: Asking): Promise<{ state: OrderState; orders: number }[]> {
  if (!isStaff(ask.by, 'orders')) return [];
  return ask.many<{ state: OrderState; orders: number }>(
    sql`select state, count(*)::int as orders from trade.orders group by state`,
  );
}
