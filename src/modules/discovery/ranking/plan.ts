/** What somebody typed, understood: its words, and for each what else may be meant by it. */
import { wordsOf } from '../words/words.ts';
import type { Word } from '../words/words.ts';
import { halvesOf } from './halves.ts';
import { slipIn } from './slip-in.ts';

/** What the index knows of words. */
export interface Lexicon {
  /** In how many documents a word stands: of the language asked in, or elsewhere, as an alternative says it. */
  frequency(stem: string, elsewhere?: string): number;
  /** In how many documents two words stand both, and in how many one after the other. */
  together(one: string, other: string): { readonly both: number; readonly beside: number };
  /** Whether a word is written like this anywhere. */
  isWritten(folded: string): boolean;
  /** Words that are one slip of the finger away from what was typed. */
  near(typed: string): readonly Near[];
  /** Words that begin so, the most frequent first; some of them, if they are many. */
  begun(folded: string): readonly Near[];
  /** Other names for what these words say, as words. */
  synonyms(stems: readonly string[]): readonly (readonly string[])[];
  /** Categories, and values of attributes, that are called so in the language asked in. */
  concepts(stems: readonly string[]): readonly string[];
  /** How a word is found in other languages that stand in where this one is not spoken. */
  elsewhere(word: Word): readonly { readonly locale: string; readonly stem: string }[];
}

export interface Near {
  readonly written: string;
  readonly stem: string;
  /** In how many documents it is written so. */
  readonly often: number;
  /** In how many it, in any form, is what the thing itself is called. */
  readonly named: number;
}

/** Words that must all be there, and what finding them is worth beside the very word that was typed. */
export interface Alternative {
  readonly stems: readonly string[];
  readonly worth: number;
  /** In documents that do not speak the language asked in: their own language, or `concepts`, where the one stem is the concept's name. */
  readonly elsewhere?: string;
}

/** One thing that was asked for. */
export interface Wanted {
  readonly alternatives: readonly Alternative[];
  /** How many of the typed words it stands for. */
  readonly words: number;
}

export interface Plan {
  readonly typed: readonly string[];
  readonly wanted: readonly Wanted[];
  /** The whole question in all its forms, the typed one first: for order and closeness of words. */
  readonly forms: readonly (readonly string[])[];
  /** What was taken for a slip of the finger, and for what: as written. */
  readonly instead: { readonly typed: string; readonly meant: string } | undefined;
}

const worth = { synonym: 0.8, split: 0.9, joined: 0.95, begun: 0.9, elsewhere: 0.9, concept: 0.8 };
/** More words say nothing. */
const mostWords = 12;
const mostForms = 24;

/** `unfinished`: the last word is still being typed. */
export function planOf(text: string, locale: string, lexicon: Lexicon, { unfinished = false } = {}): Plan {
  const words = [...new Map(wordsOf(text, locale).map((word) => [word.stem, word])).values()].slice(0, mostWords);
  const going = unfinished ? begunBy(words.at(-1), lexicon) : [];
  const slip = slipIn(going.length > 0 ? words.slice(0, -1) : words, lexicon);
  const begun = slip || going.length > 0 ? going : begunBy(words.at(-1), lexicon);
  const typed = words.map(({ stem }, n) => (n === slip?.at ? slip.meant[0]!.stem : stem));
  const wanted: Wanted[] = [];
  let forms: string[][] = [[]];
  for (let n = 0; n < typed.length;) {
    const two = n + 1 < typed.length ? pairOf(typed[n]!, typed[n + 1]!, lexicon) : undefined;
    const alternatives = two ?? alternativesOf(typed[n]!, lexicon);
    alternatives.push(...elsewhereOf(words, typed, n, lexicon));
    if (n + (two ? 2 : 1) === typed.length)
      for (const { stem } of begun) alternatives.push({ stems: two ? [typed[n]!, stem] : [stem], worth: worth.begun });
    if (slip && slip.at >= n && slip.at < n + (two ? 2 : 1)) {
      for (const { stem, likely } of slip.meant.slice(1)) {
        const stems = two ? [typed[n]!, typed[n + 1]!].with(slip.at - n, stem) : [stem];
        alternatives.push({ stems, worth: likely });
      }
    }
    wanted.push({ alternatives, words: two ? 2 : 1 });
    const ways = alternatives.filter(({ elsewhere }) => elsewhere !== 'concepts').map(({ stems }) => stems);
    forms = forms.flatMap((form) => ways.map((stems) => [...form, ...stems])).slice(0, mostForms);
    n += two ? 2 : 1;
  }
  return { typed, wanted, forms, instead: slip && { typed: words[slip.at]!.folded, meant: slip.meant[0]!.written } };
}

/** The last word may be unfinished: nobody writes it so, but words begin so. */
function begunBy(last: Word | undefined, lexicon: Lexicon): readonly Near[] {
  if (!last || last.folded.length < 2 || lexicon.isWritten(last.folded)) return [];
  return lexicon.begun(last.folded);
}

/** Two words that have a name together: `smart watch` is a `smartwatch`, `mobile phone` a `smartphone`. */
function pairOf(one: string, other: string, lexicon: Lexicon): Alternative[] | undefined {
  const together = [
    ...(lexicon.frequency(one + other) > 0 ? [{ stems: [one + other], worth: worth.joined }] : []),
    ...lexicon.synonyms([one, other]).map((stems) => ({ stems, worth: worth.synonym })),
  ];
  return together.length > 0 ? [{ stems: [one, other], worth: 1 }, ...together] : undefined;
}

/** A name of a category is at most so many words. */
const mostInName = 3;

/** For documents that speak another language: a word as that one has it, and what it names in every language, alone or with those beside it. */
function elsewhereOf(words: readonly Word[], typed: readonly string[], at: number, lexicon: Lexicon): Alternative[] {
  const there = lexicon
    .elsewhere(words[at]!)
    .map(({ locale, stem }) => ({ stems: [stem], worth: worth.elsewhere, elsewhere: locale }));
  const concepts = new Set<string>();
  for (let from = Math.max(0, at - mostInName + 1); from <= at; from++)
    for (let to = at + 1; to <= Math.min(typed.length, from + mostInName); to++)
      for (const concept of lexicon.concepts(typed.slice(from, to))) concepts.add(concept);
  return [
    ...there,
    ...[...concepts].map((concept) => ({ stems: [concept], worth: worth.concept, elsewhere: 'concepts' })),
  ];
}

function alternativesOf(stem: string, lexicon: Lexicon): Alternative[] {
  return [
    { stems: [stem], worth: 1 },
    ...lexicon.synonyms([stem]).map((stems) => ({ stems, worth: worth.synonym })),
    ...halvesOf(stem, lexicon).map((stems) => ({ stems, worth: worth.split })),
  ];
}
