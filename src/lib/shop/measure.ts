/** Quantities with their units in the reader's words: a unit of the catalogue is a code, such as `mAh` or `months`. */
import { locale, t } from '#lib/words/words.ts';

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
/** The others stand among our own words. */
const worded = ['Nm', 'mAh', 'K', 'Wh', 'W', 'lm', 'rpm'] as const;

const measure = (unit: string): Intl.NumberFormat =>
  new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: /^(?:day|month|year)$/.test(unit) ? 'long' : 'short',
  });

export function measureText(value: number, code: string): string {
  const unit = written[code];
  if (unit) return measure(unit).format(value);
  const number = new Intl.NumberFormat(locale()).format(value);
  const known = worded.find((one) => one === code);
  if (known) return t(`unit.${known}`, { value: number });
  return code ? `${number} ${code}` : number;
}

/** The unit alone, as it stands beside a number of some size. */
export function unitText(code: string): string {
  const unit = written[code];
  if (!unit) {
    const known = worded.find((one) => one === code);
    return known ? t(`unit.${known}`, { value: '' }).trim() : code;
  }
  const parts = measure(unit).formatToParts(100);
  return parts.find(({ type }) => type === 'unit')?.value ?? code;
}

/** From a kilogram on in kilograms. */
export const weightText = (grams: number): string =>
  grams < 1000 ? measureText(grams, 'g') : measureText(grams / 1000, 'kg');
