import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paidGrams, priceOnLine, whyNotCarried } from './rating.ts';
import type { Parcel, Rates, Size } from './rating.ts';

const rates: Rates = {
  divisor: 8000,
  step: 10,
  maxGrams: 20_000,
  longestMm: 1500,
  girthMm: 3000,
  batteries: [],
  breaks: [
    { upTo: 500, base: { CNY: 1600n }, perKg: { CNY: 6200n } },
    { upTo: 2000, base: { CNY: 1800n }, perKg: { CNY: 5800n } },
    { upTo: 20_000, base: { CNY: 3000n }, perKg: { CNY: 4000n } },
  ],
};
const kettle: Parcel = { grams: 1180, sizeMm: [[220, 200, 240]], battery: false };

test('a box of 40 × 30 × 20 cm counts as 4.8, 4.0 or 3.0 kg, by the divisor', () => {
  const box = { grams: 900, sizeMm: [[400, 300, 200]] as Size[] };
  expect([5000, 6000, 8000].map((divisor) => paidGrams(box, { divisor, step: 1 }))).toEqual([4800, 4000, 3000]);
  expect(paidGrams({ ...box, grams: 3001 }, { divisor: 8000, step: 10 })).toBe(3010);
});

test('each piece of a parcel takes its room', () => {
  expect(
    paidGrams(
      {
        grams: 10,
        sizeMm: [
          [100, 100, 80],
          [100, 100, 80],
        ],
      },
      rates,
    ),
  ).toBe(200);
});

test('the kettle pays by its volume: 1.32 kg in the second break', () => {
  expect(priceOnLine(kettle, rates, 'CNY')).toBe(1800n + 7656n);
});

test('at a break the weight itself is still inside', () => {
  const at = (grams: number) => priceOnLine({ grams, sizeMm: [], battery: false }, rates, 'CNY');
  expect(at(500)).toBe(1600n + 3100n);
  expect(at(510)).toBe(1800n + 2958n);
});

test('a parcel that would be dearer than a heavier one is rated up', () => {
  const at = (grams: number) => priceOnLine({ grams, sizeMm: [], battery: false }, rates, 'CNY');
  // 2000 g would be 1800 + 11600; 2010 g are 3000 + 8040.
  expect(at(2000)).toBe(11_040n);
  expect(at(2010)).toBe(11_040n);
});

test('the price never falls as the weight grows', () => {
  const weight = fc.integer({ min: 0, max: 20_000 });
  fc.assert(
    fc.property(weight, weight, (a, b) => {
      const [light, heavy] = [Math.min(a, b), Math.max(a, b)].map((grams) =>
        priceOnLine({ grams, sizeMm: [], battery: false }, rates, 'CNY')!,
      );
      return light! <= heavy!;
    }),
  );
});

test('a currency without a price has none', () => {
  expect(priceOnLine(kettle, rates, 'JPY')).toBeUndefined();
});

test('what the line does not take, each with its reason', () => {
  expect(whyNotCarried(kettle, rates)).toBeUndefined();
  expect(whyNotCarried({ ...kettle, battery: true }, rates)).toBe('line_takes_no_batteries');
  expect(whyNotCarried({ ...kettle, battery: true }, { ...rates, batteries: ['in_equipment'] })).toBeUndefined();
  expect(whyNotCarried({ ...kettle, grams: 20_001 }, rates)).toBe('parcel_too_heavy');
  expect(whyNotCarried({ ...kettle, sizeMm: [[20, 1501, 20]] }, rates)).toBe('parcel_too_large');
  expect(whyNotCarried({ ...kettle, sizeMm: [[400, 700, 900]] }, { ...rates, divisor: 80_000 })).toBe(
    'parcel_too_large',
  );
});
