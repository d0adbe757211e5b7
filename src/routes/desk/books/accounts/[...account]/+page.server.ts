import { error } from '@sveltejs/kit';
import { money } from '#kernel/money';
import { accountForStaff, balancesOf } from '#modules/ledger';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import { ownersOf } from '#lib/server/desk-accounts.ts';
import type { PageServerLoad } from './$types';

const perPage = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { account } = params;
  const before = beforeIn(url);
  const [found, balances] = await Promise.all([
    locals.ask(accountForStaff, { account, limit: perPage, ...(before ? { before } : {}) }),
    // A kind that nobody registered has no side and no balance.
    locals.ask(balancesOf, [account]).catch(() => []),
  ]);
  if (balances.length === 0) error(404, locals.t('error.404'));
  const { transfers, next } = found.ok ? found.value : { transfers: [], next: null };
  return {
    account,
    balances: balances.map(({ currency, minor }) => money(currency, minor)),
    transfers: transfers.map(({ currency, minor, ...one }) => ({
      ...one,
      out: one.debit === account,
      amount: money(currency, minor),
    })),
    owners: await ownersOf(locals, [account, ...transfers.flatMap(({ debit, credit }) => [debit, credit])]),
    place: placeIn(url, next),
  };
};
