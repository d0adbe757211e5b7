/**
 * How often people look at goods. A server counts in memory and writes now and then; what it had not written when it was
 * killed is lost, for it is a measure, not a book. Only counts are kept: of a product, on a day, from a country.
 */
import { isCountry } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOfProducts } from '#modules/catalogue';
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';

export interface Looked {
  product: string;
  /** `2026-11-22`, in UTC. */
  day: string;
  /** ISO 3166-1 alpha-2: where the visitor has things delivered. */
  country: string;
  looks: number;
}

export type NoteVisitsRefusal = { no: 'only_the_house_may' };

/** Adds to what was counted before. What is no product, or no country, is left out. */
export async function noteVisits(
  work: Work,
  { visits }: { visits: readonly Looked[] },
): Promise<Result<{ noted: number }, NoteVisitsRefusal>> {
  if (work.by.kind !== 'system') return refuse({ no: 'only_the_house_may' });
  const found = await storesOfProducts(work, { products: visits.map(({ product }) => product) });
  const storeOf = new Map(found.map(({ product, store }) => [product, store]));
  const good = visits.filter(({ product, country, looks }) => storeOf.has(product) && isCountry(country) && looks > 0);
  if (good.length === 0) return ok({ noted: 0 });
  const of = <T>(pick: (one: Looked) => T): T[] => good.map(pick);
  // Summed and sorted, so that no row is met twice and servers that write at once lock rows in one order.
  await work.run(sql`
    insert into discovery.visits as v (store, day, product, country, looks)
    select store, day, product, country, sum(looks)::int
      from unnest(${of(({ product }) => storeOf.get(product)!)}::uuid[], ${of((one) => one.day)}::date[], ${of((one) => one.product)}::uuid[],
                  ${of((one) => one.country)}::text[], ${of((one) => one.looks)}::int[]) as n (store, day, product, country, looks)
     group by store, day, product, country
     order by store, day, product, country
        on conflict (store, day, product, country) do update set looks = v.looks + excluded.looks`);
  return ok({ noted: good.length });
}

export interface VisitsOfStore {
  all: number;
  days: { key: string; looks: number }[];
  countries: { key: string; looks: number }[];
  products: { key: string; looks: number }[];
}

/** Of the days from one to another, both included; nothing for who does not see the store's numbers. */
export async function visitsOfStore(
  ask: Asking,
  { store, from, to, products }: { store: string; from: string; to: string; products: readonly string[] },
): Promise<VisitsOfStore | undefined> {
  if (!worksFor(ask.by, store, 'finance')) return undefined;
  const [days, countries, goods] = await Promise.all([
    ask.many<{ key: string; looks: number }>(sql`
      select day::text as key, sum(looks)::int as looks from discovery.visits
       where store = ${store} and day between ${from}::date and ${to}::date group by day order by day`),
    ask.many<{ key: string; looks: number }>(sql`
      select country as key, sum(looks)::int as looks from discovery.visits
       where store = ${store} and day between ${from}::date and ${to}::date group by country order by looks desc, country`),
    ask.many<{ key: string; looks: number }>(sql`
      select product::text as key, sum(looks)::int as looks from discovery.visits
       where store = ${store} and day between ${from}::date and ${to}::date and product = any(${products}::uuid[])
       group by product`),
  ]);
  return { all: days.reduce((sum, { looks }) => sum + looks, 0), days, countries, products: goods };
}
