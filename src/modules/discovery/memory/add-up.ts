/** What each document's words come to, and how many of the words it has. */
import type { Alternative, Plan } from '../ranking/plan.ts';
import type { Desk } from './desk.ts';
import { placeOf } from './lists.ts';
import type { Lists } from './lists.ts';
import type { Segment } from './segment.ts';
import type { Spoken } from './spoken.ts';

/** What standing in a category, or having a value, counts for as a word: as the fields of the same in `impacts.ts`. */
const ofConcept = { category: 600, facet: 400 };

/** Fills `score`, `has` and `touched`; says how many were touched. */
export function addUp(
  segment: Segment,
  desk: Desk,
  locale: string,
  { wanted }: Plan,
  weights: readonly number[],
): number {
  const { score, has, touched, value } = desk;
  const own = segment.spoken.get(locale);
  let count = 0;
  for (let n = 0; n < wanted.length; n++) {
    const { alternatives, words } = wanted[n]!;
    const weight = weights[n]!;
    const [only] = alternatives;
    const number =
      own && alternatives.length === 1 && only!.stems.length === 1 ? placeOf(own.words, only!.stems[0]!) : -1;
    if (own && number >= 0) {
      const { starts, values } = own.postings;
      for (let at = starts[number]!; at < starts[number + 1]!; at++) {
        const doc = values[at]!;
        if (has[doc] === 0) touched[count++] = doc;
        score[doc]! += weight * own.impacts[at]!;
        has[doc]! += words;
      }
      continue;
    }
    // Of several names the best one counts.
    let seen = 0;
    for (const alternative of alternatives) {
      each(segment, locale, alternative, (doc, counts) => {
        if (value[doc] === 0) desk.seen[seen++] = doc;
        if (counts > value[doc]!) value[doc] = counts;
      });
    }
    for (let at = 0; at < seen; at++) {
      const doc = desk.seen[at]!;
      if (has[doc] === 0) touched[count++] = doc;
      score[doc]! += weight * value[doc]!;
      has[doc]! += words;
      value[doc] = 0;
    }
  }
  return count;
}

type Tell = (doc: number, value: number) => void;

/** The documents that an alternative is for and that have all of its words, and what it counts for there. */
function each(segment: Segment, locale: string, alternative: Alternative, tell: Tell): void {
  const { elsewhere } = alternative;
  if (elsewhere === undefined) {
    const own = segment.spoken.get(locale);
    if (own) eachWith(own, alternative, tell);
    return;
  }
  const bit = segment.locales.indexOf(locale);
  const mute = (doc: number) => bit < 0 || ((segment.speaks[doc]! >>> bit) & 1) === 0;
  if (elsewhere === 'concepts') {
    const [list, counts] = conceptIn(segment, alternative.stems[0]!);
    for (const doc of list) if (mute(doc)) tell(doc, Math.round(counts * alternative.worth));
    return;
  }
  const other = segment.spoken.get(elsewhere);
  const standIn = segment.locales.indexOf(elsewhere);
  if (!other) return;
  eachWith(other, alternative, (doc, value) => {
    if (segment.standsIn[doc] === standIn && mute(doc)) tell(doc, value);
  });
}

const none = new Uint32Array(0);

/** `kettles` is a category, `colour=red` what is chosen. */
function conceptIn(segment: Segment, concept: string): readonly [Uint32Array, number] {
  const isFacet = concept.includes('=');
  const names = isFacet ? segment.facetNames : segment.categoryNames;
  const { starts, values } = isFacet ? segment.ofFacet : segment.inCategory;
  const n = names.indexOf(concept);
  return [n < 0 ? none : values.subarray(starts[n], starts[n + 1]), isFacet ? ofConcept.facet : ofConcept.category];
}

/** What the least of the words counts for in each document that has them all. */
function eachWith({ words, postings, impacts }: Spoken, { stems, worth }: Alternative, tell: Tell): void {
  const numbers = stems.map((stem) => placeOf(words, stem));
  if (numbers.includes(-1)) return;
  const [first, ...others] = numbers.sort((a, b) => sizeOf(postings, a) - sizeOf(postings, b));
  const end = postings.starts[first! + 1]!;
  for (let at = postings.starts[first!]!; at < end; at++) {
    const doc = postings.values[at]!;
    let impact = impacts[at]!;
    for (const other of others) impact = Math.min(impact, impactIn(postings, impacts, other, doc));
    if (impact > 0) tell(doc, Math.round(impact * worth));
  }
}

const sizeOf = ({ starts }: Lists, word: number): number => starts[word + 1]! - starts[word]!;

/** What a word counts for in a document; 0 where it does not stand. */
function impactIn({ starts, values }: Lists, impacts: Uint16Array, word: number, doc: number): number {
  let low = starts[word]!;
  let high = starts[word + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = values[middle]!;
    if (there === doc) return impacts[middle]!;
    if (there < doc) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
