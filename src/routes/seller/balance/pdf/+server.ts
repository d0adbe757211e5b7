import { error } from '@sveltejs/kit';
import { statementPdf } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { wantedIn } from '#lib/server/statement-wanted.ts';
import type { RequestHandler } from './$types';

/** The store's account on paper, with a letterhead, in the language of whoever prints it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const store = storeAt(locals);
  const now = locals.house.clock.now();
  const { locale } = locals;
  const [view] = await locals.ask(storesOf, { stores: [store] });
  const currency = url.searchParams.get('currency') ?? view?.currency ?? '';
  if (!view || !/^[A-Z]{3}$/.test(currency)) error(404, locals.t('error.404'));
  const first = view.since.toISOString().slice(0, 10);
  const { from, to, wrong } = wantedIn(url, { now, locale, currency, first });
  const printed = wrong ? undefined : await locals.ask(statementPdf, { store, currency, from, to, locale });
  if (!printed?.ok) error(404, locals.t('error.404'));
  return new Response(new Uint8Array(printed.value.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${printed.value.name}"`,
      'cache-control': 'private, no-store',
    },
  });
};
