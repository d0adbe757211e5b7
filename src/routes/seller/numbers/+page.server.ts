import { error } from '@sveltejs/kit';
import { countryName, isCountry } from '#kernel/place';
import { money } from '#kernel/money';
import { numbersOfStore } from '#modules/trade';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { daysOf, spanOf, spans } from '#lib/seller/number-span.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const span = spanOf(url.searchParams.get('days'));
  const [view] = await locals.ask(storesOf, { stores: [store] });
  const at = daysOf(span, locals.house.clock.now());
  const found = view && (await locals.ask(numbersOfStore, { store, currency: view.currency, ...at }));
  if (!found) error(404, locals.t('error.404'));
  const { currency, days, countries, products } = found;
  const sum = (read: (day: (typeof days)[number]) => number) => days.reduce((all, one) => all + read(one), 0);
  const [placed, paid, refunded] = [sum((one) => one.placed), sum((one) => one.paid), sum((one) => one.refunded)];
  const sold = days.reduce((all, one) => all + one.goods_minor, 0n);
  const line = ({ goods_minor, ...one }: (typeof countries)[number]) => ({
    ...one,
    sold: money(currency, goods_minor),
  });
  return {
    span,
    spans: [...spans],
    currency,
    days,
    sold: money(currency, sold),
    each: paid > 0 ? money(currency, sold / BigInt(paid)) : undefined,
    placed,
    paid,
    refunded,
    countries: countries.map((one) => ({
      ...line(one),
      name: isCountry(one.key) ? countryName(one.key, locals.locale) : one.key,
    })),
    products: products.map(line),
  };
};
