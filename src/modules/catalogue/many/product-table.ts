import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Part } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Picture } from '../listing.ts';
import type { ProductState } from '../product.ts';
import { listsFor } from '../product-row.ts';
import { said } from '../texts.ts';
import type { Texts } from '../texts.ts';
import { matching } from './product-filter.ts';
import type { ProductFilter, TableSort } from './product-filter.ts';

export interface TableRow {
  product: string;
  title: string;
  brand: string;
  /** Delivered at once: it has no stock. */
  digital: boolean;
  state: ProductState;
  proposal: 'waiting' | 'refused' | null;
  note: string | null;
  category: string;
  currency: string;
  fromMinor: bigint;
  varies: boolean;
  onHand: number;
  held: number;
  variants: number;
  /** The number of its first variant. */
  sku: string;
  hs: string;
  origin: string;
  picture: Picture | null;
  changedAt: Date;
}

export interface ProductTable {
  rows: TableRow[];
  /** How many match. */
  total: number;
  more: boolean;
  /** How many the store has of each state, and in each category. */
  states: Record<string, number>;
  categories: Record<string, number>;
}

export const tablePage = 50;

interface Row extends Omit<TableRow, 'product' | 'title' | 'proposal' | 'fromMinor' | 'onHand' | 'changedAt'> {
  id: string;
  titles: Texts;
  proposal_state: 'waiting' | 'refused' | null;
  from_minor: bigint;
  on_hand: number;
  changed_at: Date;
}

const others: Readonly<Record<Exclude<TableSort, 'changed'>, (locale: string) => Part>> = {
  title: (locale) => sql.part`lower(coalesce(p.titles ->> ${locale}, p.titles ->> 'en', p.titles::text))`,
  price: () => sql.part`p.from_minor`,
  stock: () => sql.part`(select coalesce(sum(on_hand - held), 0) from catalogue.stock where product = p.id)`,
  state: () => sql.part`p.state`,
  category: () => sql.part`p.category`,
};

/** A page of a store's products, as its people look at them. Undefined for other people's stores. */
export async function productTable(
  ask: Asking,
  {
    store,
    locale,
    filter,
    sort = 'changed',
    down = true,
    page = 1,
  }: { store: string; locale: string; filter: ProductFilter; sort?: TableSort; down?: boolean; page?: number },
): Promise<ProductTable | undefined> {
  if (!isId(store) || !listsFor(ask.by, store)) return undefined;
  const by = sort === 'changed' ? sql.part`p.changed_at` : others[sort](locale);
  const order = down ? sql.part`${by} desc, p.id desc` : sql.part`${by}, p.id`;
  const [rows, counted, groups] = await Promise.all([
    // The page is found by ids alone, along the index where it is the newest first; only then are its rows read whole.
    ask.many<Row>(sql`
      select p.id, p.titles, p.brand, p.kind = 'digital' as digital, p.state, p.proposal_state, p.note, p.category, p.currency, p.from_minor, p.varies, p.hs, p.origin,
             p.pictures -> 0 as picture, p.changed_at, coalesce(s.on_hand, 0) as on_hand, coalesce(s.held, 0) as held, v.variants, v.sku
        from (select p.id from catalogue.products p where ${matching(store, filter)}
               order by ${order} limit ${tablePage + 1} offset ${(page - 1) * tablePage}) c
        join catalogue.products p on p.id = c.id
        left join lateral (select sum(on_hand)::int as on_hand, sum(held)::int as held from catalogue.stock where product = p.id) s on true
        left join lateral (select count(*)::int as variants, coalesce((array_agg(sku order by place))[1], '') as sku
                             from catalogue.variants where product = p.id) v on true
       order by ${order}`),
    isNarrowed(filter)
      ? ask.many<{ total: number }>(
          sql`select count(*)::int as total from catalogue.products p where ${matching(store, filter)}`,
        )
      : [],
    ask.many<{ state: string; category: string; products: number }>(sql`
      select state, category, count(*)::int as products from catalogue.products where store = ${store} group by state, category`),
  ]);
  const byState = summed(groups.map(({ state, products }) => [state, products]));
  const whole = filter.state
    ? (byState[filter.state] ?? 0)
    : Object.values(byState).reduce((sum, count) => sum + count, 0);
  return {
    rows: rows.slice(0, tablePage).map((row) => tableRow(row, locale)),
    total: counted[0]?.total ?? whole,
    more: rows.length > tablePage,
    states: byState,
    categories: summed(groups.map(({ category, products }) => [category, products])),
  };
}

function summed(counts: readonly (readonly [string, number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, count] of counts) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

/** By more than the state, whose counts are known anyway. */
const isNarrowed = ({ state: _state, ...others }: ProductFilter): boolean => Object.keys(others).length > 0;

function tableRow(
  { id, titles, proposal_state, from_minor, on_hand, changed_at, ...row }: Row,
  locale: string,
): TableRow {
  return {
    ...row,
    product: id,
    title: said(titles, locale),
    proposal: proposal_state,
    fromMinor: from_minor,
    onHand: on_hand,
    changedAt: changed_at,
  };
}

/** The products that match, all of them: for files and for changes of many. */
export async function productsMatching(
  ask: Asking,
  { store, filter }: { store: string; filter: ProductFilter },
): Promise<string[]> {
  if (!isId(store) || !listsFor(ask.by, store)) return [];
  const rows = await ask.many<{ id: string }>(sql`
    select p.id from catalogue.products p where ${matching(store, filter)} order by p.changed_at desc, p.id desc limit 20000`);
  return rows.map(({ id }) => id);
}
