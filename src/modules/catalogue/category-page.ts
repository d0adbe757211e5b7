import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { remembered } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { cardColumns, cardsFrom, perPage } from './cards.ts';
import type { CardPage, CardRow } from './cards.ts';
import { steps, tree } from './category-tree.ts';
import { said } from './texts.ts';

export const sorts = ['newest', 'cheapest', 'dearest'] as const;
export type Sort = (typeof sorts)[number];

/** What one minor unit of each currency is worth in some common unit: to compare prices of stores with different money. */
export type Worths = Readonly<Record<string, number>>;

export interface CategoryPageInput {
  readonly category: string;
  readonly locale: string;
  readonly page?: number;
  /** How many stand on a page. */
  readonly size?: number;
  readonly sort?: Sort;
  /** Without it, sorting by price shows only what is priced in `currency`. */
  readonly worths?: Worths;
  readonly currency?: string;
}

export interface CategoryPage extends CardPage {
  category: { id: string; name: string };
  path: { id: string; name: string }[];
  children: { id: string; name: string }[];
  /** How many there are in all, as of the last minute. */
  total: number;
}

export type CategoryPageRefusal = { no: 'category_not_found' } | { no: 'say_in_which_currency' };

/** A page of what is on sale in a category and all below it. Deep pages cost more; nobody reads them. */
export async function categoryPage(
  ask: Asking,
  input: CategoryPageInput,
): Promise<Result<CategoryPage, CategoryPageRefusal>> {
  const { category, locale, page = 1, size = perPage, sort = 'newest' } = input;
  const all = await tree(ask, [category]);
  const one = all.byId.get(category);
  if (!one) return refuse({ no: 'category_not_found' });
  if (sort !== 'newest' && !input.worths && !input.currency) return refuse({ no: 'say_in_which_currency' });

  const span = { size, offset: (page - 1) * size };
  const [rows, totals] = await Promise.all([
    sort === 'newest'
      ? newest(ask, { category, locale }, span)
      : byPrice(ask, { category, locale }, span, sort, input.worths ?? { [input.currency!]: 1 }),
    countsOfCategories(ask),
  ]);
  const cards = await cardsFrom(ask, rows.slice(0, size), locale);
  return ok({
    category: { id: category, name: said(one.names, locale) },
    path: steps(all, one, locale),
    children: one.children.map((id) => ({ id, name: said(all.byId.get(id)!.names, locale) })),
    cards,
    page,
    more: rows.length > size,
    total: Math.max(totals.get(category) ?? 0, cards.length === 0 ? 0 : span.offset + rows.length),
  });
}

interface Span {
  size: number;
  offset: number;
}

type Where = Pick<CategoryPageInput, 'category' | 'locale'>;

function newest(ask: Asking, { category, locale }: Where, { size, offset }: Span): Promise<CardRow[]> {
  return ask.many<CardRow>(sql`
    select ${cardColumns(locale)}
      from (select product, listed_at from catalogue.shelves
             where category = ${category} order by listed_at desc, product desc limit ${size + 1} offset ${offset}) s
      join catalogue.products p on p.id = s.product
     order by s.listed_at desc, s.product desc`);
}

/** Only what is priced in a currency whose worth is known. */
function byPrice(
  ask: Asking,
  { category, locale }: Where,
  { size, offset }: Span,
  sort: Sort,
  worths: Worths,
): Promise<CardRow[]> {
  const sign = sort === 'cheapest' ? 1 : -1;
  return ask.many<CardRow>(sql`
    select ${cardColumns(locale)}
      from catalogue.shelves s
      join catalogue.products p on p.id = s.product
      join unnest(${Object.keys(worths)}::text[], ${Object.values(worths)}::float8[]) as w (currency, worth) on w.currency = p.currency
     where s.category = ${category}
     order by p.from_minor * w.worth * ${sign}::float8, p.id
     limit ${size + 1} offset ${offset}`);
}

const memory = Symbol('catalogue.counts');
const keptMs = 60_000;

interface Kept {
  at: number;
  counts: Promise<ReadonlyMap<string, number>> | undefined;
}

/** How many products stand in each category, counted once a minute: a number for the eye. */
export function countsOfCategories(ask: Asking): Promise<ReadonlyMap<string, number>> {
  const kept = remembered<Kept>(ask.house, memory, () => ({ at: 0, counts: undefined }));
  const now = ask.now.getTime();
  if (!kept.counts || now - kept.at > keptMs) {
    kept.at = now;
    kept.counts = ask
      .many<{ category: string; products: number }>(
        sql`select category, count(*)::int as products from catalogue.shelves group by category`,
      )
      .then((rows) => new Map(rows.map(({ category, products }) => [category, products])));
    kept.counts.catch(() => (kept.counts = undefined));
  }
  return kept.counts;
}
