import { error } from '@sveltejs/kit';
import { statementCsv } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { wantedIn } from '#lib/server/statement-wanted.ts';
import type { RequestHandler } from './$types';

/** The store's account between two days, for its own books. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const store = storeAt(locals);
  const [view] = await locals.ask(storesOf, { stores: [store] });
  const currency = url.searchParams.get('currency') ?? view?.currency ?? '';
  if (!view || !/^[A-Z]{3}$/.test(currency)) error(404, locals.t('error.404'));
  const now = locals.house.clock.now();
  const first = view.since.toISOString().slice(0, 10);
  const { from, to, wrong } = wantedIn(url, { now, locale: locals.locale, currency, first });
  const made = wrong ? undefined : await locals.ask(statementCsv, { store, currency, from, to });
  if (!made?.ok) error(404, locals.t('error.404'));
  return new Response(made.value.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${made.value.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
