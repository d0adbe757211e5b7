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

export function measureText(value: number, code: string): string {
  const unit = written[code];
  if (unit)
    return new Intl.NumberFormat(locale(), {
      style: 'unit',
      unit,
      unitDisplay: /^(?:day|month|year)$/.test(unit) ? 'long' : 'short',
    }).format(value);
  const number = new Intl.NumberFormat(locale()).format(value);
  const known = worded.find((one) => one === code);
  if (known) return t(`unit.${known}`, { value: number });
  return code ? `${number} ${code}` : number;
}

/** From a kilogram on in kilograms. */
export const weightText = (grams: number): string =>
  grams < 1000 ? measureText(grams, 'g') : measureText(grams / 1000, 'kg');
