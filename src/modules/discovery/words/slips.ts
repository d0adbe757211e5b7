/**
 * Words that are one slip of the finger away: a letter too many, too few, another one, or two that changed places
 * (Damerau 1964: four of five slips are one of these). Found by what is left when one letter is taken out of either
 * (Garbe's symmetric deletes), without looking through all words.
 */

/** A single letter is near to everything. */
const leastLength = 2;
const mostLength = 30;
/** A hash and a word's number together are one exact number: so many words can be told apart. */
const mostWords = 2 ** 21;

export class Slips {
  /** Sorted by hash; beside each the word's number. */
  private readonly hashes: Uint32Array;
  private readonly numbers: Uint32Array;
  private readonly spelled: readonly string[];

  constructor(spelled: readonly string[]) {
    this.spelled = spelled;
    const pairs: number[] = [];
    spelled.forEach((word, n) => {
      if (word.length < leastLength || word.length > mostLength) return;
      for (const hash of shortened(word)) pairs.push(hash * mostWords + n);
    });
    const sorted = Float64Array.from(pairs).sort();
    this.hashes = new Uint32Array(sorted.length);
    this.numbers = new Uint32Array(sorted.length);
    sorted.forEach((pair, at) => {
      this.hashes[at] = Math.floor(pair / mostWords);
      this.numbers[at] = pair % mostWords;
    });
  }

  /** Words one slip away from this one, and not itself; in no order. */
  near(word: string): string[] {
    if (word.length < leastLength) return [];
    const found = new Set<string>();
    for (const hash of shortened(word)) {
      for (let at = this.first(hash); at < this.hashes.length && this.hashes[at] === hash; at++) {
        const other = this.spelled[this.numbers[at]!]!;
        if (other !== word && isOneSlip(word, other)) found.add(other);
      }
    }
    return [...found];
  }

  private first(hash: number): number {
    let low = 0;
    let high = this.hashes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.hashes[middle]! < hash) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Hashes of the word and of all that is left of it without one letter. */
function shortened(word: string): Set<number> {
  const hashes = new Set([hashOf(word, -1)]);
  for (let n = 0; n < word.length; n++) hashes.add(hashOf(word, n));
  return hashes;
}

/** FNV-1a of the word without one of its letters. */
function hashOf(word: string, without: number): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < word.length; n++) if (n !== without) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}

export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [left, right] = [endA - from, endB - from];
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
