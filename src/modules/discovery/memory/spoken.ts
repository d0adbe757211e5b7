/** What is said in one language: an inverted index in typed arrays, made once, then only read. */
import { analysed } from '../ranking/impacts.ts';
import type { Line, Said } from '../ranking/impacts.ts';
import { part } from '../words/parts.ts';
import { namesIn } from '../words/names.ts';
import { Growing, GrowingLists, Names } from './lists.ts';
import type { Lists } from './lists.ts';

export interface Spoken {
  readonly locale: string;
  /** Words as they are found, in their order. */
  readonly words: readonly string[];
  /** In how many documents a word names the thing itself in the title. */
  readonly heads: Uint32Array;
  /** As words are written, folded, in their order; what each is found as, and in how many documents it is written so. */
  readonly forms: readonly string[];
  readonly formWords: Uint32Array;
  readonly formOften: Uint32Array;
  /** How forms are written with their accents, where they have some. */
  readonly accented: ReadonlyMap<string, string>;
  /** Documents in which a word stands, and beside them what it counts for there. */
  readonly postings: Lists;
  readonly impacts: Uint16Array;
  /** Title and beginning of the description, two lists a document, as numbers of words; and the part each plays. */
  readonly lines: Lists;
  readonly parts: Uint8Array;
  /** What categories are called, as words, one list for each name that stands in it; by the category's number. */
  readonly called: readonly (readonly [number, readonly (readonly string[])[]])[];
}

/** Takes documents one after another, by their numbers; who does not speak the language is passed over. */
export class Speech {
  private readonly locale: string;
  private readonly words = new Names();
  private readonly forms = new Names();
  private readonly formWords = new Growing();
  private readonly formOften = new Growing();
  /** Document, word, impact. */
  private readonly said = new Growing();
  private readonly lines = new GrowingLists();
  private ended = 0;
  private readonly parts = new Growing();
  private readonly heads = new Growing();
  private readonly accented = new Map<string, string>();
  private readonly called = new Map<number, readonly (readonly string[])[]>();

  constructor(locale: string) {
    this.locale = locale;
  }

  add(doc: number, said: Said, leaf: number | undefined): void {
    const { impacts, forms, accented, title, brief } = analysed(said);
    for (const [form, written] of accented) if (!this.accented.has(form)) this.accented.set(form, written);
    for (const [form, stem] of forms) {
      const n = this.forms.of(form);
      if (n === this.formWords.length) {
        this.formWords.push(this.words.of(stem));
        this.formOften.push(0);
      }
      this.formOften.all()[n]!++;
    }
    for (const [stem, impact] of impacts) {
      this.said.push(doc);
      this.said.push(this.words.of(stem));
      this.said.push(impact);
    }
    this.linesUpTo(doc);
    for (const line of [title, brief]) this.addLine(line);
    for (const stem of new Set(title.stems.filter((_, n) => title.parts[n] === part.head))) {
      const n = this.words.of(stem);
      while (this.heads.length <= n) this.heads.push(0);
      this.heads.all()[n]!++;
    }
    if (leaf !== undefined && said.kind !== '' && !this.called.has(leaf))
      this.called.set(leaf, namesIn(said.kind, this.locale));
  }

  private addLine(line: Line): void {
    line.stems.forEach((stem, n) => {
      this.lines.push(this.words.of(stem));
      this.parts.push(line.parts[n]!);
    });
    this.lines.end();
    this.ended++;
  }

  private linesUpTo(doc: number): void {
    for (; this.ended < doc * 2; this.ended++) this.lines.end();
  }

  done(documents: number): Spoken {
    this.linesUpTo(documents);
    const words = this.words.sorted();
    const forms = this.forms.sorted();
    const [formWords, formOften] = [this.formWords.all(), this.formOften.all()];
    const placed = { formWords: new Uint32Array(formWords.length), formOften: new Uint32Array(formOften.length) };
    forms.places.forEach((place, n) => {
      placed.formWords[place] = words.places[formWords[n]!]!;
      placed.formOften[place] = formOften[n]!;
    });
    const heads = new Uint32Array(words.names.length);
    this.heads.all().forEach((often, n) => (heads[words.places[n]!] = often));
    const lines = this.lines.lists();
    for (let at = 0; at < lines.values.length; at++) lines.values[at] = words.places[lines.values[at]!]!;
    return {
      locale: this.locale,
      words: words.names,
      heads,
      forms: forms.names,
      ...placed,
      accented: this.accented,
      ...inverted(this.said.all(), words.places),
      lines,
      parts: Uint8Array.from(this.parts.all()),
      called: [...this.called],
    };
  }
}

/** From the words of each document to the documents of each word. */
function inverted(said: Uint32Array, places: Uint32Array): { postings: Lists; impacts: Uint16Array } {
  const starts = new Uint32Array(places.length + 1);
  for (let n = 1; n < said.length; n += 3) starts[places[said[n]!]! + 1]!++;
  for (let word = 0; word < places.length; word++) starts[word + 1]! += starts[word]!;
  const values = new Uint32Array(said.length / 3);
  const impacts = new Uint16Array(said.length / 3);
  const next = starts.slice(0, places.length);
  for (let n = 0; n < said.length; n += 3) {
    const at = next[places[said[n + 1]!]!]!++;
    values[at] = said[n]!;
    impacts[at] = said[n + 2]!;
  }
  return { postings: { starts, values }, impacts };
}

/** The title (0) or the beginning of the description (1) of a document. */
export function lineOf({ lines, parts, words }: Spoken, doc: number, which: 0 | 1): Line {
  const from = lines.starts[doc * 2 + which]!;
  const to = lines.starts[doc * 2 + which + 1]!;
  return {
    stems: Array.from(lines.values.subarray(from, to), (word) => words[word]!),
    parts: Array.from(parts.subarray(from, to)) as Line['parts'][number][],
  };
}
