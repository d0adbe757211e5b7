import { error } from '@sveltejs/kit';
import { labelLines } from '#kernel/place';
import type { Address } from '#kernel/place';
import { storesOf } from '#modules/parties';
import { packingOf } from '#modules/trade';
import { whenText } from '#lib/days.ts';
import { chosenIn } from '#lib/seller/order-list.ts';
import { sayIn } from '#lib/server/messages.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { firstLocale, isLocale } from '#lib/words/locales.ts';
import { directionOf } from '#kernel/languages';
import type { PageServerLoad } from './$types';

/** What lies in each box, for who opens it: in the language in which they bought it. */
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
    orders: found.orders.map(({ id, number, placed_at, address, lines, carriage, locale: bought }) => {
      const locale = isLocale(bought) ? bought : firstLocale;
      const say = sayIn(locale);
      const pieces = lines.reduce((sum, line) => sum + line.quantity, 0);
      return {
        id,
        number,
        locale,
        dir: directionOf(locale),
        about: [whenText(placed_at, locale, { zone: 'UTC' }), ...(carriage.by === 'line' ? [carriage.name] : [])],
        address: labelLines(address as Address, view.country),
        lines: lines.map(({ variant, title, options, sku, quantity }) => ({ variant, title, options, sku, quantity })),
        words: {
          order: say('seller.orders.number'),
          quantity: say('seller.pick.quantity'),
          what: say('seller.orders.what'),
          sku: say('seller.pick.sku'),
          sum: say('seller.orders.pieces', { count: pieces }),
        },
      };
    }),
  };
};
