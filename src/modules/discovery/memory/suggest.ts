/** What somebody may be about to type, from what is on sale. */
import { folded } from '../words/fold.ts';
import { wordsOf } from '../words/words.ts';
import type { Segment } from './segment.ts';
import type { Tongue } from './tongue.ts';

export interface Suggestions {
  /** Whole questions. */
  readonly texts: readonly string[];
  /** Categories that are called so, by id. */
  readonly categories: readonly string[];
  readonly brands: readonly string[];
}

const most = { texts: 6, categories: 3, brands: 2 } as const;

/** The last word is unfinished, unless a space follows it; it becomes one that goes with those before it. */
export function completed(tongue: Tongue, text: string, locale: string): string[] {
  const words = wordsOf(text, locale);
  const last = words.at(-1);
  if (!last || /\s$/.test(text)) return [];
  const before = words.at(-2);
  const begins = text.slice(0, text.length - last.written.length);
  return tongue
    .begun(last.folded)
    .filter(({ stem }) => !before || before.stem === stem || tongue.together(before.stem, stem).both > 0)
    .slice(0, most.texts)
    .map(({ written }) => begins + tongue.shown(written));
}

/** Brands by how they are written, folded, with their own spelling; the most frequent first. */
export interface Brand {
  readonly folded: string;
  readonly name: string;
}

export function brandsOf(segments: readonly Segment[]): Brand[] {
  const often = new Map<string, number>();
  for (const { facetNames, ofFacet } of segments)
    facetNames.forEach((name, n) => {
      if (!name.startsWith('brand=')) return;
      const brand = name.slice('brand='.length);
      often.set(brand, (often.get(brand) ?? 0) + ofFacet.starts[n + 1]! - ofFacet.starts[n]!);
    });
  return [...often]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name]) => ({ folded: folded(name), name }));
}

export function brandsThatBegin(brands: readonly Brand[], text: string): string[] {
  const found: string[] = [];
  const begin = folded(text.trim());
  if (begin === '') return found;
  for (const { folded: one, name } of brands) {
    if (one.startsWith(begin)) found.push(name);
    if (found.length === most.brands) break;
  }
  return found;
}

/** Of categories so many are shown. */
export const mostCategories = most.categories;
