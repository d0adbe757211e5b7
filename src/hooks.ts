import type { Reroute } from '@sveltejs/kit/hooks';
import { withoutLocale } from '#lib/words/locales.ts';

/** `/pt-BR/cart` is the cart: one tree of routes, each page once, in every language. */
export const reroute: Reroute = ({ url }) => withoutLocale(url.pathname);
