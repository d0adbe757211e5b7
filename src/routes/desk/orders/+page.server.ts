import { money } from '#kernel/money';
import { countryName } from '#kernel/place';
import { storesOf } from '#modules/parties';
import { orderCounts, orderLife, ordersForDesk } from '#modules/trade';
import type { OrderCard } from '#modules/trade';
import { oneIn, textIn } from '#lib/desk/pages.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

const views = ['all', ...orderLife.states] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
  const view = oneIn(url, 'state', views, 'all');
  const text = textIn(url);
  const before = beforeIn(url);
  const [page, counts] = await Promise.all([
    locals.ask(ordersForDesk, { text, ...(view === 'all' ? {} : { state: view }), ...(before ? { before } : {}) }),
    locals.ask(orderCounts, undefined),
  ]);
  const orders = page?.orders ?? [];
  const stores = await locals.ask(storesOf, { stores: [...new Set(orders.map(({ store }) => store))] });
  const countOf = (state: (typeof views)[number]) =>
    state === 'all'
      ? counts.reduce((sum, one) => sum + one.orders, 0)
      : (counts.find((one) => one.state === state)?.orders ?? 0);
  return {
    view,
    text,
    views: views.map((name) => ({ name, count: countOf(name) })),
    orders: orders.map((order) => ({
      ...lineOf(order),
      countryName: countryName(order.country, locals.locale),
      storeName: stores.find(({ store }) => store === order.store)?.name ?? '',
    })),
    place: placeIn(url, page?.next ?? null),
  };
};

function lineOf({
  id,
  number,
  state,
  name,
  lines,
  placed_at,
  paid_currency,
  paid_goods_minor,
  paid_carriage_minor,
}: OrderCard) {
  return {
    id,
    number,
    state,
    name,
    placedAt: placed_at,
    total: money(paid_currency, paid_goods_minor + paid_carriage_minor),
    title: lines[0]?.title ?? '',
    others: Math.max(0, lines.length - 1),
  };
}
