import { error } from '@sveltejs/kit';
import { balanceOfStore, statementOf } from '#modules/finance';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { wantedIn } from '#lib/server/statement-wanted.ts';
import { monthName, monthsSince } from '#lib/seller/months.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const now = locals.house.clock.now();
  const { locale } = locals;
  const [money, [view]] = await Promise.all([
    locals.ask(balanceOfStore, { store }),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  if (!money || !view) error(404, locals.t('error.404'));
  const currencies = money.balances.map((one) => one.currency);
  const currency = currencies.find((one) => one === url.searchParams.get('currency')) ?? view.currency;
  const first = view.since.toISOString().slice(0, 10);
  const wanted = wantedIn(url, { now, locale, currency, first });
  const { from, to, month, sought, number, amount } = wanted;
  const before = beforeIn(url);
  const statement = await locals.ask(statementOf, {
    store,
    currency,
    from,
    to,
    number,
    ...(amount !== undefined && { amount }),
    ...(before && { before }),
  });
  if (!statement.ok) error(400, locals.t('error.400'));
  const { lines, opening, closing, next } = statement.value;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const on = (text: string) => day.format(new Date(`${text}T00:00:00Z`));
  return {
    balances: money.balances,
    months: monthsSince(view.since, now).map((value) => ({ value, label: monthName(value, locale) })),
    month,
    // As people call what is shown: the month, or the days.
    span: month ? monthName(month, locale) : `${on(from)} – ${on(to)}`,
    sought,
    from: url.searchParams.get('from') ?? '',
    to: url.searchParams.get('to') ?? '',
    wrongSpan: wanted.wrong,
    paper: new URLSearchParams({ from, to, currency }).toString(),
    currencies,
    currency,
    opening,
    closing: before === undefined && !sought ? closing : null,
    lines: lines.map((line, n) => ({ id: `${line.at.getTime()} ${n}`, ...line })),
    place: placeIn(url, next),
  };
};
