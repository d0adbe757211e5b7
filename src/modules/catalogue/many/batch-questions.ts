import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { tree } from '../category-tree.ts';
import { incompleteWhen, problemsOf, wrongWhen } from '../listing-rules.ts';
import { listsFor, readProduct } from '../product-row.ts';
import { said } from '../texts.ts';
import type { Texts } from '../texts.ts';
import { changedListing, changedStock } from './change.ts';
import type { Change } from './change.ts';
import type { Which } from './change-many.ts';
import { productsMatching } from './product-table.ts';

export interface PreviewLine {
  product: string;
  title: string;
  currency: string;
  /** The first variant's price and all pieces on the shelf, before and after. */
  price: { before: bigint; after: bigint };
  stock: { before: number; after: number };
  /** What would be in the way. */
  problem: string | undefined;
}

const shown = 10;

/** What a change would make of the first few, and how many it would go to. Nothing is written. */
export async function previewMany(
  ask: Asking,
  { store, which, change, locale }: { store: string; which: Which; change: Change | undefined; locale: string },
): Promise<{ items: number; lines: PreviewLine[] }> {
  if (!listsFor(ask.by, store)) return { items: 0, lines: [] };
  const all =
    'filter' in which ? await productsMatching(ask, { store, filter: which.filter }) : which.products.filter(isId);
  if (!change) return { items: all.length, lines: [] };
  const lines: PreviewLine[] = [];
  for (const id of all.slice(0, shown)) {
    const line = await previewOf(ask, { id, store, change, locale });
    if (line) lines.push(line);
  }
  return { items: all.length, lines };
}

async function previewOf(
  ask: Asking,
  { id, store, change, locale }: { id: string; store: string; change: Change; locale: string },
): Promise<PreviewLine | undefined> {
  const product = await readProduct(ask, id);
  if (!product || product.row.store !== store) return undefined;
  const now = product.proposal ?? product.listing;
  const next = changedListing(now, change, product.row.currency) ?? now;
  const [stock] = await ask.many<{ before: number; variants: number }>(sql`
    select coalesce(sum(on_hand), 0)::int as before, count(*)::int as variants from catalogue.stock where product = ${id}`);
  const { before, variants } = stock!;
  const setTo = changedStock(0, change);
  const after =
    setTo === undefined ? before : change.what === 'stock_set' ? setTo * variants : before + setTo * variants;
  const category = (await tree(ask)).byId.get(next.category);
  const rules =
    product.row.state === 'draft' && change.what !== 'submit' ? wrongWhen : [...wrongWhen, ...incompleteWhen];
  const [problem] = category ? problemsOf(rules, next, category) : [{ what: 'is_not_known' }];
  return {
    product: id,
    title: said(now.titles, locale),
    currency: product.row.currency,
    price: { before: now.variants[0]?.tiers[0]?.minor ?? 0n, after: next.variants[0]?.tiers[0]?.minor ?? 0n },
    stock: { before, after },
    problem: problem?.what,
  };
}

export interface BatchPage {
  id: string;
  what: string;
  items: number;
  done: number;
  changed: number;
  at: Date;
  undoes: string | null;
  /** It was taken back, by this batch. */
  undoneBy: string | null;
  /** How many came out how. */
  came: { came: string; items: number }[];
  /** Some of those that were left as they are. */
  left: { product: string; title: string; came: string }[];
}

export async function batchPage(
  ask: Asking,
  { store, batch, locale }: { store: string; batch: string; locale: string },
): Promise<BatchPage | undefined> {
  if (!isId(batch) || !isId(store) || !listsFor(ask.by, store)) return undefined;
  const found = await ask.one<Omit<BatchPage, 'came' | 'left' | 'undoneBy'> & { undone_by: string | null }>(sql`
    select b.id, b.change ->> 'what' as what, b.items, b.done, b.changed, b.at, b.undoes, u.id as undone_by
      from catalogue.batches b left join catalogue.batches u on u.undoes = b.id
     where b.id = ${batch} and b.store = ${store}`);
  if (!found) return undefined;
  const [came, left] = await Promise.all([
    ask.many<{ came: string; items: number }>(sql`
      select came, count(*)::int as items from catalogue.batch_items where batch = ${batch} and came <> '' group by came order by came`),
    ask.many<{ product: string; titles: Texts; came: string }>(sql`
      select i.product, p.titles, i.came from catalogue.batch_items i join catalogue.products p on p.id = i.product
       where i.batch = ${batch} and i.came not in ('', 'changed', 'same') order by i.n limit 100`),
  ]);
  const { undone_by, ...rest } = found;
  return {
    ...rest,
    undoneBy: undone_by,
    came,
    left: left.map(({ titles, ...one }) => ({ ...one, title: said(titles, locale) })),
  };
}
