import { redirect } from '@sveltejs/kit';
import { countries, countriesByName } from '#kernel/place';
import { shownCurrencies } from '#lib/currencies.ts';
import { keepPreference } from '#lib/server/cookies.ts';
import { oneOf } from '#lib/server/fields.ts';
import { readForm } from '#lib/server/forms.ts';
import { localPath } from '#lib/server/next.ts';
import { inLocale, localeData, locales } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  back: localPath(url.searchParams.get('back'), locals.to('/')),
  languages: locales.map((locale) => ({ value: locale, label: localeData[locale].name })),
  countries: countriesByName(locals.locale).map(({ code, name }) => ({ value: code, label: name })),
  currencies: currenciesByName(locals.locale),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event);
    const input = form.take({ country: oneOf(countries), locale: oneOf(locales), currency: oneOf(shownCurrencies) });
    if (!input.ok) return input.again;
    const { country, locale, currency } = input.value;
    keepPreference(event, 'country', country);
    keepPreference(event, 'locale', locale);
    keepPreference(event, 'currency', currency);
    redirect(303, inLocale(localPath(form.outcome.values['back'], '/'), locale));
  },
};

function currenciesByName(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const { compare } = new Intl.Collator(locale);
  return shownCurrencies
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .sort((a, b) => compare(a.label, b.label));
}
