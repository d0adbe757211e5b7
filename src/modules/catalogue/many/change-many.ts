/**
 * Many products of a store are changed at once: some of them in the deed itself, the rest in parts by a job. Each product
 * is changed as it would be alone; one that cannot be stays as it is, with the reason beside it.
 */
import { isId, newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { enqueue, job } from '#platform/jobs';
import type { JobName } from '#platform/jobs';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { listsFor } from '../product-row.ts';
import { changeOne } from './change-one.ts';
import type { Undoing } from './change-one.ts';
import type { Change } from './change.ts';
import type { ProductFilter } from './product-filter.ts';
import { productsMatching } from './product-table.ts';

const atOnce = 50;
const mostProducts = 20_000;

/** Named one by one, or all that a look at the table shows. */
export type Which = { readonly products: readonly string[] } | { readonly filter: ProductFilter };

export type ChangeManyRefusal = { no: 'store_not_found' } | { no: 'nothing_is_chosen' } | { no: 'change_is_empty' };

export async function changeMany(
  work: Work,
  { store, which, change }: { store: string; which: Which; change: Change },
): Promise<Result<{ batch: string; items: number }, ChangeManyRefusal>> {
  if (!isId(store) || !listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  if (isEmpty(change)) return refuse({ no: 'change_is_empty' });
  const products = await chosen(work, store, which);
  if (products.length === 0) return refuse({ no: 'nothing_is_chosen' });
  const batch = await begin(work, { store, change, products, undoes: null });
  return ok({ batch, items: products.length });
}

function isEmpty(change: Change): boolean {
  if (change.what === 'customs') return !change.hs && !change.origin && !change.battery;
  return change.what === 'packing' && !change.grams && !change.sizeMm;
}

/** Those of the store only, whatever was sent. */
async function chosen(work: Work, store: string, which: Which): Promise<string[]> {
  if ('filter' in which) return productsMatching(work, { store, filter: which.filter });
  const named = [...new Set(which.products.filter(isId))].slice(0, mostProducts);
  const rows = await work.many<{ id: string }>(sql`
    select id from catalogue.products where store = ${store} and id = any(${named}::uuid[]) order by id`);
  return rows.map(({ id }) => id);
}

interface Begun {
  store: string;
  change: object;
  products: readonly string[];
  undoes: string | null;
}

async function begin(work: Work, { store, change, products, undoes }: Begun): Promise<string> {
  const batch = newId(work.now);
  await work.run(sql`
    insert into catalogue.batches (id, store, by, change, undoes, items, at)
    values (${batch}, ${store}, ${work.by.id}, ${json(change)}, ${undoes}, ${products.length}, ${work.now})`);
  await work.run(sql`
    insert into catalogue.batch_items (batch, n, product)
    select ${batch}, n, product from unnest(${[...products]}::uuid[]) with ordinality as p (product, n)`);
  await goOnWith(work, batch);
  return batch;
}

export const changeMore: JobName<{ batch: string }> = job('catalogue.change_more', (_house, { batch }, info) =>
  info.perform(goOnMany, { batch }),
);

async function goOnMany(work: Work, { batch }: { batch: string }): Promise<Result<undefined, { no: never }>> {
  await goOnWith(work, batch);
  return ok();
}

/** The next products of a batch, sorted by id so that two batches do not wait for each other. */
async function goOnWith(work: Work, id: string): Promise<void> {
  const batch = await work.one<{
    store: string;
    change: Change | { what: 'undo' };
    undoes: string | null;
    items: number;
    done: number;
  }>(sql`
    select store, change, undoes, items, done from catalogue.batches where id = ${id} for update`);
  if (!batch || batch.done >= batch.items) return;
  const upTo = Math.min(batch.items, batch.done + atOnce);
  const rows = await work.many<{ n: number; product: string }>(sql`
    select n, product from catalogue.batch_items where batch = ${id} and n > ${batch.done} and n <= ${upTo} order by product`);
  let changed = 0;
  for (const { n, product } of rows) {
    const undoing = batch.undoes ? await keptOf(work, batch.undoes, product) : undefined;
    const came = await changeOne(work, { product, change: batch.change, undoing });
    if (came.came === 'changed') changed += 1;
    await work.run(sql`
      update catalogue.batch_items
         set came = ${came.came}, before = ${came.before ? json(came.before) : null}, after = ${came.after ? json(came.after) : null}
       where batch = ${id} and n = ${n}`);
  }
  await work.run(sql`update catalogue.batches set done = ${upTo}, changed = changed + ${changed} where id = ${id}`);
  if (upTo < batch.items) enqueue(work, changeMore({ batch: id }), { subject: id });
}

async function keptOf(work: Work, batch: string, product: string): Promise<Undoing | undefined> {
  return work.one<Undoing>(sql`
    select b.change, i.before, i.after from catalogue.batch_items i join catalogue.batches b on b.id = i.batch
     where i.batch = ${batch} and i.product = ${product} and i.came = 'changed'`);
}

export type UndoRefusal =
  | { no: 'batch_not_found' }
  | { no: 'batch_is_not_done' }
  | { no: 'batch_was_taken_back' }
  | { no: 'nothing_to_take_back' };

/** Takes a batch back, product by product; what somebody changed since stays as they left it. */
export async function undoMany(
  work: Work,
  { store, batch: id }: { store: string; batch: string },
): Promise<Result<{ batch: string }, UndoRefusal>> {
  const batch = isId(id)
    ? await work.one<{ store: string; items: number; done: number; undoes: string | null }>(sql`
        select store, items, done, undoes from catalogue.batches where id = ${id} for update`)
    : undefined;
  if (!batch || batch.store !== store || !listsFor(work.by, store)) return refuse({ no: 'batch_not_found' });
  const taken = await work.one<{ id: string }>(sql`select id from catalogue.batches where undoes = ${id}`);
  if (taken) return refuse({ no: 'batch_was_taken_back' });
  if (batch.done < batch.items) return refuse({ no: 'batch_is_not_done' });
  const rows = await work.many<{ product: string }>(sql`
    select product from catalogue.batch_items where batch = ${id} and came = 'changed' order by product`);
  if (rows.length === 0 || batch.undoes) return refuse({ no: 'nothing_to_take_back' });
  const products = rows.map(({ product }) => product);
  return ok({ batch: await begin(work, { store, change: { what: 'undo' }, products, undoes: id }) });
}
