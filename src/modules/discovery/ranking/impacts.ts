/**
 * What each word of a document counts for when it is asked: the first half of the ranking, made when a product changes and
 * not when somebody seeks. Whole numbers, so that every engine adds up to the same.
 *
 * BM25 within a field (Robertson and Walker 1994), and of several fields the best one (Kim and Croft's observation, that a
 * person means one field with a word): words said again in a second field add nothing, so texts gain nothing by repeating.
 * Average lengths are fixed: a product's impacts do not change because others come.
 */
import { partsOf } from '../words/parts.ts';
import type { Part } from '../words/parts.ts';
import { wordsOf } from '../words/words.ts';
import type { Word } from '../words/words.ts';

/** What a product says of itself in one language. */
export interface Said {
  readonly locale: string;
  readonly title: string;
  readonly brand: string;
  /** The name of its category. */
  readonly kind: string;
  /** Its attributes' values, apart by a line or a semicolon. */
  readonly attributes: string;
  readonly description: string;
}

/** The words that decide an order: those of the title and of the description's beginning, each with the part it plays. */
export interface Line {
  readonly stems: readonly string[];
  readonly parts: readonly Part[];
}

export interface Analysed {
  /** 0 to 1,000 for each word. */
  readonly impacts: ReadonlyMap<string, number>;
  /** Each word as it is written, folded, and what it is found as. */
  readonly forms: ReadonlyMap<string, string>;
  /** How it is written with its accents, where it has some. */
  readonly accented: ReadonlyMap<string, string>;
  readonly title: Line;
  readonly brief: Line;
}

/** So many words of a description are its beginning; so many are read at all. */
const brief = 24;
const most = 1_000;
const k1 = 1.2;
const b = 0.75;
/** How much a field counts, and how long it is as a rule, in words. */
const fields = {
  title: { weight: 1, usual: 13 },
  brief: { weight: 1, usual: 12 },
  brand: { weight: 0.5, usual: 2 },
  kind: { weight: 0.6, usual: 3 },
  attributes: { weight: 0.4, usual: 30 },
  rest: { weight: 0.2, usual: 100 },
} as const;

export function analysed(said: Said): Analysed {
  const { locale } = said;
  const title = wordsOf(said.title, locale);
  const description = wordsOf(said.description, locale).slice(0, most);
  const begins = description.slice(0, brief);
  const all = {
    title,
    brief: begins,
    brand: wordsOf(said.brand, locale),
    kind: wordsOf(said.kind, locale),
    attributes: wordsOf(said.attributes, locale),
    rest: description.slice(brief),
  };
  const impacts = new Map<string, number>();
  const forms = new Map<string, string>();
  const accented = new Map<string, string>();
  for (const [field, words] of Object.entries(all)) {
    weigh(impacts, words, fields[field as keyof typeof fields]);
    for (const { folded, stem, written } of words) {
      forms.set(folded, stem);
      const small = written.toLowerCase();
      if (small !== folded) accented.set(folded, small);
    }
  }
  return { impacts, forms, accented, title: lineOf(title, locale), brief: lineOf(begins, locale) };
}

function weigh(
  impacts: Map<string, number>,
  words: readonly Word[],
  { weight, usual }: { weight: number; usual: number },
): void {
  const counts = new Map<string, number>();
  for (const { stem } of words) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const length = k1 * (1 - b + (b * words.length) / usual);
  for (const [stem, count] of counts) {
    const impact = Math.round((1000 * weight * count) / (count + length));
    if (impact > (impacts.get(stem) ?? 0)) impacts.set(stem, impact);
  }
}

const lineOf = (words: readonly Word[], locale: string): Line => ({
  stems: words.map(({ stem }) => stem),
  parts: partsOf(words, locale),
});
