import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';

export interface DayOfSales {
  /** `2026-11-22`, in UTC. */
  day: string;
  placed: number;
  paid: number;
  goods_minor: bigint;
  /** Paid orders of that day whose money went back. */
  refunded: number;
}

export interface SalesOf {
  key: string;
  name: string;
  orders: number;
  pieces: number;
  goods_minor: bigint;
  refunded: number;
}

export interface NumbersOfStore {
  currency: string;
  days: DayOfSales[];
  countries: SalesOf[];
  products: SalesOf[];
}

const most = 10;

/**
 * What a store sold in a span of days, the last one included: by day, by the buyers' country, by product. Sold is what was
 * paid for, in the store's own money and without carriage; an order counts on the day on which it was placed.
 */
export async function numbersOfStore(
  ask: Asking,
  { store, currency, from, to }: { store: string; currency: string; from: string; to: string },
): Promise<NumbersOfStore | undefined> {
  if (!worksFor(ask.by, store, 'finance')) return undefined;
  const [days, countries, products] = await Promise.all([
    ask.many<DayOfSales>(sql`
      select to_char(d, 'YYYY-MM-DD') as day, count(o.id)::int as placed, count(o.funded_at)::int as paid,
             coalesce(sum(o.goods_minor) filter (where o.funded_at is not null), 0)::bigint as goods_minor,
             count(*) filter (where o.funded_at is not null and o.state in ('refunding', 'refunded'))::int as refunded
        from generate_series(${from}::date, ${to}::date, interval '1 day') as d
        left join trade.orders o on o.store = ${store} and o.currency = ${currency}
                                and o.placed_at >= d at time zone 'UTC' and o.placed_at < (d + interval '1 day') at time zone 'UTC'
       group by d order by d`),
    ask.many<SalesOf>(sql`
      select p.country as key, p.country as name, count(*)::int as orders,
             coalesce(sum((select sum(quantity) from trade.order_lines l where l.order_id = o.id)), 0)::int as pieces,
             sum(o.goods_minor)::bigint as goods_minor, count(*) filter (where o.state in ('refunding', 'refunded'))::int as refunded
        from trade.orders o join trade.purchases p on p.id = o.purchase
       where o.store = ${store} and o.currency = ${currency} and o.funded_at is not null
         and o.placed_at >= ${from}::date::timestamp at time zone 'UTC' and o.placed_at < (${to}::date + 1)::timestamp at time zone 'UTC'
       group by p.country order by goods_minor desc, p.country limit ${most}`),
    ask.many<SalesOf>(sql`
      select l.product::text as key, max(l.title) as name, count(distinct o.id)::int as orders, sum(l.quantity)::int as pieces,
             sum(l.unit_minor * l.quantity)::bigint as goods_minor,
             count(distinct o.id) filter (where o.state in ('refunding', 'refunded'))::int as refunded
        from trade.orders o join trade.order_lines l on l.order_id = o.id
       where o.store = ${store} and o.currency = ${currency} and o.funded_at is not null
         and o.placed_at >= ${from}::date::timestamp at time zone 'UTC' and o.placed_at < (${to}::date + 1)::timestamp at time zone 'UTC'
       group by l.product order by goods_minor desc, l.product limit ${most}`),
  ]);
  return { currency, days, countries, products };
}
