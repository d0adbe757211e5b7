import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { cardColumns, cardsFrom } from './cards.ts';
import type { CardRow } from './cards.ts';
import { categoryPage } from './category-page.ts';
import type { CategoryPage, CategoryPageInput, CategoryPageRefusal, Worths } from './category-page.ts';
import { between, facetsOf } from './facets.ts';
import type { Facet, Mesh } from './facets.ts';

/** What somebody wants of a category. */
export interface Sieve {
  /** By the attribute's code, or `brand`: any of these values. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** In the unit of the worths: not cheaper and not dearer than. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** Only what is not sold out. */
  readonly available?: boolean | undefined;
}

export interface ShelfInput extends CategoryPageInput {
  readonly worths: Worths;
  readonly sieve?: Sieve;
}

export interface Shelf extends CategoryPage {
  facets: Facet[];
}

/** A page of a category, less what is not wanted, with what could be wanted more closely and how much there is of it. */
export async function shelf(ask: Asking, input: ShelfInput): Promise<Result<Shelf, CategoryPageRefusal>> {
  const mesh = meshOf(input);
  const open = mesh.codes.length === 0 && mesh.least === null && mesh.most === null && !mesh.available;
  const [page, facets, sieved] = await Promise.all([
    categoryPage(ask, open ? input : { ...input, size: 0 }),
    facetsOf(ask, input, open ? undefined : mesh),
    open ? undefined : sievedCards(ask, input, mesh),
  ]);
  if (!page.ok) return page;
  return ok({ ...page.value, facets, ...sieved });
}

function meshOf({ sieve = {}, worths }: ShelfInput): Mesh {
  const chosen = Object.entries(sieve.values ?? {}).filter(([, values]) => values.length > 0);
  return {
    codes: chosen.map(([code]) => code),
    wanted: chosen.map(([, values]) => values.join(between)),
    least: sieve.least ?? null,
    most: sieve.most ?? null,
    available: sieve.available ?? false,
    currencies: Object.keys(worths),
    worths: Object.values(worths),
  };
}

async function sievedCards(ask: Asking, { category, locale, page = 1, size = 24, sort }: ShelfInput, mesh: Mesh) {
  const direction = sort === 'cheapest' ? 1 : sort === 'dearest' ? -1 : 0;
  const rows = await ask.many<CardRow & { found: number }>(sql`
    with kept as materialized (
      select p.id, s.listed_at, p.from_minor * w.worth as worth
        from catalogue.shelves s
        join catalogue.products p on p.id = s.product
        left join unnest(${mesh.currencies}::text[], ${mesh.worths}::float8[]) as w (currency, worth) on w.currency = p.currency
       where s.category = ${category}
         and (not ${mesh.available}::boolean or not p.sold_out)
         and (${mesh.least}::float8 is null or p.from_minor * w.worth >= ${mesh.least}::float8)
         and (${mesh.most}::float8 is null or p.from_minor * w.worth <= ${mesh.most}::float8)
         and not exists (
           select from unnest(${mesh.codes}::text[], ${mesh.wanted}::text[]) as f (code, wanted)
            where not coalesce(case when f.code = 'brand' then p.brand else p.attributes ->> f.code end = any(string_to_array(f.wanted, ${between})), false)))
    select ${cardColumns(locale)}, (select count(*)::int from kept) as found
      from kept k
      join catalogue.products p on p.id = k.id
     order by k.worth * ${direction}::float8 nulls last, k.listed_at desc, k.id desc
     limit ${size + 1} offset ${(page - 1) * size}`);
  return {
    cards: await cardsFrom(ask, rows.slice(0, size), locale),
    more: rows.length > size,
    total: rows[0]?.found ?? 0,
  };
}
