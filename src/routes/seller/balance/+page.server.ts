import { error } from '@sveltejs/kit';
import { balanceOfStore, statementOf } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { monthName, monthsSince, spanOf } from '#lib/seller/months.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const now = locals.house.clock.now();
  const [money, [view]] = await Promise.all([
    locals.ask(balanceOfStore, { store }),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  if (!money || !view) error(404, locals.t('error.404'));
  const months = monthsSince(view.since, now);
  const month = months.find((one) => one === url.searchParams.get('month')) ?? months[0]!;
  const currencies = money.balances.map((one) => one.currency);
  const currency = currencies.find((one) => one === url.searchParams.get('currency')) ?? view.currency;
  const before = beforeIn(url);
  const statement = await locals.ask(statementOf, {
    store,
    currency,
    ...spanOf(month, now),
    ...(before ? { before } : {}),
  });
  if (!statement.ok) error(400, locals.t('error.400'));
  const { lines, opening, closing, next } = statement.value;
  return {
    balances: money.balances,
    months: months.map((value) => ({ value, label: monthName(value, locals.locale) })),
    month,
    monthName: monthName(month, locals.locale),
    currencies,
    currency,
    opening,
    closing: before === undefined ? closing : null,
    lines: lines.map((line, n) => ({ id: `${line.at.getTime()} ${n}`, ...line })),
    place: placeIn(url, next),
  };
};
