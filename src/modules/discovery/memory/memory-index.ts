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
import { Tongue } from './tongue.ts';

/** A change: a product as it is now, or that it is not on sale any more. */
export type Change = Entry | { readonly product: string; readonly gone: true };

export interface Question extends Omit<Wish, 'plan'> {
  readonly text: string;
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
    this.tongues = new Map();
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
    this.tongues = new Map();
  }

  tongue(locale: string): Tongue {
    let tongue = this.tongues.get(locale);
    if (!tongue) this.tongues.set(locale, (tongue = new Tongue(locale, this.segments, this.concepts)));
    return tongue;
  }

  ask({ text, ...wish }: Question): Answer {
    const tongue = this.tongue(wish.locale);
    const plan = tongue.plan(text);
    const shelves = this.segments.map((segment) => ({ segment, desk: this.deskOf(segment) }));
    return { ...find(shelves, tongue, { ...wish, plan }), instead: plan.instead };
  }

  private deskOf(segment: Segment): Desk {
    let desk = this.desks.get(segment);
    if (!desk) this.desks.set(segment, (desk = new Desk(segment.size)));
    return desk;
  }
}
