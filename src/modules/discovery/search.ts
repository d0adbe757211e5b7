import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { askedWords, stemmerOf } from './fold.ts';

export interface SearchInput {
  readonly text: string;
  readonly locale: string;
  readonly page?: number;
  readonly category?: string;
  readonly sort?: 'best' | 'newest';
}

export interface Found {
  /** This page's products, best first. */
  products: string[];
  total: number;
  page: number;
  /** Nothing has all the words, so these have some of them. */
  loosely: boolean;
}

export const perPage = 24;

/**
 * Finds products by words, as people type them: capitals and accents do not matter, the last word may be unfinished, and
 * when nothing has all the words, what has most of them is shown. Without words, a category's newest.
 */
export async function search(ask: Asking, input: SearchInput): Promise<Found> {
  const words = askedWords(input.text);
  const { category, page = 1 } = input;
  if (words.length === 0)
    return category === undefined ? { products: [], total: 0, page, loosely: false } : newestOf(ask, input, category);
  const all = await match(ask, input, queryOf(words, '&'));
  if (all.total > 0 || words.length === 1) return { ...all, page, loosely: false };
  return { ...(await match(ask, input, queryOf(words, '|'))), page, loosely: true };
}

/** Words hold only letters and digits here, so nothing in them means anything to PostgreSQL. */
function queryOf(words: readonly string[], and: '&' | '|'): string {
  return words.map((word, n) => (n === words.length - 1 ? `${word}:*` : word)).join(` ${and} `);
}

interface Ranked {
  product: string;
  total: number;
}

/**
 * A product is sought in the language asked for, or, when it does not speak it, in the one that stands in. A word in the
 * title weighs most, then brand and kind, then the rest; words that stand together count more, long texts less. `total` comes with every row, so an empty late page says none.
 */
async function match(
  ask: Asking,
  { locale, category = null, sort = 'best', page = 1 }: Omit<SearchInput, 'category'> & { category?: string | null },
  query: string,
): Promise<{ products: string[]; total: number }> {
  const newest = sort === 'newest';
  const rows = await ask.many<Ranked>(sql`
    with asked as materialized (
      select to_tsquery(${stemmerOf(locale)}::regconfig, ${query}) as own, to_tsquery('english', ${query}) as common)
    select d.product, count(*) over ()::int as total
      from asked, discovery.documents d
     where ((d.locale = ${locale} and d.words @@ asked.own)
            or (d.stands_in and d.locale <> ${locale} and not (${locale} = any(d.speaks)) and d.words @@ asked.common))
       and (${category}::text is null or ${category} = any(d.categories))
     order by case when ${newest} then 0 else ts_rank_cd('{0.05, 0.3, 0.6, 1}', d.words, case when d.locale = ${locale} then asked.own else asked.common end, 2) end desc,
              d.listed_at desc, d.product desc
     limit ${perPage} offset ${(page - 1) * perPage}`);
  return { products: rows.map(({ product }) => product), total: rows[0]?.total ?? 0 };
}

async function newestOf(ask: Asking, { locale, page = 1 }: SearchInput, category: string): Promise<Found> {
  const rows = await ask.many<Ranked>(sql`
    select product, count(*) over ()::int as total
      from discovery.documents
     where ${category} = any(categories) and (locale = ${locale} or (stands_in and not (${locale} = any(speaks))))
     order by listed_at desc, product desc
     limit ${perPage} offset ${(page - 1) * perPage}`);
  return { products: rows.map(({ product }) => product), total: rows[0]?.total ?? 0, page, loosely: false };
}
