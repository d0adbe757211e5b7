import { exportProducts, filterOf, productsMatching } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { tableFile } from '#lib/server/seller-table-file.ts';
import type { RequestHandler } from './$types';

/** The products that the table shows, on all its pages, as the import takes them back. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const store = storeAt(locals);
  const products = await locals.ask(productsMatching, { store, filter: filterOf(url.searchParams) });
  return tableFile(url, 'products', await locals.ask(exportProducts, { store, products }));
};
