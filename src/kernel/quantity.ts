import { divideWhole, tenTo } from './decimal.ts';
import { plainSpaces, readNumber } from './number-text.ts';
import { ok, refuse, type Result } from './result.ts';

/** Weights are whole grams, lengths whole millimetres; what is finer is rounded up, since carriers do. */
export interface Size {
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

export type WeightRefusal =
  | { no: 'weight_missing' }
  | { no: 'weight_not_readable'; example: string }
  | { no: 'weight_unit_missing'; units: string[] }
  | { no: 'weight_unit_not_known'; unit: string; units: string[] }
  | { no: 'weight_out_of_range'; most: number };

export type SizeRefusal =
  | { no: 'size_missing' }
  | { no: 'size_not_readable'; example: string }
  | { no: 'size_unit_missing'; units: string[] }
  | { no: 'size_unit_not_known'; unit: string; units: string[] }
  | { no: 'size_out_of_range'; most: number };

interface Reading {
  /** How the number is written; plain notation with a point if not said. */
  locale?: string;
  /** The unit of a number without one, where the form says it beside the field. */
  unit?: string;
}

/** A unit is exactly so many grams or millimetres: [numerator, denominator]. */
type Units = Readonly<Record<string, readonly [bigint, bigint]>>;

const weights: Units = {
  g: [1n, 1n],
  kg: [1000n, 1n],
  mg: [1n, 1000n],
  t: [1_000_000n, 1n],
  lb: [45_359_237n, 100_000n],
  oz: [28_349_523_125n, 1_000_000_000n],
};
const lengths: Units = { mm: [1n, 1n], cm: [10n, 1n], m: [1000n, 1n], in: [254n, 10n], ft: [3048n, 10n] };

/** Spellings that people and files use anywhere; the locale's own come from Intl. */
const spellings: Readonly<Record<string, string>> = {
  g: 'gram grams gr г гр 克 جم',
  kg: 'kgs kilo kilos кг 公斤 千克 كجم',
  mg: 'мг 毫克',
  t: 'ton tonne tonnes т 吨',
  lb: 'lbs pound pounds',
  oz: 'ounce ounces',
  mm: 'мм 毫米',
  cm: 'см 厘米 公分',
  m: 'м 米',
  in: 'inch inches " ″',
  ft: "foot feet ' ′",
};
const unitOf = new Map(
  Object.entries(spellings).flatMap(([unit, words]) => [unit, ...words.split(' ')].map((word) => [word, unit])),
);
const intlUnits = {
  g: 'gram',
  kg: 'kilogram',
  lb: 'pound',
  oz: 'ounce',
  mm: 'millimeter',
  cm: 'centimeter',
  m: 'meter',
  in: 'inch',
  ft: 'foot',
};

const MOST_GRAMS = 100_000_000;
const MOST_MILLIMETRES = 100_000;

/** '1.2 kg', '400 g', '2 lb'; '1,2 kg' in a locale that writes so. Grams, rounded up, from 1 to a hundred tonnes. */
export function parseWeight(text: string, reading: Reading = {}): Result<number, WeightRefusal> {
  const typed = plainSpaces(text);
  if (typed === '') return refuse({ no: 'weight_missing' });

  const read = readMeasure(typed, reading);
  if (!read) return refuse({ no: 'weight_not_readable', example: `${decimalExample(reading)} kg` });
  if (read.unit === '') return refuse({ no: 'weight_unit_missing', units: Object.keys(weights) });

  const grams = inUnits(weights, read);
  if (grams === undefined) return refuse({ no: 'weight_unit_not_known', unit: read.unit, units: Object.keys(weights) });
  if (grams < 1 || grams > MOST_GRAMS) return refuse({ no: 'weight_out_of_range', most: MOST_GRAMS });

  return ok(grams);
}

/** '30x20x10 cm', '30 × 20 × 10 cm', '30cm x 20cm x 10cm': length, width, height in millimetres, up to a hundred metres. */
export function parseSize(text: string, reading: Reading = {}): Result<Size, SizeRefusal> {
  const typed = plainSpaces(text);
  if (typed === '') return refuse({ no: 'size_missing' });

  const unreadable = refuse({ no: 'size_not_readable', example: '30 x 20 x 10 cm' });
  const sides = typed.split(/\s*[x×*х]\s*/i);
  const last = readMeasure(sides.at(-1) ?? '', reading);
  if (sides.length !== 3 || !last) return unreadable;
  if (last.unit === '') return refuse({ no: 'size_unit_missing', units: Object.keys(lengths) });

  const millimetres: number[] = [];
  for (const side of sides) {
    const read = readMeasure(side, { ...reading, unit: last.unit });
    if (!read) return unreadable;

    const length = inUnits(lengths, read);
    if (length === undefined)
      return refuse({ no: 'size_unit_not_known', unit: read.unit, units: Object.keys(lengths) });
    if (length < 1 || length > MOST_MILLIMETRES) return refuse({ no: 'size_out_of_range', most: MOST_MILLIMETRES });
    millimetres.push(length);
  }
  const [length = 0, width = 0, height = 0] = millimetres;
  return ok({ length, width, height });
}

/** From the longest side to the shortest. */
export const sidesOf = ({ length, width, height }: Size): [number, number, number] =>
  [length, width, height].sort((a, b) => b - a) as [number, number, number];

/** Twice the two shorter sides: with the longest it bounds what parcel lines take. */
export function girthOf(size: Size): number {
  const [, middle, shortest] = sidesOf(size);
  return 2 * (middle + shortest);
}

/** The weight in grams that a carrier counts for the room a parcel takes: cm³ divided by its divisor (cm³ a kilogram). */
export function volumetricGrams({ length, width, height }: Size, divisor: number): number {
  if (!(divisor > 0)) throw new RangeError(`not a divisor: ${divisor}`);
  return Math.ceil((length * width * height) / divisor);
}

export interface Rated {
  readonly grams: number;
  readonly size?: Size;
  /** cm³ a kilogram: 5000 express, 6000 air freight, 8000 some lines. None: the line does not rate by room. */
  readonly divisor?: number;
  /** Room counts only where it is more than so many times the weight; some lines say 2. */
  readonly roomOver?: number;
  /** Rounded up to whole steps of so many grams: 500 express, 1 or 10 post. */
  readonly step: number;
}

/** What a carrier charges for: the greater of weight and room, rounded up to its step. */
export function chargeableGrams({ grams, size, divisor, roomOver = 1, step }: Rated): number {
  if (!(grams > 0) || !(step > 0)) throw new RangeError(`not a weight and a step: ${grams}, ${step}`);
  const room = size && divisor ? volumetricGrams(size, divisor) : 0;
  return Math.ceil((room > grams * roomOver ? room : grams) / step) * step;
}

/** '1.2 kg' or '400 g', as the locale writes. */
export function formatWeight(grams: number, locale: string): string {
  const [amount, unit] = grams < 1000 ? [grams, 'gram'] : [grams / 1000, 'kilogram'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 3 }).format(amount);
}

