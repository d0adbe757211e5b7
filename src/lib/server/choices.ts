/** What people choose from in settings: languages, countries and currencies, by their names in the page's language. */
import { countriesByName } from '#kernel/place';
import { shownCurrencies } from '../currencies.ts';
import { locales } from '../words/locales.ts';
import type { Locale } from '../words/locales.ts';
import { localeNames } from '../words/locale-names.ts';

interface Choice {
  value: string;
  label: string;
}

/** People know Chinese by its signs, not by a country. */
const spokenOf = (locale: Locale): string => (locale === 'zh-CN' ? 'zh-Hans' : locale);

/** Each in its own words, and below them in the page's, for who does not read it. */
export function languageChoices(locale: Locale): (Choice & { lang: string; help?: string })[] {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  return locales.map((value) => ({
    value,
    label: localeNames[value],
    lang: value,
    ...(value === locale ? {} : { help: names.of(spokenOf(value)) ?? value }),
  }));
}

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
