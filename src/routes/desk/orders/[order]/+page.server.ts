import { error } from '@sveltejs/kit';
import { add, money } from '#kernel/money';
import { addressLines, countryName } from '#kernel/place';
import type { Address } from '#kernel/place';
import { correctable, correctTracking } from '#modules/logistics';
import { refundByDesk } from '#modules/payments';
import { cancelOrder, orderLife, orderPage, purchasePage } from '#modules/trade';
import { amount, oneOf, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { trailOf } from '#lib/server/desk-trail.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.ask(orderPage, params);
  if (!found) error(404, locals.t('error.404'));
  const { order, lines, store, address, shipments, payments, money: picture, payUntil } = found;
  const [purchase, trail] = await Promise.all([
    locals.ask(purchasePage, { purchase: order.purchase }),
    trailOf(locals, [
      `order:${params.order}`,
      ...shipments.map(({ shipment }) => `shipment:${shipment}`),
      ...(picture?.refunds ?? []).map(({ refund }) => `refund:${refund}`),
    ]),
  ]);
  const asked = (minor: bigint) => money(order.currency, minor);
  const paid = (minor: bigint) => money(order.paid_currency, minor);
  return {
    order,
    store: { id: order.store, name: store?.name ?? '' },
    buyer: { name: found.name, email: found.email, countryName: countryName(found.country, locals.locale) },
    address: 'street' in address ? addressLines({ ...(address as Address), country: found.country }) : [],
    payUntil,
    lines: lines.map((line) => ({
      n: line.n,
      title: line.title,
      options: line.options,
      sku: line.sku,
      product: line.product,
      quantity: line.quantity,
      picture: pictureOf(line.picture),
      unit: asked(line.unit_minor),
      total: asked(line.unit_minor * BigInt(line.quantity)),
    })),
    goods: asked(order.goods_minor),
    carriage: asked(order.carriage_minor),
    total: add(asked(order.goods_minor), asked(order.carriage_minor)),
    paidTotal: add(paid(order.paid_goods_minor), paid(order.paid_carriage_minor)),
    money: picture,
    others: (purchase?.orders ?? [])
      .filter(({ id }) => id !== order.id)
      .map(({ id, number, state, storeName, paid_minor }) => ({
        id,
        number,
        state,
        storeName,
        paid: paid(paid_minor),
      })),
    // The buyer's way to pay is the buyer's.
    payments: payments.map(({ redirectUrl: _page, boleto: _slip, pix: _code, ...one }) => one),
    shipments,
    correctable,
    acts: {
      cancel: orderLife.after(order.state, 'cancel') !== undefined,
      refund: picture !== null && picture.paid.minor > picture.refunded.minor,
    },
    trail,
    now: locals.house.clock.now(),
  };
};

export const actions: Actions = {
  cancel: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const cancelled = await locals.perform(form.key, cancelOrder, { order: params.order, ...input.value });
    if (!cancelled.ok) return refused(cancelled.refusal, form, { say_why: 'why' });
    return done(form, locals.t('desk.order.done.cancel'));
  },
  refund: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const found = await locals.ask(orderPage, params);
    if (!found) error(404, locals.t('error.404'));
    const currency = found.order.paid_currency;
    const input = form.take({ amount: optional(amount(currency)), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const { amount: sum, why } = input.value;
    const refund = await locals.perform(form.key, refundByDesk, {
      order: params.order,
      why,
      ...(sum ? { currency, minor: Number(sum.minor) } : {}),
    });
    if (!refund.ok) return refused(refund.refusal, form, { say_why: 'why', more_than_was_paid: 'amount' });
    return done(form, locals.t('desk.order.done.refund'));
  },
  track: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ shipment: text({ most: 36 }), state: oneOf(correctable), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const corrected = await locals.perform(form.key, correctTracking, input.value);
    if (!corrected.ok)
      return refused(corrected.refusal, form, { reason_is_missing: 'why', parcel_is_there_already: 'state' });
    return done(form, locals.t('desk.order.done.track'));
  },
};
