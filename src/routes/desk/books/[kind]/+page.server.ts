import { error } from '@sveltejs/kit';
import { money } from '#kernel/money';
import { accountsForStaff } from '#modules/ledger';
import { orderOfNumber } from '#modules/trade';
import { pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { ownersOf } from '#lib/server/desk-accounts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const text = textIn(url);
  const found = await locals.ask(accountsForStaff, {
    kind: params.kind,
    text: (await locals.ask(orderOfNumber, { number: text })) ?? text,
    page: pageIn(url),
  });
  if (!found.ok) error(404, locals.t('error.404'));
  const { side, accounts, more } = found.value;
  return {
    kind: params.kind,
    side,
    text,
    accounts: accounts.map(({ account, currency, minor }) => ({ account, amount: money(currency, minor) })),
    owners: await ownersOf(
      locals,
      accounts.map(({ account }) => account),
    ),
    around: pagesAround(url, more),
  };
};
