/** What people choose from in settings: languages, countries and currencies, by their names in the page's language. */
import { countriesByName } from '#kernel/place';
import { shownCurrencies } from '../currencies.ts';
import { locales } from '../words/locales.ts';
import { localeNames } from '../words/locale-names.ts';

interface Choice {
  value: string;
  label: string;
}

export const languageChoices = (): Choice[] => locales.map((locale) => ({ value: locale, label: localeNames[locale] }));

export const countryChoices = (locale: string): Choice[] =>
  countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }));

/** `also`: a currency that somebody has chosen elsewhere and may keep. */
export function currencyChoices(locale: string, also?: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const { compare } = new Intl.Collator(locale);
  return [...new Set(also ? [...shownCurrencies, also] : shownCurrencies)]
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .sort((a, b) => compare(a.label, b.label));
}
