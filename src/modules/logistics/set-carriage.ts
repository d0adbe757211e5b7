import { isCountry } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { storesOf } from '#modules/parties';
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { carriage } from './carriage.ts';
import type { CarriageZone } from './carriage.ts';

/** Listed in the order in which they are checked; `zone` counts from 0. */
export type SetCarriageRefusal =
  | { no: 'store_not_found' }
  | { no: 'too_many_zones'; most: number }
  | { no: 'zone_needs_countries'; zone: number }
  | { no: 'country_is_unknown'; zone: number; country: string }
  | { no: 'country_is_in_two_zones'; zone: number; country: string }
  | { no: 'amount_is_negative'; zone: number }
  | { no: 'days_are_not_a_span'; zone: number };

const mostZones = 60;
const mostDays = 180;

/**
 * A store says anew what it asks for its own parcels; what it said before is gone. Amounts are in the store's currency.
 * An empty list: the store sends nothing itself.
 */
export async function setCarriage(
  work: Work,
  { store, zones }: { store: string; zones: readonly CarriageZone[] },
): Promise<Result<{ zones: number }, SetCarriageRefusal>> {
  const found = worksFor(work.by, store, 'orders') ? (await storesOf(work, { stores: [store] }))[0] : undefined;
  if (!found) return refuse({ no: 'store_not_found' });
  if (zones.length > mostZones) return refuse({ no: 'too_many_zones', most: mostZones });
  const problem = problemOf(zones);
  if (problem) return refuse(problem);

  await work.run(sql`delete from logistics.carriage_zones where store = ${store}`);
  await Promise.all(zones.map((zone, n) => work.run(insertZone(store, n, found.currency, zone))));
  carriage.changed(work, store);
  return ok({ zones: zones.length });
}

function problemOf(zones: readonly CarriageZone[]): SetCarriageRefusal | undefined {
  const seen = new Set<string>();
  for (const [zone, { countries, base, perKg, freeFrom, maxGrams, days }] of zones.entries()) {
    if (countries.length === 0) return { no: 'zone_needs_countries', zone };
    for (const country of countries) {
      if (country !== '*' && !isCountry(country)) return { no: 'country_is_unknown', zone, country };
      if (seen.has(country)) return { no: 'country_is_in_two_zones', zone, country };
      seen.add(country);
    }
    if (base < 0n || perKg < 0n || (freeFrom !== null && freeFrom <= 0n) || (maxGrams !== null && maxGrams <= 0))
      return { no: 'amount_is_negative', zone };
    if (days[0] < 0 || days[1] < days[0] || days[1] > mostDays) return { no: 'days_are_not_a_span', zone };
  }
  return undefined;
}

function insertZone(store: string, n: number, currency: string, zone: CarriageZone) {
  return sql`
    insert into logistics.carriage_zones (store, zone, name, countries, currency, base_minor, per_kg_minor, free_from_minor,
                                          max_grams, days_from, days_to)
    values (${store}, ${n}, ${zone.name}, ${zone.countries}, ${currency}, ${zone.base}, ${zone.perKg}, ${zone.freeFrom},
            ${zone.maxGrams}, ${zone.days[0]}, ${zone.days[1]})`;
}
