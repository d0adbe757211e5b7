/** A store's own carriage as its form sends it: fields `z.<n>.…`, read into zones. */
import { parseMoney } from '#kernel/money';
import { countries, countryName } from '#kernel/place';
import { ok } from '#kernel/result';
import type { CarriageZone } from '#modules/logistics';
import { no, number, optional, text, tick, typed, whole } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';
import { locales } from '#lib/words/locales.ts';
import { marked } from './marked.ts';

const most = 60;
const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

let byName: Map<string, string> | undefined;

/** Countries by their names in any of our languages, and by their letters. */
function known(): Map<string, string> {
  byName ??= new Map(
    countries.flatMap((code) => [
      [code.toLowerCase(), code] as const,
      ...locales.map((locale) => [plain(countryName(code, locale)), code] as const),
    ]),
  );
  return byName;
}

/** Names between commas, semicolons or line ends: `Brazil, PT; Angola`. What nobody knows is given back as it was typed. */
export function countriesIn(text: string): { codes: string[]; unknown: string[] } {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const name of names) {
    const code = known().get(plain(name));
    if (code) codes.add(code);
    else unknown.push(name);
  }
  return { codes: [...codes], unknown };
}

/** An amount that may be nothing; empty is nothing. */
function charge(currency: string): Reader<bigint> {
  return (entries, { locale }) => {
    const value = typed(entries);
    if (!value) return ok(0n);
    const read = parseMoney(value, currency, locale);
    if (read.ok) return read.value.minor >= 0n ? ok(read.value.minor) : no('too_small', { least: 0 });
    if (read.refusal.no === 'amount_too_fine') return no('amount_too_fine', { digits: read.refusal.digits });
    return read.refusal.no === 'amount_not_readable'
      ? no('not_an_amount', { example: read.refusal.example })
      : no('amount_too_large');
  };
}

/** The zones, and for each the number under which it stands in the form. */
export function readZones(form: Filled, currency: string) {
  const { t } = form.locals;
  const count = Math.min(most, Number(form.outcome.values['zones']) || 0);
  const numbers = Array.from({ length: count }, (_, n) => n);
  const taken = form.take(
    Object.fromEntries(numbers.flatMap((n) => shapeOf(`z.${n}`, currency))) as Record<string, Reader<unknown>>,
  );
  if (!taken.ok) return taken;
  const errors: Record<string, string> = {};
  const places: number[] = [];
  const zones: CarriageZone[] = [];
  for (const n of numbers) {
    const of = <T>(name: string) => taken.value[`z.${n}.${name}`] as T;
    const { codes, unknown } = countriesIn(of<string | undefined>('countries') ?? '');
    const zone = zoneOf(of, codes);
    const isBlank =
      !zone.name &&
      codes.length === 0 &&
      unknown.length === 0 &&
      !of<boolean>('everywhere') &&
      of<bigint>('base') === 0n;
    if (of<boolean>('drop') || isBlank) continue;
    if (!zone.name) errors[`z.${n}.name`] = t('field.missing');
    if (unknown.length > 0) errors[`z.${n}.countries`] = t('seller.carriage.unknown_country', { name: unknown[0]! });
    else if (zone.countries.length === 0) errors[`z.${n}.countries`] = t('refusal.zone_needs_countries');
    for (const end of ['from', 'to']) if (of(end) === undefined) errors[`z.${n}.${end}`] = t('field.missing');
    zones.push(zone);
    places.push(n);
  }
  if (Object.keys(errors).length > 0) return { ok: false as const, again: marked(form, errors) };
  return { ok: true as const, value: zones, places };
}

function zoneOf(of: <T>(name: string) => T, codes: string[]): CarriageZone {
  const free = of<bigint>('free');
  const heaviest = of<number | undefined>('kg');
  return {
    name: of<string | undefined>('name') ?? '',
    countries: of<boolean>('everywhere') ? [...codes, '*'] : codes,
    base: of<bigint>('base'),
    perKg: of<bigint>('perKg'),
    freeFrom: free > 0n ? free : null,
    maxGrams: heaviest ? Math.round(heaviest * 1000) : null,
    days: [of<number | undefined>('from') ?? 0, of<number | undefined>('to') ?? 0],
  };
}

function shapeOf(at: string, currency: string): [string, Reader<unknown>][] {
  const days = optional(whole({ most: 180 }));
  return [
    [`${at}.name`, optional(text({ most: 80 }))],
    [`${at}.countries`, optional(text({ most: 5000 }))],
    [`${at}.everywhere`, tick()],
    [`${at}.base`, charge(currency)],
    [`${at}.perKg`, charge(currency)],
    [`${at}.free`, charge(currency)],
    [`${at}.kg`, optional(number({ most: 10_000 }))],
    [`${at}.from`, days],
    [`${at}.to`, days],
    [`${at}.drop`, tick()],
  ];
}

/** At which field of the zone a refusal stands. */
const fields: Readonly<Record<string, string>> = {
  zone_needs_countries: 'countries',
  country_is_unknown: 'countries',
  country_is_in_two_zones: 'countries',
  amount_is_negative: 'base',
  days_are_not_a_span: 'to',
};

export function fieldsOfRefusal(
  refusal: { no: string; zone?: number },
  places: readonly number[],
): Record<string, string> {
  const field = fields[refusal.no];
  return field && refusal.zone !== undefined ? { [refusal.no]: `z.${places[refusal.zone]}.${field}` } : {};
}
