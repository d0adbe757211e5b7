import { redirect } from '@sveltejs/kit';
import { countries } from '#kernel/place';
import { editPerson, me } from '#modules/parties';
import { countryChoices, currencyChoices, languageChoices } from '#lib/server/choices.ts';
import { keepPreference } from '#lib/server/cookies.ts';
import { oneOf, text } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import { sendConfirmation } from '#lib/server/sign.ts';
import { inLocale, isLocale, locales } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const person = await locals.ask(me, {});
  // The session outlived the account, or is a program's: whoever it is signs in anew.
  if (!person) redirect(303, locals.to('/sign-out'));
  const { name, email, emailConfirmed, since, country, currency, stores } = person;
  return {
    about: { name, email, emailConfirmed, since, country, currency },
    language: isLocale(person.locale) ? person.locale : locals.locale,
    stores: stores.map(({ store, slug, name, state, roles }) => ({ store, slug, name, state, roles })),
    saved: url.searchParams.has('saved'),
    languages: languageChoices(locals.locale),
    countries: countryChoices(locals.locale),
    currencies: currencyChoices(locals.locale, currency),
  };
};

export const actions: Actions = {
  about: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const before = await locals.ask(me, {});
    const input = form.take({
      name: text({ most: 120 }),
      locale: oneOf(locales),
      country: oneOf(countries),
      currency: oneOf(currencyChoices('en', before?.currency).map(({ value }) => value)),
    });
    if (!input.ok) return input.again;
    const edited = await locals.perform(form.key, editPerson, input.value);
    if (!edited.ok) {
      return refused(edited.refusal, form, {
        name_is_missing: 'name',
        name_is_too_long: 'name',
        currency_withdrawn: 'currency',
      });
    }
    const { locale, country, currency } = input.value;
    keepPreference(event, 'locale', locale);
    keepPreference(event, 'country', country);
    keepPreference(event, 'currency', currency);
    redirect(303, `${inLocale('/account', locale)}?saved`);
  },
  confirmation: sendConfirmation,
};
