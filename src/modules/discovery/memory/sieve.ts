/** Which documents of a segment somebody wants to see, and which they would, chose they one thing less. */
import { numberOf } from './ids.ts';
import type { Segment } from './segment.ts';

/** What is wanted besides words. */
export interface Sieve {
  readonly category?: string | undefined;
  /** By the attribute's code, or `brand`: any of these values. */
  readonly values?: Readonly<Record<string, readonly string[]>> | undefined;
  /** In the unit of the worths: not cheaper and not dearer than. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  /** What a minor unit of each currency is worth. */
  readonly worths?: Readonly<Record<string, number>> | undefined;
  /** Only what is not sold out. */
  readonly available?: boolean | undefined;
  /** So many, or fewer, can be bought at once. */
  readonly pieces?: number | undefined;
  /** None but these products. */
  readonly among?: ReadonlySet<string> | undefined;
}

export interface Sifting {
  /** -1: it passes; a number: only that one of the chosen codes is against it; -2: more is. */
  fails(doc: number): number;
  /** For each facet's number, 1 and the number of the chosen code that it is a value of; 0: of none. */
  readonly codeOf: Uint8Array;
  /** Nothing is kept back. */
  readonly open: boolean;
}

export const passes = -1;
const wrong = -2;

export function siftingOf(segment: Segment, sieve: Sieve): Sifting {
  const chosen = Object.entries(sieve.values ?? {}).filter(([, values]) => values.length > 0);
  const codeOf = new Uint8Array(segment.facetNames.length);
  const wanted = new Uint8Array(segment.facetNames.length);
  segment.facetNames.forEach((name, n) => {
    const at = name.indexOf('=');
    const which = chosen.findIndex(([code]) => code === name.slice(0, at));
    if (which < 0) return;
    codeOf[n] = which + 1;
    if (chosen[which]![1].includes(name.slice(at + 1))) wanted[n] = which + 1;
  });
  const all = 2 ** chosen.length - 1;
  const { starts, values } = segment.facets;
  const plain = plainly(segment, sieve);
  const { gone } = segment;
  const fails = (doc: number): number => {
    if (gone[doc] === 1 || (plain !== undefined && !plain(doc))) return wrong;
    if (all === 0) return passes;
    let lacks = all;
    for (let at = starts[doc]!, end = starts[doc + 1]!; at < end; at++) {
      const which = wanted[values[at]!]!;
      if (which > 0) lacks &= ~(1 << (which - 1));
    }
    if (lacks === 0) return passes;
    return (lacks & (lacks - 1)) === 0 ? 31 - Math.clz32(lacks) : wrong;
  };
  return { fails, codeOf, open: !plain && all === 0 };
}

/** Category, price and what is there; undefined when none of it is asked. One function without others in it: it is run for every document that has a word. */
function plainly(segment: Segment, sieve: Sieve): ((doc: number) => boolean) | undefined {
  const { category, least, most, worths = {}, available = false, pieces, among } = sieve;
  const isPriced = least !== undefined || most !== undefined;
  if (category === undefined && !isPriced && !available && pieces === undefined && !among) return undefined;
  const { money, prices, soldOut, minimums } = segment;
  const { starts, values } = segment.categories;
  const wanted = category === undefined ? -1 : segment.categoryNames.indexOf(category);
  const worth = worthOf(segment, worths);
  const [from, to] = [least ?? 0, most ?? Infinity];
  const fewest = pieces ?? Infinity;
  const docs = among && new Set([...among].map((product) => numberOf(segment.ids, product)));
  return (doc) => {
    if (available && soldOut[doc] === 1) return false;
    if (minimums[doc]! > fewest) return false;
    if (isPriced) {
      const price = prices[doc]! * worth[money[doc]!]!;
      if (!(price >= from && price <= to)) return false;
    }
    if (category !== undefined) {
      let at = starts[doc]!;
      const end = starts[doc + 1]!;
      while (at < end && values[at] !== wanted) at++;
      if (at === end) return false;
    }
    return docs === undefined || docs.has(doc);
  };
}

const worthOf = ({ currencies }: Segment, worths: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(currencies, (currency) => worths[currency] ?? NaN);

/** What a document costs by the worths; what has no rate costs nothing that could be compared. */
export function priceIn(segment: Segment, worths: Readonly<Record<string, number>>): (doc: number) => number {
  const worth = worthOf(segment, worths);
  const { money, prices } = segment;
  return (doc) => prices[doc]! * worth[money[doc]!]!;
}
