import { error } from '@sveltejs/kit';
import { labelLines } from '#kernel/place';
import type { Address } from '#kernel/place';
import { storesOf } from '#modules/parties';
import { packingOf } from '#modules/trade';
import { chosenIn } from '#lib/seller/order-list.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { PageServerLoad } from './$types';

/** What lies in each box, for who opens it: in the words in which they bought it. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const [found, [view]] = await Promise.all([
    locals.ask(packingOf, { store, orders: chosenIn(url) }),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  if (!found || !view) error(404, locals.t('error.404'));
  return {
    store: view.name,
    ids: found.orders.map(({ id }) => id).join(','),
    orders: found.orders.map(({ id, number, placed_at, address, lines, carriage }) => ({
      id,
      number,
      placedAt: placed_at,
      line: carriage.by === 'line' ? carriage.name : undefined,
      address: labelLines(address as Address, view.country),
      pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
      lines: lines.map(({ variant, title, options, sku, quantity }) => ({ variant, title, options, sku, quantity })),
    })),
  };
};
