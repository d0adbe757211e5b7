import { error, fail } from '@sveltejs/kit';
import { countryName } from '#kernel/place';
import { carriers, standingParcels } from '#modules/logistics';
import { dispatchOrders, labelOrders, packingOf } from '#modules/trade';
import { chosenIn, columnOf } from '#lib/seller/order-list.ts';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refusalSentence, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

/** The orders in the order of the pick list, as their labels and numbers are used. */
async function inHand(locals: App.Locals, url: URL) {
  const found = await locals.ask(packingOf, { store: storeAt(locals), orders: chosenIn(url) });
  if (!found) error(404, locals.t('error.404'));
  return found.orders;
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const orders = await inHand(locals, url);
  const parcels = await locals.ask(standingParcels, {
    store: storeAt(locals),
    orders: orders.map(({ id }) => id),
  });
  const parcelOf = new Map(parcels.map((parcel) => [parcel.order, parcel]));
  const wanted = url.searchParams.get('for');
  return {
    /** What one came for; the rest of what was chosen is then only named. */
    wanted: wanted === 'labels' || wanted === 'numbers' ? wanted : undefined,
    ids: orders.map(({ id }) => id).join(','),
    orders: orders.map(({ id, number, name, country, state, carriage, lines }) => ({
      id,
      number,
      name,
      country: countryName(country, locals.locale),
      state,
      line: carriage.by === 'line' ? carriage.name : undefined,
      own: carriage.by !== 'line' && state === 'funded',
      pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
      parcel: parcelOf.get(id),
    })),
    carriers: carriers.map(({ code, name, example }) => ({ code, name, example })),
  };
};

const codes = carriers.map(({ code }) => code);

export const actions: Actions = {
  label: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const orders = (await inHand(locals, url)).filter(({ carriage }) => carriage.by === 'line').map(({ id }) => id);
    const booked = await locals.perform(form.key, labelOrders, { store: storeAt(locals), orders });
    return booked.ok ? done(form, locals.t('seller.batch.asked')) : refused(booked.refusal, form);
  },
  /** Those whose number is there are dispatched; what is wrong with a number is told at its field, and the others go. */
  dispatch: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const own = (await inHand(locals, url)).filter(
      ({ carriage, state }) => carriage.by !== 'line' && state === 'funded',
    );
    const fields = Object.fromEntries(own.map(({ id }) => [`number.${id}`, optional(text({ most: 60 }))]));
    const input = form.take({ carrier: oneOf(codes), column: optional(text({ most: 8000 })), ...fields });
    if (!input.ok) return input.again;
    const value = input.value as Record<string, string | undefined> & { carrier: string };
    const column = columnOf(value['column'] ?? '');
    const parcels = own.flatMap(({ id }, n) => {
      const number = value[`number.${id}`] || column[n];
      return number ? [{ order: id, carrier: value.carrier, number }] : [];
    });
    if (parcels.length === 0) {
      form.outcome.refusal = { no: 'no_number', says: locals.t('seller.batch.no_number') };
      return fail(422, form.outcome);
    }
    const sent = await locals.perform(form.key, dispatchOrders, { store: storeAt(locals), parcels });
    if (!sent.ok) return refused(sent.refusal, form);
    const count = sent.value.done.length;
    if (sent.value.refused.length === 0) return done(form, locals.t('seller.batch.shipped', { count }));
    for (const { order, refusal } of sent.value.refused) {
      form.outcome.errors[`number.${order}`] = refusalSentence(refusal, locals);
      // The column is used up: what was wrong in it stands at its order now.
      form.outcome.values[`number.${order}`] = parcels.find((one) => one.order === order)?.number ?? '';
    }
    delete form.outcome.values['column'];
    const says = locals.t('seller.batch.some_shipped', { count, wrong: sent.value.refused.length });
    form.outcome.refusal = { no: 'some_were_not_shipped', says };
    // Where some went their way the page is fresh, and asks only for those that are left.
    return count > 0 ? form.outcome : fail(422, form.outcome);
  },
};
