/** What each document's words come to, and how many of the words it has. */
import type { Alternative, Plan } from '../ranking/plan.ts';
import type { Desk } from './find.ts';
import type { Lists } from './lists.ts';
import type { Segment } from './segment.ts';

/** Fills `score`, `has` and `touched`; says how many were touched. */
export function addUp(segment: Segment, desk: Desk, { wanted }: Plan, weights: readonly number[]): number {
  let touched = 0;
  const give = (doc: number, score: number, words: number) => {
    if (desk.has[doc] === 0) desk.touched[touched++] = doc;
    desk.score[doc]! += score;
    desk.has[doc]! += words;
  };
  wanted.forEach(({ alternatives, words }, n) => {
    const weight = weights[n]!;
    const [only] = alternatives;
    if (alternatives.length === 1 && only!.stems.length === 1) {
      each(segment, only!, (doc, value) => give(doc, weight * value, words));
      return;
    }
    // Of several names the best one counts.
    const seen: number[] = [];
    for (const alternative of alternatives) {
      each(segment, alternative, (doc, value) => {
        if (desk.value[doc] === 0) seen.push(doc);
        if (value > desk.value[doc]!) desk.value[doc] = value;
      });
    }
    for (const doc of seen) {
      give(doc, weight * desk.value[doc]!, words);
      desk.value[doc] = 0;
    }
  });
  return touched;
}

/** The documents that have all of the words, and what the least of them counts for there. */
function each(
  { words, postings, impacts }: Segment,
  { stems, worth }: Alternative,
  tell: (doc: number, value: number) => void,
): void {
  const numbers = stems.map((stem) => words.get(stem));
  if (numbers.includes(undefined)) return;
  const [first, ...others] = (numbers as number[]).sort((a, b) => sizeOf(postings, a) - sizeOf(postings, b));
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
