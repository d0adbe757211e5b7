/**
 * Documents of one language as an inverted index in typed arrays: made once, then only read. Everything that a question
 * needs stands here, so answering touches neither the database nor objects of other documents.
 */
import { analysed } from '../ranking/impacts.ts';
import type { Analysed, Line, Said } from '../ranking/impacts.ts';
import { wordsOf } from '../words/words.ts';
import { Growing, Names } from './lists.ts';
import type { Lists } from './lists.ts';

/** A product on sale, in one language: what it says, and what it is sifted by. */
export interface Entry extends Said {
  readonly product: string;
  /** From the root down, by id. */
  readonly categories: readonly string[];
  /** `code=value` for each attribute that can be chosen. */
  readonly facets: readonly string[];
}

export interface Form {
  readonly word: number;
  often: number;
}

export interface Segment {
  readonly locale: string;
  readonly products: readonly string[];
  /** A word's number. */
  readonly words: ReadonlyMap<string, number>;
  readonly spelled: readonly string[];
  /** As words are written, folded: what they are found as, and in how many documents they are written so. */
  readonly forms: ReadonlyMap<string, Form>;
  /** Documents in which a word stands, and beside them what it counts for there. */
  readonly postings: Lists;
  readonly impacts: Uint16Array;
  /** Title and beginning of the description, two lists a document, as numbers of words; and the part each plays. */
  readonly lines: Lists;
  readonly parts: Uint8Array;
  readonly categories: Lists;
  readonly categoryNames: readonly string[];
  /** What the leaves are called, as words, one list for each name that stands in it. */
  readonly called: ReadonlyMap<number, readonly (readonly string[])[]>;
  readonly facets: Lists;
  readonly facetNames: readonly string[];
}

export function segmentOf(locale: string, entries: Iterable<Entry>): Segment {
  const build = new Building(locale);
  for (const entry of entries) build.add(entry);
  return build.done();
}

class Building {
  private readonly products: string[] = [];
  private readonly words = new Names();
  private readonly forms = new Map<string, Form>();
  /** Word, impact, for each document. */
  private readonly said = new Growing();
  private readonly lines = new Growing();
  private readonly parts: number[] = [];
  private readonly leaves = new Names();
  private readonly categories = new Growing();
  private readonly called = new Map<number, readonly (readonly string[])[]>();
  private readonly facetNames = new Names();
  private readonly facets = new Growing();
  private readonly locale: string;

  constructor(locale: string) {
    this.locale = locale;
  }

  add(entry: Entry): void {
    this.products.push(entry.product);
    this.addWords(analysed(entry));
    for (const category of entry.categories) this.categories.push(this.leaves.of(category));
    this.categories.end();
    const leaf = entry.categories.at(-1);
    if (leaf !== undefined) this.call(this.leaves.of(leaf), entry.kind);
    for (const facet of entry.facets) this.facets.push(this.facetNames.of(facet));
    this.facets.end();
  }

  private addWords({ impacts, forms, title, brief }: Analysed): void {
    for (const [form, stem] of forms) {
      const known = this.forms.get(form);
      if (known) known.often++;
      else this.forms.set(form, { word: this.words.of(stem), often: 1 });
    }
    for (const [stem, impact] of impacts) {
      this.said.push(this.words.of(stem));
      this.said.push(impact);
    }
    this.said.end();
    for (const line of [title, brief]) {
      line.stems.forEach((stem, n) => {
        this.lines.push(this.words.of(stem));
        this.parts.push(line.parts[n]!);
      });
      this.lines.end();
    }
  }

  /** `Keyboards and mice` are keyboards, and are mice. */
  private call(leaf: number, kind: string): void {
    if (this.called.has(leaf) || kind === '') return;
    const names = kind
      .split(/,| and | & | e | и | و |和|、/)
      .map((name) => wordsOf(name, this.locale).map(({ stem }) => stem));
    this.called.set(
      leaf,
      names.filter(({ length }) => length > 0),
    );
  }

  done(): Segment {
    const { postings, impacts } = inverted(this.said.lists(), this.words.all.length);
    return {
      locale: this.locale,
      products: this.products,
      words: this.words.at,
      spelled: this.words.all,
      forms: this.forms,
      postings,
      impacts,
      lines: this.lines.lists(),
      parts: Uint8Array.from(this.parts),
      categories: this.categories.lists(),
      categoryNames: this.leaves.all,
      called: this.called,
      facets: this.facets.lists(),
      facetNames: this.facetNames.all,
    };
  }
}

/** From the words of each document to the documents of each word. */
function inverted({ starts, values }: Lists, words: number): { postings: Lists; impacts: Uint16Array } {
  const ends = new Uint32Array(words + 1);
  for (let n = 0; n < values.length; n += 2) ends[values[n]! + 1]!++;
  for (let word = 0; word < words; word++) ends[word + 1]! += ends[word]!;
  const docs = new Uint32Array(values.length / 2);
  const impacts = new Uint16Array(values.length / 2);
  const next = ends.slice(0, words);
  for (let doc = 0; doc + 1 < starts.length; doc++) {
    for (let n = starts[doc]!; n < starts[doc + 1]!; n += 2) {
      const at = next[values[n]!]!++;
      docs[at] = doc;
      impacts[at] = values[n + 1]!;
    }
  }
  return { postings: { starts: ends, values: docs }, impacts };
}

/** The title (0) or the beginning of the description (1) of a document. */
export function lineOf({ lines, parts, spelled }: Segment, doc: number, which: 0 | 1): Line {
  const from = lines.starts[doc * 2 + which]!;
  const to = lines.starts[doc * 2 + which + 1]!;
  return {
    stems: Array.from(lines.values.subarray(from, to), (word) => spelled[word]!),
    parts: Array.from(parts.subarray(from, to)) as Line['parts'][number][],
  };
}
