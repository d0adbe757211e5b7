import { money } from '#kernel/money';
import { settlementsForDesk } from '#modules/finance';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const before = beforeIn(url);
  const found = await locals.ask(settlementsForDesk, { limit: 25, ...(before ? { before } : {}) });
  const { settlements, next } = found.ok ? found.value : { settlements: [], next: null };
  return {
    settlements: settlements.map(({ currency, gross, refunded, fee, net, ...one }) => ({
      ...one,
      gross: money(currency, gross),
      refunded: money(currency, refunded),
      fee: money(currency, fee),
      net: money(currency, net),
    })),
    place: placeIn(url, next),
  };
};
