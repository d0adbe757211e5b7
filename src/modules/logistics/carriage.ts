/** A store's own carriage: what it asks for sending its parcels itself. */
import { divideWhole } from '#kernel/decimal';
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { kept } from './kept.ts';

export interface CarriageZone {
  /** For the seller's own eyes, such as "Europe". */
  readonly name: string;
  /** ISO 3166, or `['*']`: everywhere that no other zone names. */
  readonly countries: readonly string[];
  /** Minor units of the store's currency: for a parcel, and for each kilogram. */
  readonly base: bigint;
  readonly perKg: bigint;
  /** Carriage is free for goods worth so much. */
  readonly freeFrom: bigint | null;
  readonly maxGrams: number | null;
  readonly days: readonly [number, number];
}

export interface Carriage {
  /** Null for a store that has said nothing. */
  readonly currency: string | null;
  readonly zones: readonly CarriageZone[];
}

interface ZoneRow {
  name: string;
  countries: string[];
  currency: string;
  base_minor: bigint;
  per_kg_minor: bigint;
  free_from_minor: bigint | null;
  max_grams: number | null;
  days_from: number;
  days_to: number;
}

export const carriage = kept<Carriage>('logistics.carriage', async (ask, store) => {
  const rows = await ask.many<ZoneRow>(sql`
    select name, countries, currency, base_minor, per_kg_minor, free_from_minor, max_grams, days_from, days_to
      from logistics.carriage_zones where store = ${store} order by zone`);
  return {
    currency: rows[0]?.currency ?? null,
    zones: rows.map((row) => ({
      name: row.name,
      countries: row.countries,
      base: row.base_minor,
      perKg: row.per_kg_minor,
      freeFrom: row.free_from_minor,
      maxGrams: row.max_grams,
      days: [row.days_from, row.days_to],
    })),
  };
});

/** What a store asks for sending its own parcels; no zones when it sends none, or has not said. */
export async function carriageOf(ask: Asking, { store }: { store: string }): Promise<Carriage> {
  if (!isId(store)) return { currency: null, zones: [] };
  return carriage.of(ask, store);
}

/** The zone that names the country, or the one for everywhere else. */
export function zoneFor(zones: readonly CarriageZone[], country: string): CarriageZone | undefined {
  return zones.find((zone) => zone.countries.includes(country)) ?? zones.find((zone) => zone.countries.includes('*'));
}

/** What the store asks for a parcel; undefined when it is too heavy. Rounded up to the minor unit, so that no gram is carried for nothing. */
export function carriagePrice(
  { base, perKg, freeFrom, maxGrams }: CarriageZone,
  { grams, goods }: { grams: number; goods: bigint },
): bigint | undefined {
  if (maxGrams !== null && grams > maxGrams) return undefined;
  if (freeFrom !== null && goods >= freeFrom) return 0n;
  return base + divideWhole(perKg * BigInt(grams), 1000n, 'up');
}
