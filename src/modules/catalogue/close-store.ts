/** When a store is suspended its goods leave the shop, whatever their own state; when it opens again they are back. */
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { shelvesChanged } from './facts.ts';
import { refreshWindow } from './show-window.ts';

export async function closeStore(work: Work, { store }: { store: string }): Promise<void> {
  await work.run(
    sql`insert into catalogue.closed_stores (store, since) values (${store}, ${work.now}) on conflict do nothing`,
  );
  await showStoreAnew(work, store);
}

export async function openStoreAgain(work: Work, { store }: { store: string }): Promise<void> {
  await work.run(sql`delete from catalogue.closed_stores where store = ${store}`);
  await showStoreAnew(work, store);
}

const atOnce = 1000;

async function showStoreAnew(work: Work, store: string): Promise<void> {
  const live = await work.many<{ id: string }>(
    sql`select id from catalogue.products where store = ${store} and state = 'live' order by id for update`,
  );
  for (let n = 0; n < live.length; n += atOnce) {
    const products = live.slice(n, n + atOnce).map(({ id }) => id);
    await refreshWindow(work, products);
    announce(work, shelvesChanged({ products }));
  }
}
