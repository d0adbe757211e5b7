import { add, money } from '#kernel/money';
import { storesOf } from '#modules/parties';
import { ordersOfBuyer } from '#modules/trade';
import { pictureOf } from '#lib/server/pictures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = (url.searchParams.get('q') ?? '').slice(0, 100);
  const before = url.searchParams.get('before');
  const { orders, next } = await locals.ask(ordersOfBuyer, { text, limit: 20, ...(before ? { before } : {}) });
  const stores = await locals.ask(storesOf, { stores: [...new Set(orders.map((order) => order.store))] });
  return {
    text,
    next,
    first: before === null,
    orders: orders.map((order) => ({
      id: order.id,
      number: order.number,
      state: order.state,
      placedAt: order.placed_at,
      total: add(
        money(order.paid_currency, order.paid_goods_minor),
        money(order.paid_currency, order.paid_carriage_minor),
      ),
      store: stores.find((one) => one.store === order.store)?.name ?? '',
      lines: order.lines.map((line) => ({
        title: line.title,
        quantity: line.quantity,
        picture: pictureOf(line.picture),
      })),
    })),
  };
};
