/** Finding in one language: words are looked up and added up, what is best is put in order. */
import type { Lexicon, Plan } from '../ranking/plan.ts';
import { closely, coverage, ranked } from '../ranking/rank.ts';
import type { Candidate } from '../ranking/rank.ts';
import { weightsOf } from '../ranking/weights.ts';
import { addUp } from './add-up.ts';
import { meantBy } from './meant.ts';
import { lineOf } from './segment.ts';
import type { Segment } from './segment.ts';
import { topOf } from './top.ts';

export interface Wish {
  readonly plan: Plan;
  /** How many are wanted, from the first. */
  readonly most: number;
  /** Documents that count; without it all do. */
  readonly passes?: (doc: number) => boolean;
  /** Of these attributes it is counted how many have each value. */
  readonly counted?: ReadonlySet<string>;
}

export interface Found {
  /** Best first. */
  readonly docs: number[];
  /** Those that have all words; or, when none does, as many of them as any has. */
  readonly total: number;
  readonly loosely: boolean;
  /** By `code=value`. */
  readonly facets: ReadonlyMap<string, number>;
}

/** Work space that is kept from question to question. */
export class Desk {
  readonly score: Float64Array;
  readonly has: Uint8Array;
  readonly value: Uint16Array;
  readonly touched: Uint32Array;

  constructor(documents: number) {
    this.score = new Float64Array(documents);
    this.has = new Uint8Array(documents);
    this.value = new Uint16Array(documents);
    this.touched = new Uint32Array(documents);
  }
}

export function find(segment: Segment, desk: Desk, lexicon: Lexicon, wish: Wish): Found {
  const { plan, most, passes } = wish;
  const documents = segment.products.length;
  const touched = addUp(
    segment,
    desk,
    plan,
    weightsOf(plan, documents, (stem) => lexicon.frequency(stem)),
  );
  const words = plan.wanted.reduce((sum, wanted) => sum + wanted.words, 0);
  const docs = passes ? sifted(desk, touched, passes) : desk.touched.subarray(0, touched);
  let has = 0;
  for (const doc of docs) {
    if (desk.has[doc]! > has) has = desk.has[doc]!;
    desk.score[doc]! *= coverage(desk.has[doc]!, words);
  }
  const best = topOf(docs, desk.score, Math.max(closely, most));
  const meant = meantBy(segment, plan);
  const close = best.slice(0, closely).map((id) => candidateOf(segment, desk, id, meant));
  const order = [...ranked(plan, close).map(({ id }) => id), ...best.slice(closely)].slice(0, most);
  const counts = wish.counted ? new Uint32Array(segment.facetNames.length) : undefined;
  const total = countAndClear(segment, desk, docs, has, counts);
  return { docs: order, total, loosely: has < words, facets: named(segment, wish.counted, counts) };
}

/** Those that pass, in their order, at the front of what was touched. */
function sifted(desk: Desk, touched: number, passes: (doc: number) => boolean): Uint32Array {
  let kept = 0;
  for (let n = 0; n < touched; n++) {
    const doc = desk.touched[n]!;
    if (passes(doc)) desk.touched[kept++] = doc;
    else [desk.score[doc], desk.has[doc]] = [0, 0];
  }
  return desk.touched.subarray(0, kept);
}

function candidateOf(segment: Segment, desk: Desk, id: number, meant: ReadonlyMap<number, number>): Candidate {
  const { starts, values } = segment.categories;
  const leaf = starts[id + 1]! > starts[id]! ? values[starts[id + 1]! - 1]! : -1;
  const [title, brief] = [lineOf(segment, id, 0), lineOf(segment, id, 1)];
  return { id, score: desk.score[id]!, title, brief, meant: meant.get(leaf) ?? 0 };
}

/** How many have the most words, what they have besides; and the work space is as it was. */
function countAndClear(
  { facets: { starts, values } }: Segment,
  desk: Desk,
  docs: Uint32Array,
  has: number,
  counts: Uint32Array | undefined,
): number {
  let total = 0;
  for (const doc of docs) {
    if (desk.has[doc] === has) {
      total++;
      if (counts) for (let at = starts[doc]!; at < starts[doc + 1]!; at++) counts[values[at]!]!++;
    }
    desk.score[doc] = 0;
    desk.has[doc] = 0;
  }
  return total;
}

function named(
  { facetNames }: Segment,
  counted: ReadonlySet<string> | undefined,
  counts: Uint32Array | undefined,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  counts?.forEach((count, n) => {
    const name = facetNames[n]!;
    if (count > 0 && counted!.has(name.slice(0, name.indexOf('=')))) found.set(name, count);
  });
  return found;
}
