import { isCountry } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export type CountryRefusal = { no: 'country_not_known'; country: string };

/** A country by its two letters (ISO 3166-1), small or capital. */
export function checkCountry(text: string): Result<string, CountryRefusal> {
  const country = text.trim().toUpperCase();
  return isCountry(country) ? ok(country) : refuse({ no: 'country_not_known', country: text });
}
