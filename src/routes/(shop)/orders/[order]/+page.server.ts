import { error } from '@sveltejs/kit';
import { add, money } from '#kernel/money';
import { addressLines, countryName } from '#kernel/place';
import type { Address } from '#kernel/place';
import { acceptDelivery, cancelOrder, orderLife, orderPage } from '#modules/trade';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { buyerReasons } from '#lib/shop/order-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

/** As it stands on the parcel that comes from abroad. */
const linesOf = (address: Address, locale: string) => [...addressLines(address), countryName(address.country, locale)];

/** In the link of the letter: who holds it acts as the buyer, on whatever device. */
function keyIn(url: URL): { key?: string } {
  const key = url.searchParams.get('key');
  return key ? { key } : {};
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { key = '' } = keyIn(url);
  const found = await locals.ask(orderPage, { order: params.order, ...keyIn(url) });
  if (!found) error(404, locals.t('error.404'));
  const { order, lines, store, side, address, shipments, payments, digitalGoods, payUntil, secret } = found;
  const paidIn = (minor: bigint) => money(order.paid_currency, minor);
  const mine = side === 'buyer';
  return {
    order,
    store: store ? { name: store.name, slug: store.slug } : null,
    now: locals.house.clock.now(),
    payUntil,
    purchase: `/purchases/${order.purchase}${secret && key ? `?key=${encodeURIComponent(secret)}` : ''}`,
    lines: lines.map((line) => ({
      ...line,
      picture: pictureOf(line.picture),
      unit: paidIn(line.paid_unit_minor),
      total: paidIn(line.paid_unit_minor * BigInt(line.quantity)),
    })),
    goods: paidIn(order.paid_goods_minor),
    carriage: paidIn(order.paid_carriage_minor),
    total: add(paidIn(order.paid_goods_minor), paidIn(order.paid_carriage_minor)),
    address: 'street' in address ? linesOf(address as Address, locals.locale) : [],
    shipments: shipments.map(({ carrier, carrierName, number, page, state, events }) => ({
      carrier,
      carrierName,
      number,
      page,
      state,
      events,
    })),
    refunds: found.money?.refunds ?? [],
    paidBy: payments.filter((one) => one.state === 'paid').map((one) => one.method),
    digitalGoods: digitalGoods.map(({ line, text: says, name, variant }) => ({ line, text: says, name, variant })),
    mayAccept: mine && orderLife.after(order.state, 'accept') !== undefined,
    mayCancel: mine && orderLife.after(order.state, 'cancel') !== undefined,
    mayPay: mine && order.state === 'placed',
    /** What is fetched from this page is asked for with the same key. */
    key,
  };
};

export const actions: Actions = {
  accept: async (event) => {
    const form = await readForm(event);
    const accepted = await event.locals.perform(form.key, acceptDelivery, {
      order: event.params.order,
      ...keyIn(event.url),
    });
    return accepted.ok ? done(form, event.locals.t('order.accepted')) : refused(accepted.refusal, form);
  },
  cancel: async (event) => {
    const form = await readForm(event);
    const input = form.take({ reason: oneOf([...buyerReasons, 'another']), why: optional(text({ most: 400 })) });
    if (!input.ok) return input.again;
    const { reason, why = '' } = input.value;
    // A choice alone is kept as one, and read in each reader's language; with words it becomes the buyer's own sentence.
    const said = reason === 'another' ? why : why ? `${event.locals.t(`order.reason.${reason}`)}. ${why}` : reason;
    const cancelled = await event.locals.perform(form.key, cancelOrder, {
      order: event.params.order,
      why: said,
      ...keyIn(event.url),
    });
    return cancelled.ok
      ? done(form, event.locals.t('order.cancelled'))
      : refused(cancelled.refusal, form, { say_why: 'why' });
  },
};
