/** What is known of the words of one language, over all segments. */
import { planOf } from '../ranking/plan.ts';
import type { Lexicon, Near, Plan } from '../ranking/plan.ts';
import { Slips } from '../words/slips.ts';
import { stemmed } from '../words/stems.ts';
import { synonymsOf } from '../words/synonyms.ts';
import type { Word } from '../words/words.ts';
import type { Concepts } from './concepts.ts';
import { firstFrom, placeOf } from './lists.ts';
import type { Segment } from './segment.ts';
import type { Spoken } from './spoken.ts';

/** Of words that begin alike so many are looked at, and so many are given. */
const mostLooked = 2_000;
const mostBegun = 6;
/** Words that so many documents have both go well together, and nobody counts on. */
const enough = 400;

export class Tongue implements Lexicon {
  private readonly locale: string;
  private readonly segments: readonly Segment[];
  private readonly named: Concepts;
  private readonly own: readonly Spoken[];
  /** Languages that stand in for this one somewhere. */
  private readonly others: readonly string[];

  constructor(locale: string, segments: readonly Segment[], concepts: Concepts) {
    this.locale = locale;
    this.segments = segments;
    this.named = concepts;
    this.own = segments.flatMap(({ spoken }) => spoken.get(locale) ?? []);
    const speakers = new Set(segments.flatMap((segment) => [...segment.spoken.keys()]));
    this.others = [...speakers].filter((other) => other !== locale).sort();
  }

  plan(text: string, how?: { unfinished: boolean }): Plan {
    return planOf(text, this.locale, this, how);
  }

  frequency(stem: string, elsewhere?: string): number {
    if (elsewhere === 'concepts') return this.segments.reduce((sum, segment) => sum + haveConcept(segment, stem), 0);
    const spoken = elsewhere ? this.segments.flatMap((segment) => segment.spoken.get(elsewhere) ?? []) : this.own;
    return spoken.reduce((sum, one) => sum + documentsOf(one, stem).length, 0);
  }

  isWritten(folded: string): boolean {
    return (
      this.own.some(({ forms }) => placeOf(forms, folded) >= 0) ||
      this.named.isWritten(folded, this.locale) ||
      this.others.some((other) => this.isWrittenIn(other, folded))
    );
  }

  private isWrittenIn(other: string, folded: string): boolean {
    return this.segments.some(({ spoken }) => placeOf(spoken.get(other)?.forms ?? [], folded) >= 0);
  }

  near(typed: string): Near[] {
    const found = new Map<string, Near>();
    for (const spoken of this.own)
      for (const written of slipsOf(spoken).near(typed)) {
        const at = placeOf(spoken.forms, written);
        found.set(written, nearIn(spoken, at, found.get(written)));
      }
    for (const { written, stem } of this.named.near(typed, this.locale))
      if (!found.has(written)) found.set(written, { written, stem, often: 1, named: 1 });
    return [...found.values()];
  }

  /** As people write it, with its accents. */
  shown(folded: string): string {
    for (const { accented } of this.own) if (accented.has(folded)) return accented.get(folded)!;
    return folded;
  }

  /** The word that most documents have. */
  mostFrequent(): string {
    const [most] = this.own
      .flatMap((spoken) => spoken.words.map((word) => ({ word, often: documentsOf(spoken, word).length })))
      .sort((a, b) => b.often - a.often);
    return most?.word ?? '';
  }

  begun(folded: string): Near[] {
    const found = new Map<string, Near>();
    for (const spoken of this.own) {
      const from = firstFrom(spoken.forms, folded);
      for (let at = from; at < from + mostLooked && spoken.forms[at]?.startsWith(folded); at++) {
        const written = spoken.forms[at]!;
        found.set(written, nearIn(spoken, at, found.get(written)));
      }
    }
    return [...found.values()]
      .sort((a, b) => b.often - a.often || (a.written < b.written ? -1 : 1))
      .slice(0, mostBegun);
  }

  synonyms(stems: readonly string[]): readonly (readonly string[])[] {
    return synonymsOf(stems, this.locale);
  }

  concepts(stems: readonly string[]): readonly string[] {
    return this.named.called(stems, this.locale);
  }

  elsewhere(word: Word): { locale: string; stem: string }[] {
    return this.others.flatMap((locale) => {
      const stem = stemmed(word.folded, locale);
      return this.frequency(stem, locale) > 0 ? [{ locale, stem }] : [];
    });
  }

  together(one: string, other: string): { both: number; beside: number } {
    let [both, beside] = [0, 0];
    for (const spoken of this.own) {
      const [wordA, wordB] = [placeOf(spoken.words, one), placeOf(spoken.words, other)];
      if (wordA < 0 || wordB < 0) continue;
      const [a, b] = [documentsOf(spoken, one), documentsOf(spoken, other)];
      const [few, many] = a.length < b.length ? [a, b] : [b, a];
      let from = 0;
      for (const doc of few) {
        from = firstNotBelow(many, doc, from);
        if (many[from] !== doc) continue;
        both++;
        if (standsBefore(spoken, doc, wordA, wordB)) beside++;
        if (both === enough) return { both, beside };
      }
    }
    return { both, beside };
  }
}

/** The first place from one on where a sorted list holds no less: found by steps that grow, since it is mostly near. */
function firstNotBelow(list: Uint32Array, value: number, from: number): number {
  let step = 1;
  while (from + step < list.length && list[from + step]! < value) step *= 2;
  let low = from + (step >> 1);
  let high = Math.min(from + step, list.length);
  if (step === 1 && (from >= list.length || list[from]! >= value)) return from;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A form, with what was counted of it in another segment. */
function nearIn({ forms, formWords, formOften, words, heads }: Spoken, at: number, before: Near | undefined): Near {
  const word = formWords[at]!;
  return {
    written: forms[at]!,
    stem: words[word]!,
    often: formOften[at]! + (before?.often ?? 0),
    named: heads[word]! + (before?.named ?? 0),
  };
}

const slipsKept = new WeakMap<Spoken, Slips>();

function slipsOf(spoken: Spoken): Slips {
  let slips = slipsKept.get(spoken);
  if (!slips) slipsKept.set(spoken, (slips = new Slips(spoken.forms)));
  return slips;
}

const none = new Uint32Array(0);

function documentsOf({ words, postings: { starts, values } }: Spoken, stem: string): Uint32Array {
  const word = placeOf(words, stem);
  return word < 0 ? none : values.subarray(starts[word], starts[word + 1]);
}

function haveConcept({ categoryNames, inCategory, facetNames, ofFacet }: Segment, concept: string): number {
  const [names, { starts }] = concept.includes('=') ? [facetNames, ofFacet] : [categoryNames, inCategory];
  const n = names.indexOf(concept);
  return n < 0 ? 0 : starts[n + 1]! - starts[n]!;
}

/** In the title, or where the description begins. */
function standsBefore({ lines: { starts, values } }: Spoken, doc: number, one: number, other: number): boolean {
  for (let at = starts[doc * 2]!; at + 1 < starts[doc * 2 + 2]!; at++)
    if (values[at] === one && values[at + 1] === other) return true;
  return false;
}
