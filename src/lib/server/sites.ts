/** A site is a language, a country and a currency. Where we take a visitor to be, and what they pay with, until they tell us. */
import { languageNear } from '#kernel/languages';
import { isCountry } from '#kernel/place';
import { acceptedTags } from '../words/locales.ts';
import type { Locale } from '../words/locales.ts';

export interface Site {
  country: string;
  currency: string;
}

export const siteOf: Readonly<Record<Locale, Site>> = {
  en: { country: 'US', currency: 'USD' },
  // Roubles, Egyptian pounds and dong have no daily rate in our source.
  ru: { country: 'RU', currency: 'USD' },
  'pt-BR': { country: 'BR', currency: 'BRL' },
  es: { country: 'ES', currency: 'EUR' },
  fr: { country: 'FR', currency: 'EUR' },
  de: { country: 'DE', currency: 'EUR' },
  it: { country: 'IT', currency: 'EUR' },
  nl: { country: 'NL', currency: 'EUR' },
  pl: { country: 'PL', currency: 'PLN' },
  tr: { country: 'TR', currency: 'TRY' },
  ar: { country: 'EG', currency: 'USD' },
  he: { country: 'IL', currency: 'ILS' },
  ja: { country: 'JP', currency: 'JPY' },
  ko: { country: 'KR', currency: 'KRW' },
  th: { country: 'TH', currency: 'THB' },
  vi: { country: 'VN', currency: 'USD' },
  id: { country: 'ID', currency: 'IDR' },
  'zh-CN': { country: 'CN', currency: 'CNY' },
};

/** What is paid with in a country, where prices can be shown in it. */
const currencyIn: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'AD AT AX BE BG BL CY DE EE ES FI FR GF GP GR HR IE IT LT LU LV MC ME MF MQ MT NL PM PT RE SI SK SM TF VA XK YT'
      .split(' ')
      .map((country) => [country, 'EUR']),
  ),
  ...Object.fromEntries(
    `AU:AUD NR:AUD KI:AUD TV:AUD BR:BRL CA:CAD CH:CHF LI:CHF CN:CNY CZ:CZK DK:DKK FO:DKK GL:DKK GB:GBP GG:GBP IM:GBP JE:GBP HK:HKD
     HU:HUF ID:IDR IL:ILS PS:ILS IN:INR IS:ISK JP:JPY KR:KRW MX:MXN MY:MYR NO:NOK SJ:NOK NZ:NZD CK:NZD NU:NZD PH:PHP PL:PLN RO:RON
     SE:SEK SG:SGD TH:THB TR:TRY ZA:ZAR`
      .split(/\s+/)
      .map((pair) => pair.split(':')),
  ),
};

export const currencyOf = (country: string): string => currencyIn[country] ?? 'USD';

/**
 * Where a browser says that its person is: `es-MX` reads Spanish in Mexico and pays in pesos. Undefined where it says no
 * country, or the one in which the language's site stands anyway.
 */
export function guessedSite(accepted: string | null, locale: Locale): Site | undefined {
  for (const tag of acceptedTags(accepted)) {
    if (languageNear(tag) !== locale) continue;
    const country = /-([a-z]{2})$/.exec(tag)?.[1]?.toUpperCase();
    if (country && isCountry(country) && country !== siteOf[locale].country)
      return { country, currency: currencyOf(country) };
    return undefined;
  }
  return undefined;
}
