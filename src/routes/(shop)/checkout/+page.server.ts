import { redirect } from '@sveltejs/kit';
import { countriesByName } from '#kernel/place';
import { keepAddress, personOf } from '#modules/parties';
import { checkoutOf, heldCheckout, placePurchase, writeToBuyer } from '#modules/trade';
import { address, askAddress } from '#lib/server/address.ts';
import { destinationOf } from '#lib/server/destination.ts';
import { email, optional, text, tick, whole } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
  const known = locals.by.kind === 'person' ? await locals.ask(personOf, { person: locals.by.id }) : undefined;
  const { country, address: kept } = await destinationOf(locals, url.searchParams.get('country') ?? '');
  const input = {
    country,
    postalCode: kept?.postalCode ?? '',
    currency: locals.currency,
    locale: locals.locale,
    carriage: carriageIn(url.searchParams),
  };
  const checkout = await locals.ask(checkoutOf, input);
  // Some methods hold the rate for days, and then their price is another.
  const prices = await Promise.all(
    checkout.methods.map(async ({ code, window }) => {
      const { goods, carriage, total, stores } = await locals.ask(
        (ask) => heldCheckout(ask, input, checkout, window),
        undefined,
      );
      const lines = stores.flatMap((one) => one.lines.map((line) => [line.variant, line.paidTotal] as const));
      const choices = stores.flatMap((one) =>
        one.choices.map((choice) => [`${one.store.store} ${choice.code}`, choice.paid] as const),
      );
      return {
        code,
        goods,
        carriage,
        total,
        rate: stores[0]?.rate.rate,
        lines: Object.fromEntries(lines),
        choices: Object.fromEntries(choices),
      };
    }),
  );
  if (checkout.stores.every((one) => one.lines.every((line) => line.problem))) redirect(303, locals.to('/cart'));
  const methods = checkout.methods.map(({ code, window, needs }) => ({ code, window, needs }));
  const wanted = url.searchParams.get('method');
  return {
    country,
    countries: countriesByName(locals.locale).map(({ code, name }) => ({ value: code, label: name })),
    asked: askAddress(country, locals),
    address: kept,
    /** Who has an account may have the address kept. */
    mayKeep: known !== undefined,
    email: known?.email ?? '',
    name: known?.name ?? '',
    digital: checkout.stores.every((one) => one.digital),
    methods,
    method: methods.find((one) => one.code === wanted)?.code ?? methods[0]?.code,
    prices,
    goods: checkout.goods,
    carriage: checkout.carriage,
    total: checkout.total,
    rates: checkout.stores
      .filter((one) => one.rate.from !== one.rate.to)
      .map(({ rate }) => ({ from: rate.from, to: rate.to, rate: rate.rate, day: rate.day, source: rate.source })),
    stores: checkout.stores.map(({ store, lines, choices, chosen, digital, paidGoods }) => ({
      id: store.store,
      name: store.name,
      digital,
      goods: paidGoods,
      choices: choices.map(({ code, name, paid, price, days, by }) => ({ code, name, paid, price, days, by })),
      chosen: chosen?.code,
      lines: lines
        .filter((line) => !line.problem)
        .map(({ variant, quantity, offer, paidTotal }) => ({
          variant,
          quantity,
          title: offer.title,
          options: offer.options,
          total: paidTotal,
          picture: pictureOf(offer.picture),
        })),
      left: lines.filter((line) => line.problem).length,
    })),
  };
};

/** `carriage.<store>=<code>` in a query or a form. */
function carriageIn(entries: Iterable<[string, FormDataEntryValue | string]>): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [name, value] of entries)
    if (name.startsWith('carriage.') && typeof value === 'string') chosen[name.slice(9)] = value;
  return chosen;
}

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const values = form.outcome.values;
    const goods = values['digital'] !== 'yes';
    const input = form.take({
      email: email(),
      ...(goods ? { address: address() } : { name: text({ most: 80 }) }),
      method: text({ most: 20 }),
      taxId: optional(text({ most: 40 })),
      installments: optional(whole({ least: 1, most: 24 })),
      shown: whole({ most: Number.MAX_SAFE_INTEGER }),
      keep: tick(),
    });
    if (!input.ok) return input.again;
    const { taxId, installments, keep, ...rest } = input.value;
    const given = 'address' in rest && rest.address ? rest.address : undefined;
    const { country, ...fields } = given ?? { country: locals.country, name: (rest as { name?: string }).name ?? '' };
    const placed = await locals.perform(form.key, placePurchase, {
      email: rest.email,
      name: fields.name,
      address: given ? fields : {},
      country,
      currency: locals.currency,
      locale: locals.locale,
      carriage: carriageIn(Object.entries(values).map(([name, value]) => [name, String(value)])),
      method: rest.method,
      shown: rest.shown,
      ...(taxId ? { taxId } : {}),
      ...(installments ? { installments } : {}),
    });
    if (!placed.ok) {
      return refused(placed.refusal, form, {
        email_is_wrong: 'email',
        name_is_missing: 'address.name',
        tax_id_is_needed: 'taxId',
        tax_id_is_wrong: 'taxId',
        method_is_not_offered: 'method',
        method_not_offered: 'method',
      });
    }
    const { purchase } = placed.value;
    await locals.perform(`${form.key.slice(0, 190)}.letter`, writeToBuyer, { purchase });
    // The order stands, whether or not there is room in the address book.
    if (keep && given && locals.by.kind === 'person')
      await locals.perform(`${form.key.slice(0, 190)}.address`, keepAddress, given);
    redirect(303, `${locals.to(`/purchases/${purchase}`)}?key=${placed.value.secret}`);
  },
};
