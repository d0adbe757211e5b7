import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chargeableGrams,
  formatSize,
  formatWeight,
  girthOf,
  parseSize,
  parseWeight,
  sidesOf,
  volumetricGrams,
} from './quantity.ts';

const weight = (text: string, locale?: string, unit?: string) => {
  const result = parseWeight(text, { ...(locale && { locale }), ...(unit && { unit }) });
  return result.ok ? result.value : result.refusal.no;
};
const size = (text: string, locale?: string) => {
  const result = parseSize(text, locale ? { locale } : {});
  return result.ok ? Object.values(result.value) : result.refusal.no;
};

describe('weights', () => {
  test.each([
    ['1.2 kg', 'en', 1200],
    ['1.2kg', 'en', 1200],
    ['400 g', 'en', 400],
    ['1,200 g', 'en', 1200],
    ['1,2 kg', 'pt-BR', 1200],
    ['1.200 g', 'pt-BR', 1200],
    ['1,2 кг', 'ru', 1200],
    ['2公斤', 'zh-CN', 2000],
    ['١٫٢ كجم', 'ar-EG', 1200],
    ['1 lb', 'en', 454],
    ['2 lbs.', 'en', 908],
    ['1 oz', 'en', 29],
    ['0.4 g', 'en', 1],
    ['1500 mg', 'en', 2],
    ['0.5 t', 'en', 500_000],
    ['100 KG', 'en', 100_000],
  ])('%s in %s is %i grams', (text, locale, grams) => {
    expect(weight(text, locale)).toBe(grams);
  });

  test('where the form says the unit, the number alone will do', () => {
    expect(weight('400', 'en', 'g')).toBe(400);
    expect(weight('0.4 kg', 'en', 'g')).toBe(400);
  });

  test('what cannot be a weight is refused', () => {
    expect(weight('')).toBe('weight_missing');
    expect(weight('heavy')).toBe('weight_not_readable');
    expect(weight('-5 kg')).toBe('weight_not_readable');
    expect(weight('1.2.3 kg')).toBe('weight_not_readable');
    expect(weight('1.2 kg', 'pt-BR')).toBe('weight_not_readable');
    expect(weight('400')).toBe('weight_unit_missing');
    expect(weight('4 stone')).toBe('weight_unit_not_known');
    expect(weight('4 constructor')).toBe('weight_unit_not_known');
    expect(weight('0 kg')).toBe('weight_out_of_range');
    expect(weight('101 t')).toBe('weight_out_of_range');
    expect(parseWeight('abc', { locale: 'de' })).toEqual({
      ok: false,
      refusal: { no: 'weight_not_readable', example: '1,2 kg' },
    });
  });

  test('are shown as the locale writes', () => {
    expect(formatWeight(400, 'en')).toBe('400 g');
    expect(formatWeight(1200, 'pt-BR').replace('\u00a0', ' ')).toBe('1,2 kg');
    // From two on: for a single gram Arabic says the word without a number.
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 100_000_000 }),
        fc.constantFrom('en', 'pt-BR', 'ru', 'ar-EG', 'hi'),
        (grams, locale) => {
          expect(weight(formatWeight(grams, locale), locale)).toBe(grams);
        },
      ),
    );
  });
});

describe('sizes', () => {
  test.each([
    ['30x20x10 cm', 'en', [300, 200, 100]],
    ['30 × 20 × 10 cm', 'en', [300, 200, 100]],
    ['30cm x 20cm x 10cm', 'en', [300, 200, 100]],
    ['300*200*100mm', 'en', [300, 200, 100]],
    ['30,5 x 20 x 10 cm', 'de', [305, 200, 100]],
    ['30х20х10 см', 'ru', [300, 200, 100]],
    ['12 x 8 x 4 in', 'en', [305, 204, 102]],
    ['1 m x 20 cm x 5 mm', 'en', [1000, 200, 5]],
  ])('%s in %s', (text, locale, sides) => {
    expect(size(text, locale)).toEqual(sides);
  });

  test('what cannot be a size is refused', () => {
    expect(size(' ')).toBe('size_missing');
    expect(size('30x20 cm')).toBe('size_not_readable');
    expect(size('30x20x10x5 cm')).toBe('size_not_readable');
    expect(size('30xx10 cm')).toBe('size_not_readable');
    expect(size('30x20x10')).toBe('size_unit_missing');
    expect(size('30x20x10 mi')).toBe('size_unit_not_known');
    expect(size('30 mi x 20 x 10 cm')).toBe('size_unit_not_known');
    expect(size('30x0x10 cm')).toBe('size_out_of_range');
    expect(size('300x1x1 m')).toBe('size_out_of_range');
  });

  test('are shown as the locale writes', () => {
    expect(formatSize({ length: 305, width: 200, height: 100 }, 'de').replace('\u00a0', ' ')).toBe('30,5 × 20 × 10 cm');
  });

  test('know their sides and girth', () => {
    const parcel = { length: 200, width: 400, height: 300 };
    expect(sidesOf(parcel)).toEqual([400, 300, 200]);
    expect(girthOf(parcel)).toBe(1000);
  });
});

describe('chargeable weight', () => {
  const box = { length: 400, width: 300, height: 200 };

  test('the agreed cases', () => {
    expect([5000, 6000, 8000].map((divisor) => volumetricGrams(box, divisor))).toEqual([4800, 4000, 3000]);
    expect(chargeableGrams({ grams: 2100, size: box, divisor: 5000, step: 500 })).toBe(5000);
    expect(chargeableGrams({ grams: 5100, size: box, divisor: 5000, step: 500 })).toBe(5500);
    expect(chargeableGrams({ grams: 401, step: 1 })).toBe(401);
    expect(chargeableGrams({ grams: 401, step: 10 })).toBe(410);
    expect(chargeableGrams({ grams: 410, step: 10 })).toBe(410);
  });

  test('some lines count room only beyond twice the weight', () => {
    expect(chargeableGrams({ grams: 1500, size: box, divisor: 8000, roomOver: 2, step: 1 })).toBe(1500);
    expect(chargeableGrams({ grams: 1499, size: box, divisor: 8000, roomOver: 2, step: 1 })).toBe(3000);
  });

  test('is never less than the weight, and a whole number of steps', () => {
    const side = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.record({ length: side, width: side, height: side }),
        fc.constantFrom(1, 10, 100, 500),
        (grams, parcel, step) => {
          const charged = chargeableGrams({ grams, size: parcel, divisor: 5000, step });
          expect(charged).toBeGreaterThanOrEqual(grams);
          expect(charged).toBeGreaterThanOrEqual(volumetricGrams(parcel, 5000));
          expect(charged % step).toBe(0);
        },
      ),
    );
  });

  test('nothing to weigh, or no step, is a bug', () => {
    expect(() => chargeableGrams({ grams: 0, step: 1 })).toThrow('not a weight and a step');
    expect(() => chargeableGrams({ grams: 1, step: 0 })).toThrow('not a weight and a step');
    expect(() => volumetricGrams(box, 0)).toThrow('not a divisor');
  });
});
