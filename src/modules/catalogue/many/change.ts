/** What may be done to many products at once. Pure: what a listing becomes by it, and what of it is kept to be taken back. */
import { percent } from '#kernel/money';
import type { Listing } from '../listing.ts';
import type { Battery } from '../product.ts';
import type { Tier } from '../price.ts';

export type Change =
  /** Hundredths of a per cent, up or down: -1000 is ten per cent less. */
  | { readonly what: 'price_percent'; readonly basisPoints: number }
  | { readonly what: 'price_amount'; readonly minor: bigint | string }
  | { readonly what: 'price_set'; readonly minor: bigint | string }
  | { readonly what: 'stock_set'; readonly count: number }
  | { readonly what: 'stock_add'; readonly count: number }
  | { readonly what: 'category'; readonly category: string }
  | { readonly what: 'customs'; readonly hs?: string; readonly origin?: string; readonly battery?: Battery }
  | { readonly what: 'packing'; readonly grams?: number; readonly sizeMm?: readonly [number, number, number] }
  | { readonly what: 'submit' }
  | { readonly what: 'withdraw' }
  | { readonly what: 'relist' };

export const changes = [
  'price_percent',
  'price_amount',
  'price_set',
  'stock_add',
  'stock_set',
  'category',
  'customs',
  'packing',
  'submit',
  'withdraw',
  'relist',
] as const satisfies readonly Change['what'][];
export type ChangeName = (typeof changes)[number];

/** The listing after the change; undefined for changes that are not of the listing. */
export function changedListing(listing: Listing, change: Change, currency: string): Listing | undefined {
  const ofTiers = (next: (tier: Tier) => bigint): Listing => ({
    ...listing,
    variants: listing.variants.map((one) => ({
      ...one,
      tiers: one.tiers.map((tier) => ({ ...tier, minor: next(tier) })),
    })),
  });
  switch (change.what) {
    case 'price_percent':
      return ofTiers(({ minor }) => percent({ currency, minor }, 10_000 + change.basisPoints, 'half_even').minor);
    case 'price_amount':
      return ofTiers(({ minor }) => minor + BigInt(change.minor));
    case 'price_set':
      // One price for all: steps for more pieces would no longer cost less.
      return {
        ...listing,
        variants: listing.variants.map((one) => ({
          ...one,
          tiers: [{ from: one.tiers[0]?.from ?? 1, minor: BigInt(change.minor) }],
        })),
      };
    case 'category':
      return { ...listing, category: change.category };
    case 'customs': {
      const { hs = listing.hs, origin = listing.origin, battery = listing.battery } = change;
      return { ...listing, hs, origin, battery };
    }
    case 'packing':
      return {
        ...listing,
        variants: listing.variants.map((one) => ({
          ...one,
          grams: change.grams ?? one.grams,
          sizeMm: change.sizeMm ?? one.sizeMm,
        })),
      };
    default:
      return undefined;
  }
}

/** The number on the shelf after the change; undefined where it is about something else. */
export function changedStock(onHand: number, change: Change): number | undefined {
  if (change.what === 'stock_set') return change.count;
  return change.what === 'stock_add' ? onHand + change.count : undefined;
}

/** What a change of a listing may touch, as it is kept to be taken back. */
export interface Touched {
  readonly category: string;
  readonly hs: string;
  readonly origin: string;
  readonly battery: Battery;
  readonly variants: readonly {
    readonly id: string;
    readonly tiers: readonly { readonly from: number; readonly minor: string }[];
    readonly grams: number;
    readonly sizeMm: readonly [number, number, number];
  }[];
}

export function touchedOf({ category, hs, origin, battery, variants }: Listing): Touched {
  const kept = variants.map(({ id, tiers, grams, sizeMm }) => ({
    id,
    tiers: tiers.map(({ from, minor }) => ({ from, minor: minor.toString() })),
    grams,
    sizeMm,
  }));
  return { category, hs, origin, battery, variants: kept };
}

export function withTouched(listing: Listing, { variants, ...plain }: Touched): Listing {
  return {
    ...listing,
    ...plain,
    variants: listing.variants.map((one) => {
      const kept = variants.find(({ id }) => id === one.id);
      if (!kept) return one;
      const tiers = kept.tiers.map(({ from, minor }) => ({ from, minor: BigInt(minor) }));
      return { ...one, tiers, grams: kept.grams, sizeMm: kept.sizeMm };
    }),
  };
}
