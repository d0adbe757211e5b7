import { error, redirect } from '@sveltejs/kit';
import { countryName } from '#kernel/place';
import { titlesOf } from '#modules/catalogue';
import { standingParcels } from '#modules/logistics';
import { labelOrders, orderTabs, sellerOrders } from '#modules/trade';
import { queryOf, viewIn } from '#lib/seller/order-list.ts';
import { oneOf } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { chosen } from '#lib/server/seller-orders.ts';
import type { Actions, PageServerLoad } from './$types';

const atOnce = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const asked = viewIn(url);
  const tab = orderTabs.find((one) => one === asked.tab) ?? 'funded';
  const view = { ...asked, tab };
  const found = await locals.ask(sellerOrders, { store, ...view, limit: atOnce });
  if (!found) error(404, locals.t('error.404'));
  const { orders, total, counts, countries } = found;
  const [titles, parcels] = await Promise.all([
    locals.ask(titlesOf, {
      products: orders.flatMap(({ lines }) => lines.slice(0, 1).map(({ product }) => product)),
      locale: locals.locale,
    }),
    locals.ask(standingParcels, { store, orders: orders.map(({ id }) => id) }),
  ]);
  const titleOf = new Map(titles.map(({ product, title }) => [product, title]));
  const parcelOf = new Map(parcels.map((parcel) => [parcel.order, parcel]));
  const at = (page: number) => `/seller/orders${queryOf(view, { page })}`;
  return {
    now: locals.house.clock.now(),
    view,
    counts,
    total,
    countries: countries.map((code) => ({ value: code, label: countryName(code, locals.locale) })),
    orders: orders.map(({ lines, carriage, currency, goods_minor, carriage_minor, ...order }) => ({
      ...order,
      country: countryName(order.country, locals.locale),
      total: { currency, minor: goods_minor + carriage_minor },
      line: carriage.by === 'line' ? carriage.name : undefined,
      pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
      title: titleOf.get(lines[0]?.product ?? '') || (lines[0]?.title ?? ''),
      others: lines.length - 1,
      picture: pictureOf(lines[0]?.picture),
      parcel: parcelOf.get(order.id),
    })),
    place: {
      from: (view.page - 1) * atOnce + 1,
      to: (view.page - 1) * atOnce + orders.length,
      previous: view.page > 1 ? at(view.page - 1) : undefined,
      next: view.page * atOnce < total ? at(view.page + 1) : undefined,
    },
  };
};

const places = ['batch', 'pick', 'packing'] as const;

export const actions: Actions = {
  /** Books the labels of those whose buyers paid for a line; how each of them stands is told on the next page. */
  label: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ order: chosen() });
    if (!input.ok) return input.again;
    const orders = input.value.order;
    const booked = await locals.perform(form.key, labelOrders, { store: storeAt(locals), orders });
    if (!booked.ok) return refused(booked.refusal, form);
    redirect(303, `/seller/orders/batch?for=labels&orders=${orders.join(',')}`);
  },
  go: async (event) => {
    const form = await readForm(event);
    const input = form.take({ order: chosen(), to: oneOf(places) });
    if (!input.ok) return input.again;
    const { order, to } = input.value;
    if (order.length === 0) return refused({ no: 'no_order_is_chosen' }, form);
    redirect(303, `/seller/orders/${to}?${to === 'batch' ? 'for=numbers&' : ''}orders=${order.join(',')}`);
  },
};
