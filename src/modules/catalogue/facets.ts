/** By what a category can be sifted, and how many there are of each. */
import { remembered } from '#platform/house';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { tree } from './category-tree.ts';
import type { Attribute, Category } from './category.ts';
import { said } from './texts.ts';

export interface Facet {
  /** The attribute's code, or `brand`. */
  code: string;
  /** Empty for the brand, which every page names in its own words. */
  name: string;
  kind: 'choice' | 'yes_no' | 'brand';
  values: { code: string; name: string; count: number }[];
}

/** The sieve as statements take it: one row for each code, its values beside each other. */
export interface Mesh {
  codes: string[];
  wanted: string[];
  least: number | null;
  most: number | null;
  available: boolean;
  currencies: string[];
  worths: number[];
}

/** Stands between values; nobody types it. */
export const between = '\u001f';

interface Count {
  code: string;
  value: string;
  products: number;
}

const mostFacets = 8;
const mostValues = 40;
const memory = Symbol('catalogue.facets');
const keptMs = 60_000;
const mostKept = 1000;

/**
 * What the category's attributes give, in the category's order, then the brand. A value's count is of what there would be
 * if it were chosen beside what is chosen in the other facets. Those of a whole category are counted once a minute.
 */
export async function facetsOf(
  ask: Asking,
  { category, locale }: { category: string; locale: string },
  mesh?: Mesh,
): Promise<Facet[]> {
  const one = (await tree(ask, [category])).byId.get(category);
  if (!one) return [];
  if (mesh) return facetsInWords(one, await count(ask, category, codesOf(one), mesh), locale, new Set(mesh.codes));
  const counts = await keptCounts(ask, category, codesOf(one));
  const kept = keptWords(counts, one);
  let facets = kept.get(locale);
  if (!facets) kept.set(locale, (facets = facetsInWords(one, counts, locale, new Set())));
  return facets;
}

/** Facets in words, as long as counts and category are the same: ordering names is dear. */
const inWords = new WeakMap<readonly Count[], { of: Category; byLocale: Map<string, Facet[]> }>();

function keptWords(counts: readonly Count[], of: Category): Map<string, Facet[]> {
  let kept = inWords.get(counts);
  if (kept?.of !== of) inWords.set(counts, (kept = { of, byLocale: new Map() }));
  return kept.byLocale;
}

const askable = ({ inherited }: Category): Attribute[] =>
  inherited.filter(({ kind }) => kind === 'choice' || kind === 'yes_no');

const codesOf = (one: Category): string[] => [...askable(one).map(({ code }) => code), 'brand'];

/** Counts in the words of a language, in the category's order; without a category, brands alone. */
export function facetsInWords(
  one: Category | undefined,
  all: readonly Count[],
  locale: string,
  chosen: ReadonlySet<string>,
): Facet[] {
  const counts = Map.groupBy(all, (row) => row.code);
  const facets = [
    ...(one ? askable(one) : []).map((attribute) => facetOf(attribute, counts.get(attribute.code) ?? [], locale)),
    brands(counts.get('brand') ?? []),
  ];
  // What all have alike sifts nothing.
  return facets.filter(({ code, values }) => values.length > 1 || chosen.has(code)).slice(0, mostFacets);
}

function facetOf({ code, names, kind, choices }: Attribute, counts: readonly Count[], locale: string): Facet {
  const nameOf = new Map(choices.map((choice) => [choice.code, said(choice.names, locale)]));
  const values = counts
    .filter(({ value }) => kind === 'yes_no' || nameOf.has(value))
    .map(({ value, products }) => ({ code: value, name: nameOf.get(value) ?? '', count: products }));
  return { code, name: said(names, locale), kind: kind as 'choice' | 'yes_no', values: mostFirst(values) };
}

const brands = (counts: readonly Count[]): Facet => ({
  code: 'brand',
  name: '',
  kind: 'brand',
  values: mostFirst(counts.map(({ value, products }) => ({ code: value, name: value, count: products }))),
});

const mostFirst = (values: Facet['values']): Facet['values'] =>
  values.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)).slice(0, mostValues);

interface Kept {
  at: number;
  counts: Promise<Count[]>;
}

function keptCounts(ask: Asking, category: string, codes: string[]): Promise<Count[]> {
  const kept = remembered(ask.house, memory, () => new Map<string, Kept>());
  const now = ask.now.getTime();
  const found = kept.get(category);
  if (found && now - found.at <= keptMs && now >= found.at) return found.counts;
  kept.delete(category);
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!);
  const whole: Mesh = { codes: [], wanted: [], least: null, most: null, available: false, currencies: [], worths: [] };
  const counts = count(ask, category, codes, whole);
  kept.set(category, { at: now, counts });
  counts.catch(() => kept.delete(category));
  return counts;
}

function count(ask: Asking, category: string, codes: string[], mesh: Mesh): Promise<Count[]> {
  return ask.many<Count>(sql`
    select v.code, v.value, count(*)::int as products
      from (select p.brand, p.attributes,
                   array(select f.code
                           from unnest(${mesh.codes}::text[], ${mesh.wanted}::text[]) as f (code, wanted)
                          where not coalesce(case when f.code = 'brand' then p.brand else p.attributes ->> f.code end = any(string_to_array(f.wanted, ${between})), false)) as fails
              from catalogue.shelves s
              join catalogue.products p on p.id = s.product
              left join unnest(${mesh.currencies}::text[], ${mesh.worths}::float8[]) as w (currency, worth) on w.currency = p.currency
             where s.category = ${category}
               and (not ${mesh.available}::boolean or not p.sold_out)
               and (${mesh.least}::float8 is null or p.from_minor * w.worth >= ${mesh.least}::float8)
               and (${mesh.most}::float8 is null or p.from_minor * w.worth <= ${mesh.most}::float8)) b
     cross join lateral (
           select c.code, case when c.code = 'brand' then nullif(b.brand, '') else b.attributes ->> c.code end as value
             from unnest(${codes}::text[]) as c (code)) v
     where v.value is not null and (b.fails = '{}' or b.fails = array[v.code])
     group by v.code, v.value`);
}
