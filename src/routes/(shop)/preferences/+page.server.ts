import { redirect } from '@sveltejs/kit';
import { countries } from '#kernel/place';
import { shownCurrencies } from '#lib/currencies.ts';
import { countryChoices, currencyChoices, languageChoices } from '#lib/server/choices.ts';
import { keepPreference } from '#lib/server/cookies.ts';
import { oneOf } from '#lib/server/fields.ts';
import { readForm } from '#lib/server/forms.ts';
import { localPath } from '#lib/server/next.ts';
import { currencyOf } from '#lib/server/sites.ts';
import { inLocale, locales } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

/** The money of whatever country is chosen. */
const usual = 'usual';

export const load: PageServerLoad = ({ locals, url }) => ({
  back: localPath(url.searchParams.get('back'), locals.to('/')),
  languages: languageChoices(locals.locale),
  countries: countryChoices(locals.locale),
  currencies: currencyChoices(locals.locale),
  usual,
  chosenCurrency: locals.currency === currencyOf(locals.country) ? usual : locals.currency,
});

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({
      country: oneOf(countries),
      locale: oneOf(locales),
      currency: oneOf([usual, ...shownCurrencies]),
    });
    if (!input.ok) return input.again;
    const { country, locale, currency } = input.value;
    keepPreference(event, 'country', country);
    keepPreference(event, 'locale', locale);
    keepPreference(event, 'currency', currency === usual ? currencyOf(country) : currency);
    redirect(303, inLocale(localPath(form.outcome.values['back'], '/'), locale));
  },
};
