import { error } from '@sveltejs/kit';
import { deliveryOf, resendDelivery } from '#modules/webhooks';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.ask(deliveryOf, { store: storeAt(locals), delivery: params.delivery });
  if (!found) error(404, locals.t('refusal.delivery_not_found'));
  return { one: { ...found, body: JSON.stringify(JSON.parse(found.body), null, 2) } };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const store = storeAt(locals);
    const sent = await locals.perform(form.key, resendDelivery, { store, delivery: params.delivery });
    return sent.ok ? done(form, locals.t('seller.webhooks.resent')) : refused(sent.refusal, form);
  },
};
