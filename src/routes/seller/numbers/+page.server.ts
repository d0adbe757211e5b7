import { error } from '@sveltejs/kit';
import { countryName, isCountry } from '#kernel/place';
import { money } from '#kernel/money';
import { titlesOf } from '#modules/catalogue';
import { visitsOfStore } from '#modules/discovery';
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
  const sold = products.map(({ key }) => key);
  const [visits, titles] = await Promise.all([
    locals.ask(visitsOfStore, { store, ...at, products: sold }),
    locals.ask(titlesOf, { products: sold, locale: locals.locale }),
  ]);
  const looksOn = tally(visits?.days);
  const looksFrom = tally(visits?.countries);
  const looksAt = tally(visits?.products);
  const titleOf = new Map(titles.map(({ product, title }) => [product, title]));
  const sum = (read: (day: (typeof days)[number]) => number) => days.reduce((all, one) => all + read(one), 0);
  const [placed, paid, refunded] = [sum((one) => one.placed), sum((one) => one.paid), sum((one) => one.refunded)];
  const income = days.reduce((all, one) => all + one.goods_minor, 0n);
  const line = ({ goods_minor, ...one }: (typeof countries)[number]) => ({
    ...one,
    sold: money(currency, goods_minor),
  });
  return {
    span,
    spans: [...spans],
    currency,
    days: days.map((one) => ({ ...one, visits: looksOn.get(one.day) ?? 0 })),
    sold: money(currency, income),
    each: paid > 0 ? money(currency, income / BigInt(paid)) : undefined,
    visits: visits?.all ?? 0,
    placed,
    paid,
    refunded,
    countries: countries.map((one) => ({
      ...line(one),
      visits: looksFrom.get(one.key) ?? 0,
      name: isCountry(one.key) ? countryName(one.key, locals.locale) : one.key,
    })),
    products: products.map((one) => ({
      ...line(one),
      visits: looksAt.get(one.key) ?? 0,
      // An order keeps the words that its buyer read; the seller reads their own.
      name: titleOf.get(one.key) || one.name,
    })),
  };
};

const tally = (counted: readonly { key: string; looks: number }[] = []) =>
  new Map(counted.map(({ key, looks }) => [key, looks]));
