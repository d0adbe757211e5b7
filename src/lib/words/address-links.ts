/**
 * Addresses of a page in all languages, as HTML: of every page eighteen links in the head and eighteen below it would be a
 * tenth of the work, were each an element of its own. Paths and queries come from a URL, which has no quotes in them.
 */
import { localeNames } from './locale-names.ts';
import { firstLocale, inLocale, locales } from './locales.ts';
import type { Locale } from './locales.ts';

/** For the head: which address counts for search engines, and where the page stands in other languages. `part` is a query or nothing. */
export function addressLinks(origin: string, path: string, part: string, here: Locale): string {
  const at = (locale: Locale) => `${origin}${inLocale(path, locale)}${part}`.replaceAll('&', '&amp;');
  let links = `<link rel="canonical" href="${at(here)}">`;
  for (const locale of locales) links += `<link rel="alternate" hreflang="${locale}" href="${at(locale)}">`;
  return `${links}<link rel="alternate" hreflang="x-default" href="${at(firstLocale)}">`;
}

/** For the foot of a page: the same page in each language. */
export const languageLinks = (path: string, here: Locale): string =>
  locales
    .map((locale) => {
      const current = locale === here ? ' aria-current="true"' : '';
      const href = inLocale(path, locale).replaceAll('&', '&amp;');
      return `<li><a href="${href}" lang="${locale}" hreflang="${locale}" data-sveltekit-reload${current}>${localeNames[locale]}</a></li>`;
    })
    .join('');