/** '30 × 20 × 10 cm', as the locale writes. */
export function formatSize({ length, width, height }: Size, locale: string): string {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const last = new Intl.NumberFormat(locale, { style: 'unit', unit: 'centimeter', maximumFractionDigits: 1 });
  return `${plain.format(length / 10)} × ${plain.format(width / 10)} × ${last.format(height / 10)}`;
}

interface Measure {
  digits: bigint;
  scale: number;
  unit: string;
}

function readMeasure(text: string, { locale = 'en', unit = '' }: Reading): Measure | undefined {
  const [, number = '', suffix = ''] = /^([\p{Nd}.,'’٫٬ ]*\p{Nd})\s*(\P{Nd}*)$/u.exec(text) ?? [];
  const read = readNumber(number, locale);
  if (!read || read.negative) return undefined;

  const said = unitWord(suffix);
  const known = unitOf.get(said) ?? localeUnit(said, locale) ?? (said || unit);
  return { digits: BigInt(read.units + read.part), scale: read.part.length, unit: known };
}

const unitWord = (text: string) => plainSpaces(text).toLowerCase().replace(/\.$/, '');

/** The unit that the locale calls so: كجم is a kilogram in Arabic, ग्रा॰ a gram in Hindi. */
function localeUnit(said: string, locale: string): string | undefined {
  return Object.entries(intlUnits).find(([, unit]) =>
    (['short', 'long', 'narrow'] as const).some((unitDisplay) => {
      const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay });
      return [1, 5].some((count) => {
        const word = format.formatToParts(count).find((part) => part.type === 'unit')?.value;
        return word !== undefined && unitWord(word) === said;
      });
    }),
  )?.[0];
}

function inUnits(units: Units, { digits, scale, unit }: Measure): number | undefined {
  const [numerator, denominator] = Object.hasOwn(units, unit) ? units[unit]! : [0n, 0n];
  if (denominator === 0n) return undefined;
  return Number(divideWhole(digits * numerator, denominator * tenTo(scale), 'up'));
}

const decimalExample = ({ locale = 'en' }: Reading) => new Intl.NumberFormat(locale).format(1.2);
