/** Finding: words are looked up and added up in each segment, what is best of all is put in order. */
import type { Lexicon, Plan } from '../ranking/plan.ts';
import { closely, coverage, ranked } from '../ranking/rank.ts';
import type { Candidate } from '../ranking/rank.ts';
import { weightsOf } from '../ranking/weights.ts';
import { addUp } from './add-up.ts';
import type { Desk } from './desk.ts';
import { Count } from './count.ts';
import { idAt } from './ids.ts';
import { meantBy } from './meant.ts';
import { lineOf } from './spoken.ts';
import type { Segment } from './segment.ts';
import { passes, priceIn, siftingOf } from './sieve.ts';
import type { Sieve, Sifting } from './sieve.ts';
import { topOf } from './top.ts';

export type Sort = 'best' | 'newest' | 'cheapest' | 'dearest';

export interface Wish extends Sieve {
  readonly locale: string;
  readonly plan: Plan;
  readonly sort?: Sort | undefined;
  /** So many of the first are passed over, and so many after them are wanted. */
  readonly from?: number;
  readonly size: number;
  /** Of what is found it is counted how much has each value, and stands in each category. */
  readonly counted?: boolean;
}

export interface Found {
  /** Products, best first. */
  readonly products: string[];
  /** Those that have all words; or, when none does, as many of them as any has. */
  readonly total: number;
  /** Those that have fewer of the words; they come after. None where another order is asked than the best. */
  readonly also: number;
  readonly loosely: boolean;
  /** By `code=value`: of a code that is chosen from, what there would be if the others were chosen alone. */
  readonly facets: ReadonlyMap<string, number>;
  readonly categories: ReadonlyMap<string, number>;
}

/** A segment and the space to add up in. */
export interface Shelf {
  readonly segment: Segment;
  readonly desk: Desk;
}

interface Gathered extends Shelf {
  readonly sifting: Sifting;
  readonly touched: Uint32Array;
  /** Those of them that pass. */
  readonly docs: Uint32Array;
}

interface Hit extends Candidate {
  readonly of: Segment;
  readonly doc: number;
}

export function find(shelves: readonly Shelf[], lexicon: Lexicon, wish: Wish): Found {
  const { plan, locale, from = 0, size } = wish;
  const documents = shelves.reduce((sum, { segment }) => sum + segment.size, 0);
  const weights = weightsOf(plan, documents, lexicon);
  const gathered = shelves.map((shelf) => gather(shelf, locale, plan, weights, wish));
  const words = plan.wanted.reduce((sum, one) => sum + one.words, 0);
  let has = 0;
  for (const { docs, desk } of gathered) for (const doc of docs) if (desk.has[doc]! > has) has = desk.has[doc]!;
  const best = !wish.sort || wish.sort === 'best';
  const order = best ? bestOf(gathered, plan, locale, words, from + size) : sorted(gathered, wish, has, from + size);
  const count = new Count();
  let [total, also] = [0, 0];
  for (const { segment, desk, sifting, touched, docs } of gathered) {
    for (const doc of docs) {
      if (desk.has[doc] === has) total++;
      else also++;
    }
    if (wish.counted) count.add(segment, desk, sifting, touched, has);
    for (const doc of touched) {
      desk.score[doc] = 0;
      desk.has[doc] = 0;
    }
  }
  return {
    products: order.slice(from, from + size).map(({ of, doc }) => idAt(of.ids, doc)),
    total,
    also: best ? also : 0,
    loosely: has < words,
    facets: count.facets,
    categories: count.categories,
  };
}

function gather(
  { segment, desk }: Shelf,
  locale: string,
  plan: Plan,
  weights: readonly number[],
  wish: Wish,
): Gathered {
  const sifting = siftingOf(segment, wish);
  let count = segment.size;
  if (plan.wanted.length > 0) count = addUp(segment, desk, locale, plan, weights);
  else for (let doc = 0; doc < count; doc++) desk.touched[doc] = doc;
  const touched = desk.touched.subarray(0, count);
  let kept = 0;
  for (const doc of touched) if (sifting.fails(doc) === passes) desk.seen[kept++] = doc;
  return { segment, desk, sifting, touched, docs: desk.seen.subarray(0, kept) };
}

function bestOf(
  gathered: readonly Gathered[],
  plan: Plan,
  locale: string,
  words: number,
  most: number,
): readonly { of: Segment; doc: number }[] {
  const hits: { of: Segment; doc: number; score: number }[] = [];
  for (const { segment, desk, docs } of gathered) {
    if (words > 0) for (const doc of docs) desk.score[doc]! *= coverage(desk.has[doc]!, words);
    for (const doc of topOf(docs, desk.score, Math.max(closely, most)))
      hits.push({ of: segment, doc, score: desk.score[doc]! });
  }
  if (gathered.length > 1) hits.sort((a, b) => b.score - a.score);
  const meant = new Map(gathered.map(({ segment }) => [segment, meantBy(segment, locale, plan)]));
  const close = hits
    .slice(0, closely)
    .map(({ of, doc, score }, id): Hit => ({ ...candidateOf(of, locale, doc, meant.get(of)!), id, score, of, doc }));
  return [...ranked(plan, close), ...hits.slice(closely, most)];
}

function candidateOf(
  segment: Segment,
  locale: string,
  doc: number,
  meant: ReadonlyMap<number, number>,
): Pick<Candidate, 'title' | 'brief' | 'meant' | 'standing'> {
  const { starts, values } = segment.categories;
  const leaf = starts[doc + 1]! > starts[doc]! ? values[starts[doc + 1]! - 1]! : -1;
  const bit = segment.locales.indexOf(locale);
  const speaks = bit >= 0 && ((segment.speaks[doc]! >>> bit) & 1) === 1;
  const spoken = segment.spoken.get(speaks ? locale : segment.locales[segment.standsIn[doc]!]!)!;
  return {
    title: lineOf(spoken, doc, 0),
    brief: lineOf(spoken, doc, 1),
    meant: meant.get(leaf) ?? 0,
    standing: segment.standing[doc]! / 255,
  };
}

/** Those that have the most words, by what is asked instead of closeness. */
function sorted(
  gathered: readonly Gathered[],
  { sort, worths = {} }: Wish,
  has: number,
  most: number,
): readonly { of: Segment; doc: number }[] {
  const hits: { of: Segment; doc: number; score: number }[] = [];
  for (const { segment, desk, docs } of gathered) {
    const price = sort === 'newest' ? undefined : priceIn(segment, worths);
    for (const doc of docs) {
      const key = price ? price(doc) * (sort === 'cheapest' ? -1 : 1) : segment.listedAt[doc]!;
      desk.score[doc] = desk.has[doc] !== has ? -Infinity : Number.isNaN(key) ? -Number.MAX_VALUE : key;
    }
    for (const doc of topOf(docs, desk.score, most))
      if (desk.score[doc] !== -Infinity) hits.push({ of: segment, doc, score: desk.score[doc]! });
  }
  return gathered.length > 1 ? hits.sort((a, b) => b.score - a.score) : hits;
}
