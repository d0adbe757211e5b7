/**
 * The languages of the site, and where the language of a page comes from.
 *
 * Shop pages carry it in the path (`/pt-BR/cart`; English has no prefix), so that each language is a page of its own for
 * search engines and caches. The consoles have one address for everybody and follow the person's cookie.
 */
import { firstLanguage, isLanguage, languageNear, languages } from '#kernel/languages';
import type { Language } from '#kernel/languages';

export const locales = languages;
export type Locale = Language;
export const firstLocale = firstLanguage;
export const isLocale = isLanguage;

/** Doors without a language in their path. */
const consoles = /^\/(seller|desk|authority|partner|api|healthz)(\/|$)/;

export function isConsole(path: string): boolean {
  return consoles.test(path);
}

/** The language that the path names, if it names one. */
export function localeOfPath(path: string): Locale | undefined {
  const first = path.split('/', 2)[1];
  return first !== firstLocale && isLocale(first) ? first : undefined;
}

/** `/pt-BR/cart` → `/cart`; other paths as they are. */
export function withoutLocale(path: string): string {
  const locale = localeOfPath(path);
  return locale ? path.slice(locale.length + 1) || '/' : path;
}

/** The address of a page of ours in a language. Query and fragment stay; addresses elsewhere and the consoles' too. */
export function inLocale(path: string, locale: Locale): string {
  if (!path.startsWith('/') || path.startsWith('//')) return path;
  const cut = path.search(/[?#]/);
  const [name, rest] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut)];
  const plain = withoutLocale(name);
  if (locale === firstLocale || isConsole(plain)) return plain + rest;
  return `/${locale}${plain === '/' ? '' : plain}${rest}`;
}

/** The best of our languages for an Accept-Language header: exact, then same language, then the first. */
export function acceptedLocale(header: string | null): Locale | undefined {
  for (const wanted of acceptedTags(header)) {
    const found = languageNear(wanted);
    if (found) return found;
  }
  return undefined;
}

/** What the header accepts, the dearest first, in small letters. */
export const acceptedTags = (header: string | null): string[] => byWeight(header ?? '');

function byWeight(header: string): string[] {
  return header
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';');
      const weight = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
      return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => tag && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/**
 * Whether who asks for the English home chose it on a page of ours, instead of typing the shop's address. A service worker
 * asks for every page in our own name, so the page they come from has to say it too.
 */
export function choseFront(site: string | null, referer: string | null, host: string | null): boolean {
  return site === 'same-origin' && !!referer && URL.canParse(referer) && new URL(referer).host === host;
}
