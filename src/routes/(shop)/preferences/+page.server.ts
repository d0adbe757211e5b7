import { redirect } from '@sveltejs/kit';
import { shownCurrencies } from '#lib/currencies.ts';
import { keepPreference } from '#lib/server/cookies.ts';
import { countries } from '#lib/countries.ts';
import { oneOf } from '#lib/server/fields.ts';
import { readForm } from '#lib/server/forms.ts';
import { localPath } from '#lib/server/next.ts';
import { inLocale, localeData, locales } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
  back: localPath(url.searchParams.get('back'), locals.to('/')),
  languages: locales.map((locale) => ({ value: locale, label: localeData[locale].name })),
  countries: named(locals.locale, 'region', countries),
  currencies: named(locals.locale, 'currency', shownCurrencies).map(({ value, label }) => ({ value, label: `${label} (${value})` })),
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

/** Codes with their names, in the order of the language. */
function named(locale: string, type: 'region' | 'currency', codes: readonly string[]): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type });
  const { compare } = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => compare(a.label, b.label));
}
