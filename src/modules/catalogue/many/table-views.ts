/** Ways to look at the products of a store that a person keeps under a name. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { listsFor } from '../product-row.ts';

const mostViews = 20;

export interface TableView {
  name: string;
  query: string;
}

export async function tableViews(ask: Asking, { store }: { store: string }): Promise<TableView[]> {
  if (!listsFor(ask.by, store)) return [];
  return ask.many<TableView>(sql`
    select name, query from catalogue.table_views where store = ${store} and person = ${ask.by.id} order by at, name`);
}

export type KeepViewRefusal = { no: 'store_not_found' } | { no: 'too_many_views'; most: number };

/** Keeps a view under a name; one of that name is replaced. */
export async function keepTableView(
  work: Work,
  { store, name, query }: { store: string; name: string; query: string },
): Promise<Result<undefined, KeepViewRefusal>> {
  if (!listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  const views = await tableViews(work, { store });
  if (views.length >= mostViews && !views.some((one) => one.name === name))
    return refuse({ no: 'too_many_views', most: mostViews });
  await work.run(sql`
    insert into catalogue.table_views (store, person, name, query, at) values (${store}, ${work.by.id}, ${name}, ${query}, ${work.now})
        on conflict (store, person, name) do update set query = excluded.query`);
  return ok();
}

export async function dropTableView(
  work: Work,
  { store, name }: { store: string; name: string },
): Promise<Result<undefined, { no: 'store_not_found' }>> {
  if (!listsFor(work.by, store)) return refuse({ no: 'store_not_found' });
  await work.run(
    sql`delete from catalogue.table_views where store = ${store} and person = ${work.by.id} and name = ${name}`,
  );
  return ok();
}
