import { expect, test } from 'vitest';
import { currencies } from '#kernel/money';
import { isCountry } from '#kernel/place';
import { shownCurrencies } from '../currencies.ts';
import { locales } from '../words/locales.ts';
import { currencyOf, guessedSite, siteOf } from './sites.ts';

test('each language begins in a country that there is, with money that prices can be shown in', () => {
  for (const locale of locales) {
    expect(isCountry(siteOf[locale].country), locale).toBe(true);
    expect(shownCurrencies, locale).toContain(siteOf[locale].currency);
    expect(currencies).toContain(currencyOf(siteOf[locale].country));
  }
});

test.for([
  ['es-MX,es;q=0.9', 'es', { country: 'MX', currency: 'MXN' }],
  ['en-GB', 'en', { country: 'GB', currency: 'GBP' }],
  ['fr-CA, en-CA;q=0.8', 'fr', { country: 'CA', currency: 'CAD' }],
  ['ar-AE', 'ar', { country: 'AE', currency: 'USD' }],
  ['en-US', 'en', undefined],
  ['es-419', 'es', undefined],
  ['zh-Hans-SG', 'zh-CN', { country: 'SG', currency: 'SGD' }],
  ['de-CH, en-GB', 'en', { country: 'GB', currency: 'GBP' }],
  [null, 'en', undefined],
] as const)('who accepts %s and reads %s is taken to be at %o', ([header, locale, site]) => {
  expect(guessedSite(header, locale)).toEqual(site);
});
