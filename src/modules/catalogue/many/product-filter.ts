/** Which of a store's products: the same for the table, for its file, and for a change of all that match. */
import { sql } from '#platform/sql';
import type { Part } from '#platform/sql';
import { productLife } from '../product.ts';
import type { ProductState } from '../product.ts';

export const stockFilters = ['low', 'out'] as const;
export const tableSorts = ['changed', 'title', 'price', 'stock', 'state', 'category'] as const;
export type TableSort = (typeof tableSorts)[number];
/** From so few pieces on, a variant is running low. */
export const lowStock = 5;

export interface ProductFilter {
  readonly text?: string;
  readonly state?: ProductState;
  readonly category?: string;
  readonly stock?: (typeof stockFilters)[number];
  /** Only those with something to mend: refused by the desk, sent back, or suspended. */
  readonly mend?: boolean;
}

/** What stands in an address, as far as it means something. */
export function filterOf(query: URLSearchParams): ProductFilter {
  const state = productLife.states.find((one) => one === query.get('state'));
  const stock = stockFilters.find((one) => one === query.get('stock'));
  const text = (query.get('q') ?? '').trim().slice(0, 200);
  const category = (query.get('category') ?? '').slice(0, 80);
  return {
    ...(text ? { text } : {}),
    ...(state ? { state } : {}),
    ...(stock ? { stock } : {}),
    ...(category ? { category } : {}),
    ...(query.get('mend') ? { mend: true } : {}),
  };
}

/** The condition, over `catalogue.products p`. What is not asked is not in it, so that the table alone goes along its index. */
export function matching(store: string, { text = '', state, category, stock, mend = false }: ProductFilter): Part {
  const words = text.trim();
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const inState = state ? sql.part`and p.state = ${state}` : sql.none;
  const inCategory = category
    ? sql.part`and p.category in (select id from catalogue.categories where ${category} = any(path))`
    : sql.none;
  const named = words
    ? sql.part`
    and (p.titles::text ilike ${like} or p.brand ilike ${like}
         or exists (select from catalogue.variants v where v.product = p.id and (v.sku ilike ${like} or v.gtin ilike ${like})))`
    : sql.none;
  const toMend = mend
    ? sql.part`and (p.proposal_state = 'refused' or p.state = 'suspended' or (p.state = 'draft' and p.note is not null))`
    : sql.none;
  const running = stock
    ? sql.part`
    and p.kind = 'goods' and exists (
           select from catalogue.stock s join catalogue.variants v on v.id = s.variant and v.product = s.product
            where s.product = p.id
              and case when ${stock} = 'out' then s.on_hand <= s.held else s.on_hand > s.held and s.on_hand - s.held <= ${lowStock} end)`
    : sql.none;
  return sql.part`p.store = ${store} ${inState} ${inCategory} ${named} ${toMend} ${running}`;
}
