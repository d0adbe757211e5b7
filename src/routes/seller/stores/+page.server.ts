import { error, redirect } from '@sveltejs/kit';
import { storesOf } from '#modules/parties';
import { keepPreference } from '#lib/server/cookies.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { stores } = locals.by;
  const views = await locals.ask(storesOf, { stores: stores.map(({ store }) => store) });
  return {
    all: views.map(({ store, name, state, city, currency }) => ({
      id: store,
      name,
      state,
      city,
      currency,
      roles: stores.find((one) => one.store === store)?.roles ?? [],
    })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const store = String((await event.request.formData()).get('store') ?? '');
    if (!locals.by.stores.some((one) => one.store === store)) error(404, locals.t('error.404'));
    keepPreference(event, 'store', store);
    redirect(303, '/seller');
  },
};
