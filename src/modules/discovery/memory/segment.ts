/**
 * Documents as a whole that can be searched: made once, then only read, but for those that are struck. Everything that a
 * question needs stands here, so answering touches neither the database nor objects of other documents.
 */
import type { SearchWords } from '#modules/catalogue';
import { bytesOf } from './ids.ts';
import { GrowingLists, Names, turned } from './lists.ts';
import type { Lists } from './lists.ts';
import { Speech } from './spoken.ts';
import type { Spoken } from './spoken.ts';

/** A product on sale: what it says, and what it is sifted by. */
export interface Entry {
  readonly product: string;
  readonly brand: string;
  /** From the root down, by id. */
  readonly categories: readonly string[];
  /** `code=value` for each attribute that can be chosen, and for its brand. */
  readonly facets: readonly string[];
  /** By language. */
  readonly said: Readonly<Record<string, SearchWords>>;
  readonly currency: string;
  /** Minor units. */
  readonly fromMinor: number;
  readonly minimum: number;
  readonly soldOut: boolean;
  readonly digital: boolean;
  /** How well it is liked, 0 to 255. */
  readonly standing: number;
  /** Milliseconds. */
  readonly listedAt: number;
}

export interface Segment {
  /** Of the products, in their order: a document's number is its place. */
  readonly ids: Uint8Array;
  readonly size: number;
  readonly spoken: ReadonlyMap<string, Spoken>;
  /** The languages, and by bit which of them each document speaks. */
  readonly locales: readonly string[];
  readonly speaks: Uint32Array;
  /** Which of them is read where a document does not speak the reader's. */
  readonly standsIn: Uint8Array;
  readonly categories: Lists;
  readonly categoryNames: readonly string[];
  readonly facets: Lists;
  readonly facetNames: readonly string[];
  /** The documents of each category and of each facet. */
  readonly inCategory: Lists;
  readonly ofFacet: Lists;
  readonly currencies: readonly string[];
  readonly money: Uint8Array;
  readonly prices: Float64Array;
  readonly minimums: Uint32Array;
  readonly soldOut: Uint8Array;
  readonly standing: Uint8Array;
  readonly listedAt: Float64Array;
  /** 1: struck since. */
  readonly gone: Uint8Array;
}

/** A number of 32 bits has room for so many. */
const mostLocales = 32;

/** Entries come in the order of their products' ids. */
export class Building {
  private readonly ids: string[] = [];
  private readonly speeches = new Map<string, Speech>();
  private readonly locales = new Names();
  private readonly speaks: number[] = [];
  private readonly standsIn: number[] = [];
  private readonly categoryNames = new Names();
  private readonly categories = new GrowingLists();
  private readonly facetNames = new Names();
  private readonly facets = new GrowingLists();
  private readonly currencies = new Names();
  private readonly plain: Pick<Entry, 'fromMinor' | 'minimum' | 'soldOut' | 'standing' | 'listedAt'>[] = [];
  private readonly money: number[] = [];

  add(entry: Entry): void {
    const doc = this.ids.length;
    const { product, brand, said, fromMinor, minimum, soldOut, standing, listedAt } = entry;
    this.ids.push(product);
    this.plain.push({ fromMinor, minimum, soldOut, standing, listedAt });
    this.money.push(this.currencies.of(entry.currency));
    for (const category of entry.categories) this.categories.push(this.categoryNames.of(category));
    this.categories.end();
    for (const facet of entry.facets) this.facets.push(this.facetNames.of(facet));
    this.facets.end();
    const leaf = entry.categories.at(-1);
    const spoken = Object.keys(said).slice(0, mostLocales);
    let speaks = 0;
    for (const locale of spoken) {
      const n = this.locales.of(locale);
      if (n >= mostLocales) continue;
      speaks |= 1 << n;
      let speech = this.speeches.get(locale);
      if (!speech) this.speeches.set(locale, (speech = new Speech(locale)));
      speech.add(
        doc,
        { ...said[locale]!, brand, locale },
        leaf === undefined ? undefined : this.categoryNames.of(leaf),
      );
    }
    this.speaks.push(speaks >>> 0);
    this.standsIn.push(this.locales.of('en' in said ? 'en' : (spoken[0] ?? 'en')));
  }

  done(): Segment {
    const size = this.ids.length;
    const [categories, facets] = [this.categories.lists(), this.facets.lists()];
    return {
      ids: bytesOf(this.ids),
      size,
      spoken: new Map([...this.speeches].map(([locale, speech]) => [locale, speech.done(size)])),
      locales: this.locales.all,
      speaks: Uint32Array.from(this.speaks),
      standsIn: Uint8Array.from(this.standsIn),
      categories,
      categoryNames: this.categoryNames.all,
      facets,
      facetNames: this.facetNames.all,
      inCategory: turned(categories, this.categoryNames.all.length),
      ofFacet: turned(facets, this.facetNames.all.length),
      currencies: this.currencies.all,
      money: Uint8Array.from(this.money),
      prices: Float64Array.from(this.plain, ({ fromMinor }) => fromMinor),
      minimums: Uint32Array.from(this.plain, ({ minimum }) => minimum),
      soldOut: Uint8Array.from(this.plain, ({ soldOut }) => Number(soldOut)),
      standing: Uint8Array.from(this.plain, ({ standing }) => standing),
      listedAt: Float64Array.from(this.plain, ({ listedAt }) => listedAt),
      gone: new Uint8Array(size),
    };
  }
}

export function segmentOf(entries: readonly Entry[]): Segment {
  const building = new Building();
  for (const entry of entries.toSorted((a, b) => (a.product < b.product ? -1 : 1))) building.add(entry);
  return building.done();
}
