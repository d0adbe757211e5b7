/** Quantities with their units as readers of a language write them: a unit of the catalogue is a code, such as `mAh` or `months`. */

/** Units that every browser and server can write in all languages. */
const written: Readonly<Record<string, string>> = {
  g: 'gram',
  kg: 'kilogram',
  mm: 'millimeter',
  cm: 'centimeter',
  m: 'meter',
  in: 'inch',
  ml: 'milliliter',
  l: 'liter',
  GB: 'gigabyte',
  h: 'hour',
  days: 'day',
  months: 'month',
  years: 'year',
};

/** The others stand among our own words, as `unit.mAh` and so on. */
export const wordedUnits = ['Nm', 'mAh', 'K', 'Wh', 'W', 'lm', 'rpm'] as const;
export type WordedUnit = (typeof wordedUnits)[number];

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, unit: string | undefined): Intl.NumberFormat {
  const name = `${locale} ${unit}`;
  let found = formats.get(name);
  if (!found) {
    const unitDisplay = unit && /^(?:day|month|year)$/.test(unit) ? 'long' : 'short';
    found = new Intl.NumberFormat(locale, unit ? { style: 'unit', unit, unitDisplay } : {});
    formats.set(name, found);
  }
  return found;
}

export interface UnitWords {
  locale: string;
  /** Writes a number with one of our own units. */
  worded: (unit: WordedUnit, number: string) => string;
}

export function measured(value: number, code: string, { locale, worded }: UnitWords): string {
  const unit = written[code];
  const number = formatOf(locale, unit).format(value);
  if (unit) return number;
  const known = wordedUnits.find((one) => one === code);
  if (known) return worded(known, number);
  return code ? `${number} ${code}` : number;
}

/** The unit alone, as it stands beside a number of some size. */
export function unitOf(code: string, { locale, worded }: UnitWords): string {
  const unit = written[code];
  if (!unit) {
    const known = wordedUnits.find((one) => one === code);
    return known ? worded(known, '').trim() : code;
  }
  const parts = formatOf(locale, unit).formatToParts(100);
  return parts.find(({ type }) => type === 'unit')?.value ?? code;
}
