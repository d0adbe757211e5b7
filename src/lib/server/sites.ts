/** A site is a language, a country and a currency. Where we take a visitor to be, and what they pay with, until they tell us. */
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
  pl: { country: 'PL', currency: 'PLN' },
  tr: { country: 'TR', currency: 'TRY' },
  ar: { country: 'EG', currency: 'USD' },
  he: { country: 'IL', currency: 'ILS' },
  ja: { country: 'JP', currency: 'JPY' },
  'zh-CN': { country: 'CN', currency: 'CNY' },
};
