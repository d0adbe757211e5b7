/** What the people of a store see of their own products. */
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Listing, Picture } from './listing.ts';
import { tree } from './category-tree.ts';
import { digitalGoodsAreThere } from './digital-goods.ts';
import { incompleteWhen, problemsOf } from './listing-rules.ts';
import type { ListingProblem } from './listing-rules.ts';
import type { ProductState } from './product.ts';
import { isOwn, listsFor, readProduct, reviews } from './product-row.ts';
import type { OwnProduct } from './product-row.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

export interface StoreProduct {
  product: string;
  title: string;
  state: ProductState;
  /** A change waits for the desk, or was refused by it. */
  proposal: 'waiting' | 'refused' | null;
  category: string;
  currency: string;
  fromMinor: bigint;
  varies: boolean;
  onHand: number;
  held: number;
  variants: number;
  picture: Picture | null;
  changedAt: Date;
}

interface StoreProductRow {
  id: string;
  titles: Texts;
  state: ProductState;
  proposal_state: 'waiting' | 'refused' | null;
  category: string;
  currency: string;
  from_minor: bigint;
  varies: boolean;
  picture: Picture | null;
  changed_at: Date;
  on_hand: number | null;
  held: number | null;
  variants: number | null;
}

export interface ProductsOfStore {
  products: StoreProduct[];
  page: number;
  more: boolean;
  /** How many there are of each state. */
  states: Record<string, number>;
}

const perPage = 50;

/** A store's products, last changed first. `text` looks into titles and stock numbers. Undefined for other people's stores. */
export async function productsOfStore(
  ask: Asking,
  {
    store,
    locale = 'en',
    state,
    text = '',
    page = 1,
  }: { store: string; locale?: string; state?: ProductState; text?: string; page?: number },
): Promise<ProductsOfStore | undefined> {
  if (!isId(store) || !listsFor(ask.by, store)) return undefined;
  const like = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const [rows, states] = await Promise.all([
    ask.many<StoreProductRow>(sql`
      select p.id, p.titles, p.state, p.proposal_state, p.category, p.currency, p.from_minor, p.varies, p.pictures -> 0 as picture, p.changed_at,
             s.on_hand, s.held, v.variants
        from (select * from catalogue.products
               where store = ${store}
                 and (${state ?? null}::text is null or state = ${state ?? null})
                 and (${like === '%%'} or titles::text ilike ${like}
                      or exists (select from catalogue.variants v where v.product = products.id and v.sku ilike ${like}))
               order by changed_at desc, id desc
               limit ${perPage + 1} offset ${(page - 1) * perPage}) p
        left join lateral (select sum(on_hand)::int as on_hand, sum(held)::int as held from catalogue.stock where product = p.id) s on true
        left join lateral (select count(*)::int as variants from catalogue.variants where product = p.id) v on true
       order by p.changed_at desc, p.id desc`),
    ask.many<{ state: ProductState; products: number }>(sql`
      select state, count(*)::int as products from catalogue.products where store = ${store} group by state`),
  ]);
  return {
    products: rows.slice(0, perPage).map((row) => storeProduct(row, locale)),
    page,
    more: rows.length > perPage,
    states: Object.fromEntries(states.map((one) => [one.state, one.products])),
  };
}

function storeProduct(row: StoreProductRow, locale: string): StoreProduct {
  return {
    product: row.id,
    title: said(row.titles, locale),
    state: row.state,
    proposal: row.proposal_state,
    category: row.category,
    currency: row.currency,
    fromMinor: row.from_minor,
    varies: row.varies,
    onHand: row.on_hand ?? 0,
    held: row.held ?? 0,
    variants: row.variants ?? 0,
    picture: row.picture,
    changedAt: row.changed_at,
  };
}

export interface ProductForSeller {
  product: string;
  store: string;
  state: ProductState;
  onSale: boolean;
  currency: string;
  listing: Listing;
  proposal: Listing | null;
  proposalState: 'waiting' | 'refused' | null;
  /** What the desk said last. */
  note: string | null;
  waitsSince: Date | null;
  listedAt: Date | null;
  changedAt: Date;
  /** What lacks before the desk looks at it. */
  problems: ListingProblem[];
  stock: { variant: string; onHand: number; held: number }[];
  /** The variants whose buyers would be given something. */
  digital: string[];
}

/** The whole of a listing, for those who write it and those who review it; undefined for everybody else. */
export async function productForSeller(
  ask: Asking,
  { product: id, store }: OwnProduct,
): Promise<ProductForSeller | undefined> {
  if (!isId(id)) return undefined;
  const [product, stock, digital, all] = await Promise.all([
    readProduct(ask, id),
    ask.many<{ variant: string; on_hand: number; held: number }>(sql`
      select variant, on_hand, held from catalogue.stock where product = ${id} order by variant`),
    ask.many<{ variant: string }>(sql`select variant from catalogue.digital where product = ${id}`),
    tree(ask),
  ]);
  if (!product || !(isOwn(ask.by, product.row.store, store) || reviews(ask.by))) return undefined;
  const { row, listing, proposal } = product;
  const current = proposal ?? listing;
  const category = all.byId.get(current.category)!;
  return {
    product: id,
    store: row.store,
    state: row.state,
    onSale: row.on_sale,
    currency: row.currency,
    listing,
    proposal: proposal ?? null,
    proposalState: row.proposal_state,
    note: row.note,
    waitsSince: row.waits_since,
    listedAt: row.listed_at,
    changedAt: row.changed_at,
    problems: [...problemsOf(incompleteWhen, current, category), ...(await digitalGoodsAreThere(ask, current))],
    stock: stock.map(({ variant, on_hand, held }) => ({ variant, onHand: on_hand, held })),
    digital: digital.map(({ variant }) => variant),
  };
}
