import { error } from '@sveltejs/kit';
import { printStatement, wholeStatement } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { statementPaper } from '#lib/server/statement-paper.ts';
import { wantedIn } from '#lib/server/statement-wanted.ts';
import type { RequestHandler } from './$types';

/** The store's account on paper, with a letterhead, in the language of whoever prints it. Always whole: a search leaves gaps. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const store = storeAt(locals);
  const now = locals.house.clock.now();
  const [view] = await locals.ask(storesOf, { stores: [store] });
  const currency = url.searchParams.get('currency') ?? view?.currency ?? '';
  if (!view || !/^[A-Z]{3}$/.test(currency)) error(404, locals.t('error.404'));
  const first = view.since.toISOString().slice(0, 10);
  const { from, to, wrong } = wantedIn(url, { now, locale: locals.locale, currency, first });
  const whole = wrong ? undefined : await locals.ask(wholeStatement, { store, currency, from, to });
  if (!whole?.ok) error(404, locals.t('error.404'));
  const pdf = await printStatement(statementPaper(locals, whole.value, view), now);
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="statement-${from}-${to}-${currency}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
