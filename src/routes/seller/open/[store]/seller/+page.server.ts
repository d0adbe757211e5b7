import { redirect } from '@sveltejs/kit';
import { countries, countriesByName } from '#kernel/place';
import { saveApplication, sellerKinds } from '#modules/parties';
import { shownCurrencies } from '#lib/currencies.ts';
import { after, draftAt } from '#lib/server/seller-application.ts';
import { currenciesNamed } from '#lib/seller/currencies.ts';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { store, left, name, slug, about, kind, country, currency } = await draftAt(locals, params.store);
  return {
    id: store,
    left,
    application: { name, slug, about, kind, country, currency },
    countries: countriesByName(locals.locale).map(({ code, name: label }) => ({ value: code, label })),
    currencies: currenciesNamed(locals.locale),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm({ request, locals });
    const later = form.outcome.values['later'] === 'yes';
    const about = text({ most: 2000 });
    const input = form.take({
      name: text({ most: 120 }),
      slug: text({ most: 48 }),
      kind: oneOf(sellerKinds),
      country: oneOf(countries),
      currency: oneOf(shownCurrencies),
      about: later ? optional(about) : about,
    });
    if (!input.ok) return input.again;
    const step = { ...input.value, about: input.value.about ?? '', store: params.store };
    const saved = await locals.perform(form.key, saveApplication, step);
    if (!saved.ok) {
      return refused(saved.refusal, form, {
        name_is_missing: 'name',
        name_is_too_long: 'name',
        text_is_too_long: 'about',
        store_address_is_wrong: 'slug',
        store_address_is_taken: 'slug',
        nobody_is_admitted_from_there: 'country',
      });
    }
    redirect(303, later ? `/seller/open/${params.store}` : after(params.store, 'seller'));
  },
};
