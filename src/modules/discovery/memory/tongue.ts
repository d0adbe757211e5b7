/** Everything that is found in one language: its documents, what is known of its words, and the space to add up in. */
import { planOf } from '../ranking/plan.ts';
import type { Lexicon, Near, Plan } from '../ranking/plan.ts';
import { Slips } from '../words/slips.ts';
import { synonymsOf } from '../words/synonyms.ts';
import { Desk, find } from './find.ts';
import type { Found, Wish } from './find.ts';
import type { Segment } from './segment.ts';

export class Tongue implements Lexicon {
  readonly segment: Segment;
  private readonly desk: Desk;
  private slips: Slips | undefined;

  constructor(segment: Segment) {
    this.segment = segment;
    this.desk = new Desk(segment.products.length);
  }

  plan(text: string): Plan {
    return planOf(text, this.segment.locale, this);
  }

  find(wish: Wish): Found {
    return find(this.segment, this.desk, this, wish);
  }

  frequency(stem: string): number {
    const word = this.segment.words.get(stem);
    const { starts } = this.segment.postings;
    return word === undefined ? 0 : starts[word + 1]! - starts[word]!;
  }

  isWritten(folded: string): boolean {
    return this.segment.forms.has(folded);
  }

  near(typed: string): Near[] {
    this.slips ??= new Slips([...this.segment.forms.keys()]);
    return this.slips.near(typed).map((written) => {
      const { word, often } = this.segment.forms.get(written)!;
      return { written, stem: this.segment.spelled[word]!, often };
    });
  }

  synonyms(stems: readonly string[]): readonly (readonly string[])[] {
    return synonymsOf(stems, this.segment.locale);
  }

  together(one: string, other: string): { both: number; beside: number } {
    const [a, b] = [this.documentsOf(one), this.documentsOf(other)];
    const [wordA, wordB] = [this.segment.words.get(one), this.segment.words.get(other)];
    let [both, beside] = [0, 0];
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
      if (a[i]! < b[j]!) i++;
      else if (a[i]! > b[j]!) j++;
      else {
        both++;
        if (this.standsBefore(a[i]!, wordA!, wordB!)) beside++;
        i++;
        j++;
      }
    }
    return { both, beside };
  }

  private documentsOf(stem: string): Uint32Array {
    const word = this.segment.words.get(stem);
    const { starts, values } = this.segment.postings;
    return word === undefined ? new Uint32Array(0) : values.subarray(starts[word], starts[word + 1]);
  }

  /** In the title, or where the description begins. */
  private standsBefore(doc: number, one: number, other: number): boolean {
    const { starts, values } = this.segment.lines;
    for (let at = starts[doc * 2]!; at + 1 < starts[doc * 2 + 2]!; at++)
      if (values[at] === one && values[at + 1] === other) return true;
    return false;
  }
}
