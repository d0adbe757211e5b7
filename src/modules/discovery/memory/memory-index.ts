/** All that is on sale, to be searched: a large segment, and smaller ones of what came or changed since. */
import type { Plan } from '../ranking/plan.ts';
import { Concepts } from './concepts.ts';
import type { ConceptNames } from './concepts.ts';
import { Desk } from './desk.ts';
import { find } from './find.ts';
import type { Found, Wish } from './find.ts';
import { numberOf } from './ids.ts';
import { segmentOf } from './segment.ts';
import type { Entry, Segment } from './segment.ts';
import { brandsOf, brandsThatBegin, completed, mostCategories } from './suggest.ts';
import type { Brand, Suggestions } from './suggest.ts';
import { Tongue } from './tongue.ts';

/** So many suggestions are kept. */
const mostSuggested = 20_000;

/** A change: a product as it is now, or that it is not on sale any more. */
export type Change = Entry | { readonly product: string; readonly gone: true };

export interface Question extends Omit<Wish, 'plan'> {
  readonly text: string;
  /** The last word is still being typed. */
  readonly unfinished?: boolean;
}

export interface Answer extends Found {
  readonly instead: Plan['instead'];
}

export class MemoryIndex {
  private base: Segment;
  private readonly news = new Map<string, Entry>();
  private segments: readonly Segment[];
  private desks = new WeakMap<Segment, Desk>();
  private tongues = new Map<string, Tongue>();
  private concepts: Concepts;
  private suggested = new Map<string, Suggestions>();
  private brands: readonly Brand[] | undefined;

  constructor(base: Segment, names: ConceptNames = []) {
    this.base = base;
    this.segments = [base];
    this.concepts = new Concepts(names);
  }

  /** How many have come or changed since the large segment was made. */
  get fresh(): number {
    return this.news.size;
  }

  name(names: ConceptNames): void {
    this.concepts = new Concepts(names);
    this.forget();
  }

  take(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const change of changes) {
      const at = numberOf(this.base.ids, change.product);
      if (at >= 0) this.base.gone[at] = 1;
      if ('gone' in change) this.news.delete(change.product);
      else this.news.set(change.product, change);
    }
    this.segments = this.news.size > 0 ? [this.base, segmentOf([...this.news.values()])] : [this.base];
    this.forget();
  }

  private forget(): void {
    this.tongues = new Map();
    this.suggested = new Map();
    this.brands = undefined;
  }

  tongue(locale: string): Tongue {
    let tongue = this.tongues.get(locale);
    if (!tongue) this.tongues.set(locale, (tongue = new Tongue(locale, this.segments, this.concepts)));
    return tongue;
  }

  ask({ text, unfinished = false, ...wish }: Question): Answer {
    const tongue = this.tongue(wish.locale);
    const plan = tongue.plan(text, { unfinished });
    const shelves = this.segments.map((segment) => ({ segment, desk: this.deskOf(segment) }));
    return { ...find(shelves, tongue, { ...wish, plan }), instead: plan.instead };
  }

  /** What may be meant by a text that is being typed; what was asked lately is at hand. */
  suggest({ text, locale }: { readonly text: string; readonly locale: string }): Suggestions {
    const key = `${locale} ${text}`;
    let found = this.suggested.get(key);
    if (!found) {
      if (this.suggested.size >= mostSuggested) this.suggested.delete(this.suggested.keys().next().value!);
      this.brands ??= brandsOf(this.segments);
      found = {
        texts: completed(this.tongue(locale), text, locale),
        categories: this.concepts.begun(text, locale, mostCategories),
        brands: brandsThatBegin(this.brands, text),
      };
      this.suggested.set(key, found);
    }
    return found;
  }

  private deskOf(segment: Segment): Desk {
    let desk = this.desks.get(segment);
    if (!desk) this.desks.set(segment, (desk = new Desk(segment.size)));
    return desk;
  }
}
