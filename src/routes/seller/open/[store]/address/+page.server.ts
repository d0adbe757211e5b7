import { redirect } from '@sveltejs/kit';
import { ok } from '#kernel/result';
import { saveApplication } from '#modules/parties';
import { after, draftAt } from '#lib/server/seller-application.ts';
import { address, askAddress } from '#lib/server/address.ts';
import { optional, text } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const view = await draftAt(locals, params.store);
  return {
    id: view.store,
    left: view.left,
    name: view.name,
    asked: askAddress(view.country, locals),
    address: view.address ?? { name: locals.by.name },
    phone: view.phone,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm({ request, locals });
    const later = form.outcome.values['later'] === 'yes';
    // An address is whole or not there: who comes back later keeps what is whole.
    const whole = ['street', 'city', 'postalCode'].some((part) => form.outcome.values[`address.${part}`]);
    const input = form.take({
      address: later && !whole ? nothing : address(),
      phone: later ? optional(text({ most: 40 })) : text({ most: 40 }),
    });
    if (!input.ok) return input.again;
    const { phone = '', address: given } = input.value;
    const step = { store: params.store, phone, ...(given ? { address: { ...given } } : {}) };
    const saved = await locals.perform(form.key, saveApplication, step);
    if (!saved.ok) return refused(saved.refusal, form, { phone_is_wrong: 'phone' });
    redirect(303, later ? `/seller/open/${params.store}` : after(params.store, 'address'));
  },
};

const nothing: Reader<undefined> = () => ok(undefined);
