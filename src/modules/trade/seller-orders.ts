/** A store's orders as its people work through them: by what is to be done, in any order, by numbered pages. */
import { troubledParcels } from '#modules/logistics';
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Part } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { OrderState } from './order.ts';

/** What is to be done with them. `problems`: late, or their label or parcel is in trouble, or their money goes back. */
export const orderTabs = ['funded', 'shipped', 'problems', 'all'] as const;
export type OrderTab = (typeof orderTabs)[number];

export interface SellerOrdersWanted {
  store: string;
  tab?: string;
  /** A number, a name, words of a title, or a SKU. */
  text?: string;
  /** `line` or `seller`: who carries. */
  carriage?: string;
  country?: string;
  /** `placed`, `due`, `total`, `name`, `country`; `-due` is from the other end. */
  sort?: string;
  page?: number;
  limit?: number;
}

export interface SellerOrder {
  id: string;
  number: string;
  state: OrderState;
  currency: string;
  goods_minor: bigint;
  carriage_minor: bigint;
  digital: boolean;
  placed_at: Date;
  dispatch_by: Date | null;
  carriage: { code?: string; by?: 'seller' | 'line'; name?: string };
  name: string;
  country: string;
  notes: number;
  lines: { product: string; title: string; picture: string | null; quantity: number }[];
}

export interface SellerOrders {
  orders: SellerOrder[];
  total: number;
  counts: Record<OrderTab, number>;
  /** Where the store's orders go, for the filter. */
  countries: string[];
}

/** Sorted as asked; else what is due first where there is something to ship, and the newest first elsewhere. */
function sorting(sort: string | undefined, tab: OrderTab): Part {
  if (sort === 'placed') return sql.part`o.placed_at, o.id`;
  if (sort === 'due') return sql.part`o.dispatch_by nulls last, o.id`;
  if (sort === '-due') return sql.part`o.dispatch_by desc nulls last, o.id desc`;
  if (sort === 'total') return sql.part`o.goods_minor + o.carriage_minor, o.id`;
  if (sort === '-total') return sql.part`o.goods_minor + o.carriage_minor desc, o.id desc`;
  if (sort === 'name') return sql.part`lower(p.name), o.id`;
  if (sort === '-name') return sql.part`lower(p.name) desc, o.id desc`;
  if (sort === 'country') return sql.part`p.country, o.id`;
  if (sort === '-country') return sql.part`p.country desc, o.id desc`;
  if (tab === 'funded' && sort !== '-placed') return sql.part`o.dispatch_by nulls last, o.id`;
  return sql.part`o.placed_at desc, o.id desc`;
}

function inTab(tab: OrderTab, troubled: readonly string[], now: Date): Part {
  if (tab === 'funded') return sql.part`and o.state = 'funded'`;
  if (tab === 'shipped') return sql.part`and o.state in ('dispatched', 'delivered')`;
  if (tab === 'problems') return sql.part`and ${trouble(troubled, now)}`;
  return sql.none;
}

const trouble = (troubled: readonly string[], now: Date): Part => sql.part`
  (o.state = 'refunding' or (o.state = 'funded' and o.dispatch_by < ${new Date(now.getTime() + 86_400_000)})
   or (o.state in ('funded', 'dispatched') and o.id = any(${troubled}::uuid[])))`;

/** For the people of the store who look after orders; only what is paid. */
export async function sellerOrders(ask: Asking, wanted: SellerOrdersWanted): Promise<SellerOrders | undefined> {
  const { store, text = '', carriage = '', country = '', page = 1, limit = 50 } = wanted;
  if (!worksFor(ask.by, store, 'orders')) return undefined;
  const tab = orderTabs.find((one) => one === wanted.tab) ?? 'all';
  const troubled = (await troubledParcels(ask, { store })).map(({ order }) => order);
  const like = `%${text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const fits = sql.part`
      o.store = ${store} and o.funded_at is not null ${inTab(tab, troubled, ask.now)}
      and (${carriage} = '' or coalesce(o.carriage ->> 'by', '') = ${carriage})
      and (${country} = '' or p.country = ${country})
      and (${like} = '%%' or o.number ilike ${like} or p.name ilike ${like}
           or exists (select 1 from trade.order_lines l where l.order_id = o.id and (l.title ilike ${like} or l.sku ilike ${like})))`;
  const [orders, found, counts, countries] = await Promise.all([
    ask.many<SellerOrder>(sql`
      select o.id, o.number, o.state, o.currency, o.goods_minor, o.carriage_minor, o.digital, o.placed_at, o.dispatch_by, o.carriage,
             p.name, p.country,
             (select count(*)::int from trade.order_notes n where n.order_id = o.id) as notes,
             (select jsonb_agg(jsonb_build_object('product', l.product, 'title', l.title, 'picture', l.picture, 'quantity', l.quantity) order by l.n)
                from trade.order_lines l where l.order_id = o.id) as lines
        from trade.orders o join trade.purchases p on p.id = o.purchase
       where ${fits}
       order by ${sorting(wanted.sort, tab)}
       limit ${limit} offset ${(page - 1) * limit}`),
    ask.one<{ total: number }>(sql`
      select count(*)::int as total from trade.orders o join trade.purchases p on p.id = o.purchase where ${fits}`),
    countTabs(ask, store, troubled),
    ask.many<{ country: string }>(sql`
      select distinct p.country from trade.orders o join trade.purchases p on p.id = o.purchase
       where o.store = ${store} and o.funded_at is not null order by p.country limit 250`),
  ]);
  return { orders, total: found!.total, counts, countries: countries.map((one) => one.country) };
}

async function countTabs(ask: Asking, store: string, troubled: readonly string[]): Promise<Record<OrderTab, number>> {
  const row = await ask.one<{ funded: number; shipped: number; problems: number; all: number }>(sql`
    select count(*) filter (where o.state = 'funded')::int as funded,
           count(*) filter (where o.state in ('dispatched', 'delivered'))::int as shipped,
           count(*) filter (where ${trouble(troubled, ask.now)})::int as problems,
           count(*)::int as all
      from trade.orders o where o.store = ${store} and o.funded_at is not null`);
  return row!;
}

/** The orders before and after one, as the list stands in the address, so that nobody goes back to go on. */
export async function orderNeighbours(
  ask: Asking,
  { order, ...wanted }: SellerOrdersWanted & { order: string },
): Promise<{ previous: string | null; next: string | null } | undefined> {
  const found = await sellerOrders(ask, { ...wanted, page: 1, limit: 1000 });
  if (!found) return undefined;
  const at = found.orders.findIndex(({ id }) => id === order);
  if (at === -1) return { previous: null, next: null };
  return { previous: found.orders[at - 1]?.id ?? null, next: found.orders[at + 1]?.id ?? null };
}
