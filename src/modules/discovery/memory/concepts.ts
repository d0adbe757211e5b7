/** What categories and the values of attributes are called in every language: so goods are found in languages that they do not speak. */
import { folded } from '../words/fold.ts';
import { namesIn } from '../words/names.ts';
import { wordsOf } from '../words/words.ts';
import { Slips } from '../words/slips.ts';

/** A category's id, or `code=value`; by locale, what it is called. */
export type ConceptNames = readonly (readonly [concept: string, names: Readonly<Record<string, string>>])[];

interface InLanguage {
  /** By the words of the name, as they are found, apart by spaces. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Words of names as they are written, folded, and as they are found: both lead to both. */
  readonly forms: ReadonlyMap<string, { readonly written: string; readonly stem: string }>;
  /** Categories and their names, folded, with spaces between words. */
  readonly categories: readonly { readonly id: string; readonly words: string }[];
}

const nothing: InLanguage = { byName: new Map(), forms: new Map(), categories: [] };

export class Concepts {
  private readonly names: ConceptNames;
  private readonly read = new Map<string, InLanguage>();
  private readonly slips = new Map<string, Slips>();

  constructor(names: ConceptNames) {
    this.names = names;
  }

  called(stems: readonly string[], locale: string): readonly string[] {
    return this.in(locale).byName.get(stems.join(' ')) ?? [];
  }

  /** Categories whose name, or a word in it, begins with the text. */
  begun(text: string, locale: string, most: number): string[] {
    const begin = folded(text.trim());
    if (begin === '') return [];
    const found = this.in(locale).categories.filter(({ words }) => ` ${words}`.includes(` ${begin}`));
    return found.slice(0, most).map(({ id }) => id);
  }

  isWritten(word: string, locale: string): boolean {
    return this.in(locale).forms.has(word);
  }

  near(typed: string, locale: string): { written: string; stem: string }[] {
    const { forms } = this.in(locale);
    let slips = this.slips.get(locale);
    if (!slips) this.slips.set(locale, (slips = new Slips([...forms.keys()])));
    return slips.near(typed).map((form) => forms.get(form)!);
  }

  private in(locale: string): InLanguage {
    let found = this.read.get(locale);
    if (!found) this.read.set(locale, (found = this.names.length === 0 ? nothing : this.readIn(locale)));
    return found;
  }

  private readIn(locale: string): InLanguage {
    const byName = new Map<string, string[]>();
    const categories: { id: string; words: string }[] = [];
    const forms = new Map<string, { written: string; stem: string }>();
    for (const [concept, names] of this.names) {
      const name = names[locale];
      if (!name) continue;
      if (!concept.includes('='))
        categories.push({ id: concept, words: folded(name).replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ') });
      for (const { folded: written, stem } of wordsOf(name, locale)) {
        forms.set(written, { written, stem });
        if (!forms.has(stem)) forms.set(stem, { written, stem });
      }
      for (const stems of namesIn(name, locale)) {
        const key = stems.join(' ');
        byName.set(key, [...(byName.get(key) ?? []), concept]);
      }
    }
    return { byName, forms, categories };
  }
}
