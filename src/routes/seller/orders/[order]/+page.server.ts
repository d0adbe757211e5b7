import { error } from '@sveltejs/kit';
import { countryName, labelLines } from '#kernel/place';
import type { Address } from '#kernel/place';
import { offersOf } from '#modules/catalogue';
import { carriers, correctNumber, withdrawShipment } from '#modules/logistics';
import { expectedRelease } from '#modules/payments';
import { cancelOrder, dispatchOrder, labelOrder, notesOf, orderNeighbours, orderPage, writeNote } from '#modules/trade';
import type { OrderPage } from '#modules/trade';
import { queryOf, viewIn } from '#lib/seller/order-list.ts';
import { goToStore } from '#lib/server/seller-at-store.ts';
import { oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals, params } = event;
  const [page, expected] = await Promise.all([
    locals.ask(orderPage, { order: params.order }),
    /^[0-9a-f-]{36}$/.test(params.order) ? locals.ask(expectedRelease, { order: params.order }) : undefined,
  ]);
  // The seller's side: the same order seen as its buyer or from the desk has pages of its own.
  if (!page?.order.funded_at || !goToStore(event, page.order.store, 'orders')) error(404, locals.t('error.404'));
  const { order } = page;
  // The seller packs by their own words; what the buyer read stands beside.
  const variants = page.lines.map(({ variant }) => variant);
  // The list from which one came stands in the address: its orders are gone through without going back.
  const view = viewIn(event.url);
  const [offers, notes, around] = await Promise.all([
    locals.ask(offersOf, { variants, locale: locals.locale }),
    locals.ask(notesOf, { order: order.id }),
    locals.ask(orderNeighbours, { store: order.store, order: order.id, ...view }),
  ]);
  const own = new Map(offers.map((one) => [one.variant, one]));
  const query = queryOf(view, { page: view.page });
  return {
    list: `/seller/orders${query}`,
    previous: around?.previous ? `/seller/orders/${around.previous}${query}` : undefined,
    next: around?.next ? `/seller/orders/${around.next}${query}` : undefined,
    notes: notes?.notes ?? [],
    now: locals.house.clock.now(),
    order: { ...order, country: countryName(page.country, locals.locale) },
    name: page.name,
    lines: page.lines.map(({ n, variant, product, title, options, sku, picture, quantity, unit_minor, digital }) => ({
      n,
      product,
      title: own.get(variant)?.title || title,
      options: own.get(variant)?.options ?? options,
      buyersTitle: title,
      sku,
      quantity,
      digital,
      unit: { currency: order.currency, minor: unit_minor },
      total: { currency: order.currency, minor: unit_minor * BigInt(quantity) },
      picture: pictureOf(picture),
    })),
    address: order.digital ? [] : labelLines(page.address as Address, page.store?.country ?? ''),
    shipments: page.shipments,
    money: moneyFor(page),
    expected,
    carriers: carriers.map(({ code, name, example }) => ({ code, name, example })),
  };
};

/** The seller's part of the order's money: what the platform earns by the exchange is not in it. */
function moneyFor({ money }: OrderPage) {
  if (!money) return undefined;
  const { goods, toSeller, commission, toLine, returned, releasedAt, refunds } = money;
  return { goods, toSeller, commission, toLine, returned, releasedAt, refundedAt: refunds.at(-1)?.doneAt ?? null };
}

const codes = carriers.map(({ code }) => code);
const parcelFields = { number_is_wrong: 'number', number_is_used: 'number', carrier_is_unknown: 'carrier' } as const;

export const actions: Actions = {
  note: async (event) => {
    const form = await readForm(event);
    const input = form.take({ text: text({ most: 2000 }) });
    if (!input.ok) return input.again;
    const kept = await event.locals.perform(form.key, writeNote, { order: event.params.order, ...input.value });
    return kept.ok
      ? done(form, event.locals.t('seller.notes.kept'))
      : refused(kept.refusal, form, { note_is_empty: 'text' });
  },
  ship: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ carrier: oneOf(codes), number: text({ most: 60 }) });
    if (!input.ok) return input.again;
    const sent = await locals.perform(form.key, dispatchOrder, { order: params.order, ...input.value });
    return sent.ok ? done(form, locals.t('seller.order.shipped')) : refused(sent.refusal, form, parcelFields);
  },
  label: async (event) => {
    const form = await readForm(event);
    const booked = await event.locals.perform(form.key, labelOrder, { order: event.params.order });
    return booked.ok ? done(form, event.locals.t('seller.label.asked')) : refused(booked.refusal, form);
  },
  withdraw: async (event) => {
    const form = await readForm(event);
    const input = form.take({ shipment: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const struck = await event.locals.perform(form.key, withdrawShipment, input.value);
    return struck.ok ? done(form, event.locals.t('seller.label.withdrawn')) : refused(struck.refusal, form);
  },
  correct: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ shipment: text({ most: 36 }), carrier: oneOf(codes), number: text({ most: 60 }) });
    if (!input.ok) return input.again;
    const corrected = await locals.perform(form.key, correctNumber, input.value);
    return corrected.ok
      ? done(form, locals.t('seller.order.number_corrected'))
      : refused(corrected.refusal, form, parcelFields);
  },
  cancel: async (event) => {
    const form = await readForm(event);
    const input = form.take({ why: text({ least: 3, most: 500 }) });
    if (!input.ok) return input.again;
    const cancelled = await event.locals.perform(form.key, cancelOrder, { order: event.params.order, ...input.value });
    return cancelled.ok
      ? done(form, event.locals.t('seller.order.cancelled'))
      : refused(cancelled.refusal, form, { say_why: 'why' });
  },
};
