import { exportProducts } from '#modules/catalogue';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { tableFile } from '#lib/seller/table-file.ts';
import type { RequestHandler } from './$types';

/** All products of the store, as the import takes them back. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const lines = await locals.ask(exportProducts, { store: storeAt(locals) });
  return tableFile(url, 'products', lines);
};
