/** What stores can ask their prices in: the currencies for which there is a rate every day. */
import { shownCurrencies } from '#lib/currencies.ts';

export function currenciesNamed(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const { compare } = new Intl.Collator(locale);
  return shownCurrencies
    .map((value) => ({ value, label: `${names.of(value) ?? value} (${value})` }))
    .sort((a, b) => compare(a.label, b.label));
}
