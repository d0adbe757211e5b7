/**
 * What the customs of each destination ask of a listing before a parcel of it may leave. Dated data in
 * `rules/destinations.json`; the asks are a list of named rules, so that adding one is adding a line.
 */
import { readFileSync } from 'node:fs';
import { dayOf } from '#kernel/period';
import type { Asking } from '#platform/work';
import type { Listing } from './listing.ts';

interface Destination {
  /** ISO 3166, or EU for its members. */
  code: string;
  /** A country of it, to ask what carriage costs. */
  carriageTo: string;
  hsDigits: number;
  /** Whether a description such as `gift` is turned back. */
  specific: boolean;
  since: string;
}

const rules = JSON.parse(readFileSync(new URL('./rules/destinations.json', import.meta.url), 'utf8')) as {
  destinations: Destination[];
  tooGeneral: string[];
};

export type AskName = 'hs' | 'origin' | 'weight' | 'description' | 'specific_description';

type Asked = Pick<Listing, 'titles' | 'hs' | 'origin' | 'variants'>;
interface AskRule {
  name: AskName;
  /** The field that answers it. */
  field: string;
  of: (destination: Destination) => boolean;
  isMet: (listing: Asked, destination: Destination) => boolean;
}

const general = new Set(rules.tooGeneral);
const isSpecific = (title: string): boolean => title !== '' && !general.has(title.trim().toLowerCase());

const asks: readonly AskRule[] = [
  { name: 'hs', field: 'hs', of: () => true, isMet: ({ hs }, { hsDigits }) => hs.length >= hsDigits },
  { name: 'origin', field: 'origin', of: () => true, isMet: ({ origin }) => origin !== '' },
  {
    name: 'weight',
    field: 'grams',
    of: () => true,
    isMet: ({ variants }) => variants.length > 0 && variants.every(({ grams }) => grams > 0),
  },
  // The Universal Postal Union takes English, French, or the language of the destination; English serves them all.
  {
    name: 'description',
    field: 'titles.en',
    of: ({ specific }) => !specific,
    isMet: ({ titles }) => (titles['en'] ?? '') !== '',
  },
  {
    name: 'specific_description',
    field: 'titles.en',
    of: ({ specific }) => specific,
    isMet: ({ titles }) => isSpecific(titles['en'] ?? ''),
  },
];

export interface DestinationAsks {
  code: string;
  carriageTo: string;
  hsDigits: number;
  asks: { name: AskName; field: string; met: boolean }[];
}

/** For each destination what it asks today, and whether the listing says it. */
export function askedBy(listing: Asked, day: string): DestinationAsks[] {
  return rules.destinations
    .filter(({ since }) => since <= day)
    .map((destination) => ({
      code: destination.code,
      carriageTo: destination.carriageTo,
      hsDigits: destination.hsDigits,
      asks: asks
        .filter((one) => one.of(destination))
        .map(({ name, field, isMet }) => ({ name, field, met: isMet(listing, destination) })),
    }));
}

/** The same, as of the house's day. Digital goods cross no border by parcel. */
export async function destinationAsks(ask: Asking, { listing }: { listing: Listing }): Promise<DestinationAsks[]> {
  return listing.kind === 'digital' ? [] : askedBy(listing, dayOf(ask.now));
}
