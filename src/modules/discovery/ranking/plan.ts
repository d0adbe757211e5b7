/** What somebody typed, understood: its words, and for each what else may be meant by it. */
import { wordsOf } from '../words/words.ts';
import { halvesOf } from './halves.ts';
import { slipIn } from './slip-in.ts';

/** What the index knows of words. */
export interface Lexicon {
  /** In how many documents a word stands. */
  frequency(stem: string): number;
  /** In how many documents two words stand both, and in how many one after the other. */
  together(one: string, other: string): { readonly both: number; readonly beside: number };
  /** Whether a word is written like this anywhere. */
  isWritten(folded: string): boolean;
  /** Words that are one slip of the finger away from what was typed. */
  near(typed: string): readonly Near[];
  /** Other names for what these words say, as words. */
  synonyms(stems: readonly string[]): readonly (readonly string[])[];
}

export interface Near {
  readonly written: string;
  readonly stem: string;
  /** In how many documents it is written so. */
  readonly often: number;
}

/** Words that must all be there, and what finding them is worth beside the very word that was typed. */
export interface Alternative {
  readonly stems: readonly string[];
  readonly worth: number;
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

const worth = { synonym: 0.8, split: 0.9, joined: 0.95 };
/** More words say nothing. */
const mostWords = 12;
const mostForms = 24;

export function planOf(text: string, locale: string, lexicon: Lexicon): Plan {
  const words = [...new Map(wordsOf(text, locale).map((word) => [word.stem, word])).values()].slice(0, mostWords);
  const slip = slipIn(words, lexicon);
  const typed = words.map(({ stem }, n) => (n === slip?.at ? slip.meant[0]!.stem : stem));
  const wanted: Wanted[] = [];
  let forms: string[][] = [[]];
  for (let n = 0; n < typed.length;) {
    const two = n + 1 < typed.length ? pairOf(typed[n]!, typed[n + 1]!, lexicon) : undefined;
    const alternatives = two ?? alternativesOf(typed[n]!, lexicon);
    if (slip && slip.at >= n && slip.at < n + (two ? 2 : 1)) {
      for (const { stem, likely } of slip.meant.slice(1)) {
        const stems = two ? [typed[n]!, typed[n + 1]!].with(slip.at - n, stem) : [stem];
        alternatives.push({ stems, worth: likely });
      }
    }
    wanted.push({ alternatives, words: two ? 2 : 1 });
    const ways = alternatives.map(({ stems }) => stems);
    forms = forms.flatMap((form) => ways.map((stems) => [...form, ...stems])).slice(0, mostForms);
    n += two ? 2 : 1;
  }
  return { typed, wanted, forms, instead: slip && { typed: words[slip.at]!.folded, meant: slip.meant[0]!.written } };
}

/** Two words that have a name together: `smart watch` is a `smartwatch`, `mobile phone` a `smartphone`. */
function pairOf(one: string, other: string, lexicon: Lexicon): Alternative[] | undefined {
  const together = [
    ...(lexicon.frequency(one + other) > 0 ? [{ stems: [one + other], worth: worth.joined }] : []),
    ...lexicon.synonyms([one, other]).map((stems) => ({ stems, worth: worth.synonym })),
  ];
  return together.length > 0 ? [{ stems: [one, other], worth: 1 }, ...together] : undefined;
}

function alternativesOf(stem: string, lexicon: Lexicon): Alternative[] {
  return [
    { stems: [stem], worth: 1 },
    ...lexicon.synonyms([stem]).map((stems) => ({ stems, worth: worth.synonym })),
    ...halvesOf(stem, lexicon).map((stems) => ({ stems, worth: worth.split })),
  ];
}
