/** What a parcel costs on a line: pure rules over one zone's rates. */
import { divideWhole } from '#kernel/decimal';
import { chargeableGrams, girthOf, sidesOf, volumetricGrams } from '#kernel/quantity';
import type { Size as Box } from '#kernel/quantity';

/** Length, width, height in millimetres. */
export type Size = readonly [number, number, number];

export interface Parcel {
  readonly grams: number;
  /** The pieces; what they measure together is taken as the parcel's volume. */
  readonly sizeMm: readonly Size[];
  readonly battery: boolean;
}

/** Amounts in minor units by currency. */
export type Amounts = Readonly<Record<string, bigint>>;

export interface WeightBreak {
  /** Up to and including so many grams. */
  readonly upTo: number;
  readonly base: Amounts;
  readonly perKg: Amounts;
}

/** The rates of one zone of a line, as far as a price depends on them. */
export interface Rates {
  /** Cubic centimetres that count as a kilogram; mm³ ÷ divisor are grams. */
  readonly divisor: number;
  /** Weights are rounded up to so many grams. */
  readonly step: number;
  readonly maxGrams: number;
  readonly longestMm: number;
  /** Length and girth (twice width and height) together. */
  readonly girthMm: number;
  /** Which batteries may travel: 'in_equipment' is UN 3481, packing instruction 967. */
  readonly batteries: readonly string[];
  /** Ascending. */
  readonly breaks: readonly WeightBreak[];
}

const boxOf = ([length, width, height]: Size): Box => ({ length, width, height });

/**
 * The weight that is paid for: the actual or the volumetric one, whichever is more, rounded up to the step.
 * 40 × 30 × 20 cm are 3.0 kg at a divisor of 8000, 4.8 kg at 5000.
 */
export function paidGrams(
  { grams, sizeMm }: Pick<Parcel, 'grams' | 'sizeMm'>,
  { divisor, step }: Pick<Rates, 'divisor' | 'step'>,
): number {
  const room = sizeMm.reduce((total, size) => total + volumetricGrams(boxOf(size), divisor), 0);
  return chargeableGrams({ grams: Math.max(1, grams, room), step });
}

export type NotCarried = 'parcel_too_heavy' | 'parcel_too_large' | 'line_takes_no_batteries';

/** Why a line does not take a parcel, in the order in which a clerk looks; undefined when it does. */
export function whyNotCarried(parcel: Parcel, rates: Rates): NotCarried | undefined {
  if (parcel.battery && !rates.batteries.includes('in_equipment')) return 'line_takes_no_batteries';
  if (paidGrams(parcel, rates) > Math.min(rates.maxGrams, rates.breaks.at(-1)?.upTo ?? 0)) return 'parcel_too_heavy';
  if (parcel.sizeMm.some((size) => tooLarge(size, rates))) return 'parcel_too_large';
  return undefined;
}

function tooLarge(size: Size, { longestMm, girthMm }: Rates): boolean {
  const box = boxOf(size);
  const [longest] = sidesOf(box);
  return longest > longestMm || longest + girthOf(box) > girthMm;
}

/**
 * The price in minor units of the currency; undefined when the line has no price in it. A parcel that would be dearer
 * than a heavier one is rated up: it pays what the lightest parcel of the next break pays.
 */
export function priceOnLine(parcel: Parcel, rates: Rates, currency: string): bigint | undefined {
  const weight = paidGrams(parcel, rates);
  let least: bigint | undefined;
  let lightest = 0;
  for (const one of rates.breaks) {
    if (one.upTo >= weight) {
      const price = priceOf(one, Math.max(weight, lightest), currency);
      if (price === undefined) return undefined;
      if (least === undefined || price < least) least = price;
    }
    lightest = one.upTo + rates.step;
  }
  return least;
}

/** Half up, once: the fraction of the minor unit of so many grams at a price by the kilogram. */
function priceOf({ base, perKg }: WeightBreak, grams: number, currency: string): bigint | undefined {
  const [fixed, byWeight] = [base[currency], perKg[currency]];
  return fixed === undefined || byWeight === undefined
    ? undefined
    : fixed + divideWhole(byWeight * BigInt(grams), 1000n, 'half_up');
}
