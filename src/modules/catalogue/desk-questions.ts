/** What the desk sees: what waits to be reviewed, oldest first, and any product. */
import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { Picture } from './listing.ts';
import type { ProductState } from './product.ts';
import { reviews } from './product-row.ts';
import { said } from './texts.ts';
import type { Texts } from './texts.ts';

export interface DeskProduct {
  product: string;
  store: string;
  title: string;
  state: ProductState;
  /** A change of a reviewed listing, not a new one. */
  proposal: boolean;
  category: string;
  currency: string;
  fromMinor: bigint;
  picture: Picture | null;
  waitsSince: Date | null;
  changedAt: Date;
}

interface DeskRow {
  id: string;
  store: string;
  titles: Texts;
  state: ProductState;
  proposal_state: string | null;
  category: string;
  currency: string;
  from_minor: bigint;
  picture: Picture | null;
  waits_since: Date | null;
  changed_at: Date;
}

type OnlyStaff = { no: 'only_staff_for_listings_may_look' };
const perPage = 50;

const columns = sql.part`p.id, p.store, p.titles, p.state, p.proposal_state, p.category, p.currency, p.from_minor, p.pictures -> 0 as picture, p.waits_since, p.changed_at`;

/** What waits for a decision, oldest first. */
export async function reviewQueue(
  ask: Asking,
  { locale = 'en', page = 1 }: { locale?: string; page?: number } = {},
): Promise<Result<{ products: DeskProduct[]; waiting: number; more: boolean }, OnlyStaff>> {
  if (!reviews(ask.by)) return refuse({ no: 'only_staff_for_listings_may_look' });
  const [rows, count] = await Promise.all([
    ask.many<DeskRow>(sql`
      select ${columns} from catalogue.products p
       where p.waits_since is not null
       order by p.waits_since, p.id
       limit ${perPage + 1} offset ${(page - 1) * perPage}`),
    ask.one<{ waiting: number }>(
      sql`select count(*)::int as waiting from catalogue.products where waits_since is not null`,
    ),
  ]);
  return ok({
    products: rows.slice(0, perPage).map((row) => deskProduct(row, locale)),
    waiting: count?.waiting ?? 0,
    more: rows.length > perPage,
  });
}

/** Where a product stands among what waits: those beside it, or the oldest where it waits no more. */
export async function aroundInReview(
  ask: Asking,
  { product }: { product: string },
): Promise<{ previous: string | null; next: string | null }> {
  if (!reviews(ask.by) || !isId(product)) return { previous: null, next: null };
  const row = await ask.one<{ previous: string | null; next: string | null }>(sql`
    with here as (select coalesce(waits_since, '-infinity') as since, id from catalogue.products where id = ${product})
    select (select p.id from catalogue.products p, here
             where p.waits_since is not null and (p.waits_since, p.id) < (here.since, here.id)
             order by p.waits_since desc, p.id desc limit 1) as previous,
           coalesce(
             (select p.id from catalogue.products p, here
               where p.waits_since is not null and (p.waits_since, p.id) > (here.since, here.id)
               order by p.waits_since, p.id limit 1),
             (select p.id from catalogue.products p
               where p.waits_since is not null and p.id <> ${product}
               order by p.waits_since, p.id limit 1)) as next`);
  return row ?? { previous: null, next: null };
}

/** Products by store, state or words of their title, last changed first. */
export async function productsForStaff(
  ask: Asking,
  {
    store,
    state,
    text = '',
    locale = 'en',
    page = 1,
  }: { store?: string; state?: ProductState; text?: string; locale?: string; page?: number },
): Promise<Result<{ products: DeskProduct[]; more: boolean }, OnlyStaff>> {
  if (!reviews(ask.by)) return refuse({ no: 'only_staff_for_listings_may_look' });
  const like = `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const ofStore = store !== undefined && isId(store) ? store : null;
  const rows = await ask.many<DeskRow>(sql`
    select ${columns} from catalogue.products p
     where (${ofStore}::uuid is null or p.store = ${ofStore}) and (${state ?? null}::text is null or p.state = ${state ?? null})
       and (${like === '%%'} or p.titles::text ilike ${like})
     order by p.changed_at desc, p.id desc
     limit ${perPage + 1} offset ${(page - 1) * perPage}`);
  return ok({ products: rows.slice(0, perPage).map((row) => deskProduct(row, locale)), more: rows.length > perPage });
}

/** How many products are on sale, and of how many stores: of a category, of a store, or of both. For previews of rules. */
export async function onSaleIn(
  ask: Asking,
  { category = null, store = null }: { category?: string | null; store?: string | null },
): Promise<{ products: number; stores: number }> {
  if (!isStaff(ask.by, 'rules')) return { products: 0, stores: 0 };
  const ofStore = store !== null && isId(store) ? store : null;
  const row = await ask.one<{ products: number; stores: number }>(sql`
    select count(*)::int as products, count(distinct store)::int as stores
      from catalogue.products
     where on_sale and (${category}::text is null or category = ${category}) and (${ofStore}::uuid is null or store = ${ofStore})`);
  return row ?? { products: 0, stores: 0 };
}

function deskProduct(row: DeskRow, locale: string): DeskProduct {
  return {
    product: row.id,
    store: row.store,
    title: said(row.titles, locale),
    state: row.state,
    proposal: row.proposal_state !== null,
    category: row.category,
    currency: row.currency,
    fromMinor: row.from_minor,
    picture: row.picture,
    waitsSince: row.waits_since,
    changedAt: row.changed_at,
  };
}
