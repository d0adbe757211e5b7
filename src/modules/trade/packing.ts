/** What is taken from the shelves and what goes into each box, for orders that are packed together. */
import type { Address } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { isUuid } from './order-page.ts';
import { mostAtOnce } from './ship-orders.ts';

export interface PackedLine {
  variant: string;
  product: string;
  title: string;
  options: string;
  sku: string;
  picture: string | null;
  quantity: number;
}

export interface PackedOrder {
  id: string;
  number: string;
  state: string;
  placed_at: Date;
  name: string;
  country: string;
  /** In which they bought. */
  locale: string;
  address: Partial<Address>;
  carriage: { by?: 'seller' | 'line'; name?: string };
  lines: PackedLine[];
}

export interface Picked extends PackedLine {
  /** Where the store keeps it; empty when nobody said. */
  place: string;
  orders: number;
}

export interface Packing {
  /** In the order in which they are packed: whose first thing is picked first. */
  orders: PackedOrder[];
  /** Summed by variant, in the order of their places, then of their SKUs. */
  picks: Picked[];
}

/** Goods to be sent only: what is downloaded is packed by nobody. Orders of others are left out. */
export async function packingOf(
  ask: Asking,
  { store, orders }: { store: string; orders: readonly string[] },
): Promise<Packing | undefined> {
  if (!worksFor(ask.by, store, 'orders')) return undefined;
  const wanted = orders.filter(isUuid).slice(0, mostAtOnce);
  const [found, shelves] = await Promise.all([
    ask.many<PackedOrder>(sql`
      select o.id, o.number, o.state, o.placed_at, p.name, p.country, p.locale, p.address, o.carriage,
             (select jsonb_agg(jsonb_build_object('variant', l.variant, 'product', l.product, 'title', l.title, 'options', l.options,
                                                  'sku', l.sku, 'picture', l.picture, 'quantity', l.quantity) order by l.n)
                from trade.order_lines l where l.order_id = o.id and not l.digital) as lines
        from trade.orders o join trade.purchases p on p.id = o.purchase
       where o.id = any(${wanted}::uuid[]) and o.store = ${store} and o.funded_at is not null and not o.digital
       order by o.id`),
    ask.many<{ variant: string; place: string }>(sql`
      select distinct s.variant, s.place from trade.shelves s
        join trade.order_lines l on l.variant = s.variant
       where s.store = ${store} and l.order_id = any(${wanted}::uuid[])`),
  ]);
  return packing(found, new Map(shelves.map(({ variant, place }) => [variant, place])));
}

/** The walk along the shelves, and the orders in its order. */
export function packing(orders: readonly PackedOrder[], places: ReadonlyMap<string, string>): Packing {
  const sums = new Map<string, Picked>();
  for (const order of orders) {
    for (const line of order.lines) {
      const known = sums.get(line.variant);
      sums.set(line.variant, {
        ...(known ?? line),
        place: places.get(line.variant) ?? '',
        quantity: (known?.quantity ?? 0) + line.quantity,
        orders: (known?.orders ?? 0) + 1,
      });
    }
  }
  // A place that nobody said comes last; numbers in places and SKUs count as numbers: A2 before A10.
  const by = new Intl.Collator('en', { numeric: true }).compare;
  const picks = [...sums.values()].sort(
    (a, b) =>
      Number(a.place === '') - Number(b.place === '') ||
      by(a.place, b.place) ||
      by(a.sku, b.sku) ||
      by(a.variant, b.variant),
  );
  const at = new Map(picks.map(({ variant }, n) => [variant, n]));
  const first = (order: PackedOrder) => Math.min(...order.lines.map(({ variant }) => at.get(variant)!));
  return { picks, orders: [...orders].sort((a, b) => first(a) - first(b) || (a.id < b.id ? -1 : 1)) };
}

/** Listed in the order in which they are checked. */
export type SetPlaceRefusal =
  { no: 'store_not_found' } | { no: 'variant_was_never_ordered' } | { no: 'text_is_too_long'; most: number };

const longestPlace = 40;

/** Where the store keeps a variant; empty takes the place away. */
export async function setPlace(
  work: Work,
  { store, variant, place }: { store: string; variant: string; place: string },
): Promise<Result<{ place: string }, SetPlaceRefusal>> {
  if (!worksFor(work.by, store, 'orders')) return refuse({ no: 'store_not_found' });
  const ordered = isUuid(variant)
    ? await work.one<{ n: number }>(sql`
        select l.n from trade.order_lines l join trade.orders o on o.id = l.order_id
         where l.variant = ${variant} and o.store = ${store} limit 1`)
    : undefined;
  if (!ordered) return refuse({ no: 'variant_was_never_ordered' });
  const plain = place.replace(/\s+/g, ' ').trim();
  if (plain.length > longestPlace) return refuse({ no: 'text_is_too_long', most: longestPlace });
  if (plain === '') await work.run(sql`delete from trade.shelves where store = ${store} and variant = ${variant}`);
  else
    await work.run(sql`
      insert into trade.shelves (store, variant, place, at) values (${store}, ${variant}, ${plain}, ${work.now})
          on conflict (store, variant) do update set place = excluded.place, at = excluded.at`);
  return ok({ place: plain });
}
