import { categoryNames } from '#modules/catalogue';
import type { Asking } from '#platform/work';
import { engineOf } from './engine/engine.ts';
import type { Answer } from './memory/memory-index.ts';
import type { Sort } from './memory/find.ts';
import type { Sieve } from './memory/sieve.ts';

export interface SearchInput extends Omit<Sieve, 'among'> {
  readonly text: string;
  readonly locale: string;
  readonly page?: number | undefined;
  readonly size?: number | undefined;
  readonly sort?: Sort | undefined;
  /** Say how much there is of each value and in each category. */
  readonly counted?: boolean | undefined;
}

export interface Found {
  /** This page's products, best first. */
  products: string[];
  /** Those that have all the words, or as many as any has; those that have fewer come after them. */
  total: number;
  also: number;
  page: number;
  /** Nothing has all the words, so these have some of them. */
  loosely: boolean;
  /** A word that was taken for a slip of the finger, and for which word. */
  instead: Answer['instead'];
  /** By `code=value`: how many there are, or would be if that were chosen beside what is chosen in other codes. */
  facets: Answer['facets'];
  /** By id: how many are in each. */
  categories: Answer['categories'];
}

export const perPage = 24;

/**
 * Finds products by words, as people type them: see `ranking/` for what comes first. Without words, a category's newest.
 * Who shows them reads their cards from the catalogue, which gives none that is not on sale.
 */
export async function search(ask: Asking, input: SearchInput): Promise<Found> {
  const { text, locale, page = 1, size = perPage, sort, counted = false, category, ...sieve } = input;
  const asksNothing = text.trim() === '' && category === undefined;
  if (asksNothing)
    return {
      products: [],
      total: 0,
      also: 0,
      page,
      loosely: false,
      instead: undefined,
      facets: new Map(),
      categories: new Map(),
    };
  const answer = await engineOf(ask.house).ask({
    ...sieve,
    category,
    text,
    locale,
    size,
    counted,
    from: (page - 1) * size,
    sort: sort ?? (text.trim() === '' ? 'newest' : 'best'),
  });
  return { ...answer, page };
}

export interface Suggested {
  /** Whole questions that begin so. */
  texts: readonly string[];
  categories: { id: string; name: string }[];
  brands: readonly string[];
  /** The first that would be found. */
  products: string[];
}

/** So many products are shown, once it is clear enough what is sought. */
const mostProducts = 4;
const clear = 3;

/** What may be meant by a text while it is being typed. */
export async function suggest(ask: Asking, { text, locale }: { text: string; locale: string }): Promise<Suggested> {
  const engine = engineOf(ask.house);
  const [{ texts, categories, brands }, products] = await Promise.all([
    engine.suggest({ text, locale }),
    text.trim().length < clear
      ? []
      : engine.ask({ text, locale, size: mostProducts, unfinished: !/\s$/.test(text) }).then((found) => found.products),
  ]);
  const names = await categoryNames(ask, { categories, locale });
  return { texts, brands, products, categories: categories.map((id, n) => ({ id, name: names[n]! })) };
}
