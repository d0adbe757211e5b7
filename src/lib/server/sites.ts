/** A site is a language, a country and a currency. Where we take a visitor to be, and what they pay with, until they tell us. */
import type { Locale } from '../words/locales.ts';

export interface Site {
  country: string;
  currency: string;
}

export const siteOf: Readonly<Record<Locale, Site>> = {
  en: { country: 'US', currency: 'USD' },
  // Roubles and Egyptian pounds have no daily rate in our source, and no card provider takes them.
  ru: { country: 'RU', currency: 'USD' },
  'pt-BR': { country: 'BR', currency: 'BRL' },
  ar: { country: 'EG', currency: 'USD' },
  'zh-CN': { country: 'CN', currency: 'CNY' },
};
