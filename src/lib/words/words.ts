/**
 * The words of the page that is being shown. The server sends a page only the messages that its components name
 * (tools/words-of-routes.ts finds them), in one language. All read the page's state at each call, so that markup follows.
 */
import { page } from '$app/state';
import { say } from '#kernel/icu';
import type { Args } from '#kernel/icu';
import type { Key } from './keys.ts';
import { inLocale } from './locales.ts';
import type { Locale } from './locales.ts';

/** How words are asked for, in a page as on the server. */
export type Say = (key: Key, args?: Args) => string;

/** The text of a key in the page's language. */
export const t: Say = (key, args = {}) => say(page.data.words[key] ?? key, args, page.data.locale);

/** The address of a page of ours in the page's language: `to('/cart')` is `/pt-BR/cart` where that is spoken. */
export const to = (path: string): string => inLocale(path, page.data.locale);

/** What a language is called in the page's language. */
export const languageName = (tag: string): string =>
  new Intl.DisplayNames(page.data.locale, { type: 'language' }).of(tag) ?? tag;

export const locale = (): Locale => page.data.locale;
