/** Quantities with their units in the page's words. */
import { measured, unitOf } from '#kernel/measure';
import type { UnitWords } from '#kernel/measure';
import { locale, t } from '#lib/words/words.ts';

const words = (): UnitWords => ({ locale: locale(), worded: (unit, number) => t(`unit.${unit}`, { value: number }) });

export const measureText = (value: number, code: string): string => measured(value, code, words());

/** The unit alone, as it stands beside a number of some size. */
export const unitText = (code: string): string => unitOf(code, words());

/** From a kilogram on in kilograms. */
export const weightText = (grams: number): string =>
  grams < 1000 ? measureText(grams, 'g') : measureText(grams / 1000, 'kg');
