/** What is shown beside, for whom, and because of what. Products only: whether they are on sale their cards say. */
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { productsLookedAt } from '../footprints/footprints-of.ts';
import { learned } from './learned.ts';
import type { Found } from './learned.ts';
import { suited } from './suited.ts';
import type { Suits } from './suited.ts';

/** What goes with these together: of what was carted and bought with them. */
export async function goesWith(
  ask: Asking,
  { products, most }: { products: readonly string[]; most: number },
): Promise<{ products: string[] }> {
  const found = (await learned(ask)).buys(products, most);
  return { products: found.map(({ product }) => product) };
}

/** What others who looked at it looked at. */
export async function alsoLookedAt(
  ask: Asking,
  { product, most }: { product: string; most: number },
): Promise<{ products: string[] }> {
  const found = (await learned(ask)).looks([product], most);
  return { products: found.map((one) => one.product) };
}

/** One place in so many of a window is for new goods that few have seen. */
const freshEach = 4;

/** What a country looks at most, and, at every fourth place, a new good in its turn: the turns change by the hour. */
export async function popularIn(
  ask: Asking,
  { country, most }: { country: string; most: number },
): Promise<{ products: string[] }> {
  const { popular, fresh } = await learned(ask);
  const liked = popular.get(country) ?? popular.get('') ?? [];
  const turn = Math.floor(ask.now.getTime() / 3_600_000) * Math.floor(most / freshEach);
  const places = Array.from({ length: most }, (_none, n) => n);
  let next = 0;
  const shown = places.flatMap((n) => {
    const new_ = n % freshEach === freshEach - 1 && fresh[(turn + Math.floor(n / freshEach)) % fresh.length];
    return new_ || (liked[next++] ?? []);
  });
  return { products: [...new Set(shown)] };
}

/** So many are weighed against what the asker likes. */
const weighed = 40;

/** For the asker, by what they came to; each with what of theirs speaks loudest for it. Nothing where nothing is kept. */
export async function forYou(ask: Asking, { most }: { most: number }): Promise<{ found: Found[]; lately: string[] }> {
  const { products: lately } = await productsLookedAt(ask, {});
  if (lately.length === 0) return { found: [], lately };
  // The latest counts most, and stands last.
  const found = (await learned(ask)).looks(lately.toReversed(), weighed);
  const rows = await ask.many<Suits>(sql`
    select product, brand, categories, facets, currency, from_minor
      from discovery.documents
     where product = any(${[...lately, ...found.map(({ product }) => product)]}::uuid[]) and not gone`);
  return { found: suited(found, lately, rows).slice(0, most), lately };
}
