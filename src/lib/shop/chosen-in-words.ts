/** What a list is sifted by, in words. */
import type { Facet, Sieve } from '#modules/catalogue';
import { t } from '../words/words.ts';

export interface Choice {
  /** As the address says it. */
  name: string;
  value?: string;
  label: string;
}

export function chosenInWords(facets: readonly Facet[], sieve: Sieve, currency: string): Choice[] {
  const wordOf = (facet: Facet | undefined, value: string): string => {
    if (facet?.kind === 'yes_no') return `${facet.name}: ${value === 'true' ? t('shop.yes') : t('shop.no')}`;
    return facet?.values.find(({ code }) => code === value)?.name ?? value;
  };
  return [
    ...Object.entries(sieve.values ?? {}).flatMap(([code, values]) =>
      values.map((value) => ({
        name: code === 'brand' ? code : `f.${code}`,
        value,
        label: wordOf(
          facets.find((facet) => facet.code === code),
          value,
        ),
      })),
    ),
    ...(sieve.least === undefined
      ? []
      : [{ name: 'least', label: t('shop.from_price', { amount: sieve.least, currency }) }]),
    ...(sieve.most === undefined
      ? []
      : [{ name: 'most', label: t('shop.to_price', { amount: sieve.most, currency }) }]),
    ...(sieve.available ? [{ name: 'available', label: t('shop.only_available') }] : []),
  ];
}
