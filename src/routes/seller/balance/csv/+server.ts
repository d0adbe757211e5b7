import { error } from '@sveltejs/kit';
import { statementCsv } from '#modules/finance';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { spanOf } from '#lib/seller/months.ts';
import type { RequestHandler } from './$types';

/** A month of the store's account, for its own books. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const month = url.searchParams.get('month') ?? '';
  const currency = url.searchParams.get('currency') ?? '';
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || !/^[A-Z]{3}$/.test(currency)) error(404, locals.t('error.404'));
  const span = spanOf(month, locals.house.clock.now());
  const made = await locals.ask(statementCsv, { store: storeAt(locals), currency, ...span });
  if (!made.ok) error(404, locals.t('error.404'));
  return new Response(made.value.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${made.value.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
