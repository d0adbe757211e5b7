import { redirect } from '@sveltejs/kit';
import { countries, countriesByName } from '#kernel/place';
import { openStore, sellerKinds, storesOf } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { currenciesNamed } from '#lib/seller/currencies.ts';
import { shownCurrencies } from '#lib/currencies.ts';
import { keepPreference } from '#lib/server/cookies.ts';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { by, locale } = locals;
  const owned = by.stores.filter(({ store }) => worksFor(by, store, 'owner')).map(({ store }) => store);
  const stores = await locals.ask(storesOf, { stores: owned });
  const unopened = stores.filter(({ state }) => state === 'draft' || state === 'in_review' || state === 'refused');
  return {
    unopened: unopened.map(({ store, name, state, since }) => ({ id: store, name, state, since })),
    begins: unopened.length === 0 || url.searchParams.has('new'),
    countries: countriesByName(locale).map(({ code, name }) => ({ value: code, label: name })),
    currencies: currenciesNamed(locale),
    country: locals.country,
    currency: locals.currency,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({
      name: text({ most: 120 }),
      slug: optional(text({ most: 48 })),
      about: text({ most: 2000 }),
      kind: oneOf(sellerKinds),
      country: oneOf(countries),
      currency: oneOf(shownCurrencies),
    });
    if (!input.ok) return input.again;
    const { slug, ...face } = input.value;
    const opened = await locals.perform(form.key, openStore, { ...face, ...(slug ? { slug } : {}) });
    if (!opened.ok) {
      return refused(opened.refusal, form, {
        name_is_missing: 'name',
        name_is_too_long: 'name',
        text_is_too_long: 'about',
        store_address_is_wrong: 'slug',
        store_address_is_taken: 'slug',
        country_not_known: 'country',
        nobody_is_admitted_from_there: 'country',
      });
    }
    const { store } = opened.value;
    keepPreference(event, 'store', store);
    redirect(303, `/seller/open/${store}/identity`);
  },
};
