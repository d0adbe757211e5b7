/** The variants of a listing as the editor's form sends them: `v.<key>.price.0`, one key for each. */
import type { Money } from '#kernel/money';
import type { Listing, VariantInput } from '#modules/catalogue';
import { amount, number, optional, text, tick, whole } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';
import { typedNumber } from '../seller/typed-number.ts';

/** So many steps of a price are asked for at once; a step left empty is none. */
export const mostTiers = 10;
const most = 200;

export type Values = Readonly<Record<string, unknown>>;

/** The ids of those that are there, and `new…`, in their order. */
export function keysIn({ outcome: { values } }: Filled): string[] {
  const sent = values['variant'] ?? [];
  return (Array.isArray(sent) ? sent : [sent]).filter((key) => /^[\w-]{1,40}$/.test(key)).slice(0, most);
}

/** In a grid numbers are text; what cannot be read as one stays as it is, for its reader to say so. */
function plainly<T>(reader: Reader<T>): Reader<T> {
  return (entries, reading) =>
    reader(
      entries.map((entry) => (typeof entry === 'string' ? (typedNumber(entry, reading.locale) ?? entry) : entry)),
      reading,
    );
}

const count = (limits: { least?: number; most: number }) => optional(plainly(whole(limits)));

export function variantShape(at: string, currency: string): [string, Reader<unknown>][] {
  const tiers = Array.from({ length: mostTiers }, (_, n): [string, Reader<unknown>][] => [
    [`${at}.from.${n}`, count({ least: 1, most: 1_000_000 })],
    [`${at}.price.${n}`, optional(amount(currency))],
  ]);
  const side = optional(plainly(number({ most: 1000 })));
  return [
    ...tiers.flat(),
    [`${at}.sku`, optional(text({ most: 60 }))],
    [`${at}.gtin`, optional(text({ most: 20 }))],
    [`${at}.grams`, count({ most: 1_000_000 })],
    [`${at}.length`, side],
    [`${at}.width`, side],
    [`${at}.height`, side],
    [`${at}.onHand`, count({ most: 10_000_000 })],
    [`${at}.was`, count({ most: 10_000_000 })],
    [`${at}.drop`, tick()],
  ];
}

export interface ReadVariant {
  input: VariantInput;
  errors: Record<string, 'missing'>;
  isBlank: boolean;
  /** Where it was counted anew. */
  counted: number | undefined;
}

export function readVariant(key: string, value: Values, listing: Listing): ReadVariant {
  const at = `v.${key}`;
  const of = <T>(name: string) => value[`${at}.${name}`] as T | undefined;
  const { tiers, errors } = readTiers(at, value);
  const known = listing.variants.find(({ id }) => id === key);
  const [length, width, height] = ['length', 'width', 'height'].map((side) => Math.round((of<number>(side) ?? 0) * 10));
  const [onHand, was] = [of<number>('onHand'), of<number>('was')];
  const input: VariantInput = {
    ...(known ? { id: known.id, choice: known.choice } : {}),
    sku: of<string>('sku') ?? '',
    gtin: of<string>('gtin') ?? '',
    // Without a price yet: a draft keeps the rest, and says what lacks.
    tiers: tiers.length > 0 ? tiers : [{ from: 1, minor: 0n }],
    grams: of<number>('grams') ?? 0,
    sizeMm: [length!, width!, height!],
    // A variant that is not on the shelf yet brings its number along.
    ...(was === undefined ? { onHand: onHand ?? known?.onHand ?? 0 } : {}),
  };
  const said = [input.sku, input.gtin, input.grams, length, width, height, onHand];
  return {
    input,
    errors,
    isBlank: !known && tiers.length === 0 && said.every((one) => !one),
    counted: was !== undefined && onHand !== undefined && onHand !== was ? onHand : undefined,
  };
}

function readTiers(at: string, value: Values) {
  const tiers: { from: number; minor: bigint }[] = [];
  const errors: Record<string, 'missing'> = {};
  for (let n = 0; n < mostTiers; n++) {
    const from = value[`${at}.from.${n}`] as number | undefined;
    const price = value[`${at}.price.${n}`] as Money | undefined;
    if (price) tiers.push({ from: from ?? 1, minor: price.minor });
    if (price && from === undefined && n > 0) errors[`${at}.from.${n}`] = 'missing';
    if (!price && from !== undefined && n > 0) errors[`${at}.price.${n}`] = 'missing';
    // The least order may be said before the price is.
    if (!price && from !== undefined && n === 0) tiers.push({ from, minor: 0n });
  }
  return { tiers: tiers.sort((a, b) => a.from - b.from), errors };
}

/** Price, weight and size of the first for all: for those without a script, who cannot copy down. */
export function alike(variants: VariantInput[]): VariantInput[] {
  const [first] = variants;
  if (!first) return variants;
  const { tiers, grams, sizeMm } = first;
  return variants.map((one) => ({
    ...one,
    tiers,
    ...(grams === undefined ? {} : { grams }),
    ...(sizeMm ? { sizeMm } : {}),
  }));
}
