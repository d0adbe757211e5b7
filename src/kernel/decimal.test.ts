import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareDecimals,
  divide,
  divideWhole,
  multiply,
  parseDecimal,
  plainDecimal,
  roundTo,
  trimmed,
} from './decimal.ts';
import { must } from './result.ts';

const decimal = (text: string) => must(parseDecimal(text));
const anyDecimal = fc.record({
  digits: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.nat({ max: 30 }),
});

describe('decimal', () => {
  test('is read exactly, zeros at the end included', () => {
    expect(decimal('5.1200')).toEqual({ digits: 51200n, scale: 4 });
    expect(decimal('-0.05')).toEqual({ digits: -5n, scale: 2 });
    expect(decimal('12')).toEqual({ digits: 12n, scale: 0 });
    expect(plainDecimal({ digits: -5n, scale: 2 })).toBe('-0.05');
    expect(trimmed(decimal('5.1200'))).toEqual(decimal('5.12'));
    expect(trimmed(decimal('100'))).toEqual(decimal('100'));
    fc.assert(
      fc.property(anyDecimal, (number) => {
        expect(decimal(plainDecimal(number))).toEqual(number);
      }),
    );
  });

  test('other notations are refused', () => {
    for (const text of ['', '.5', '5.', '1,5', '1e3', '0x10', '+1', 'N/A', '1.2.3']) {
      expect(parseDecimal(text)).toEqual({ ok: false, refusal: { no: 'number_not_readable', text } });
    }
  });

  test('rounds in the named way, away from zero alike', () => {
    const ways = (dividend: bigint) =>
      (['half_up', 'half_even', 'up', 'down'] as const).map((rounding) => divideWhole(dividend, 10n, rounding));
    expect(ways(24n)).toEqual([2n, 2n, 3n, 2n]);
    expect(ways(25n)).toEqual([3n, 2n, 3n, 2n]);
    expect(ways(26n)).toEqual([3n, 3n, 3n, 2n]);
    expect(ways(35n)).toEqual([4n, 4n, 4n, 3n]);
    expect(ways(-25n)).toEqual([-3n, -2n, -3n, -2n]);
    expect(ways(-26n)).toEqual([-3n, -3n, -3n, -2n]);
    expect(ways(-4n)).toEqual([0n, 0n, -1n, 0n]);
    expect(ways(20n)).toEqual([2n, 2n, 2n, 2n]);
    expect(divideWhole(25n, -10n, 'half_up')).toBe(-3n);
    expect(() => divideWhole(1n, 0n, 'down')).toThrow('division by zero');
  });

  test('multiplies and divides', () => {
    expect(plainDecimal(multiply(decimal('1.5'), decimal('-0.25')))).toBe('-0.375');
    expect(plainDecimal(divide(decimal('1'), decimal('3'), 5))).toBe('0.33333');
    expect(plainDecimal(divide(decimal('2'), decimal('3'), 5))).toBe('0.66667');
    expect(plainDecimal(divide(decimal('1.00001'), decimal('1'), 2))).toBe('1.00');
    expect(plainDecimal(roundTo(decimal('1.005'), 2))).toBe('1.01');
    expect(plainDecimal(roundTo(decimal('1.005'), 2, 'half_even'))).toBe('1.00');
    expect(plainDecimal(roundTo(decimal('1.5'), 4))).toBe('1.5000');
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        fc.pre(b.digits !== 0n);
        const back = divide(multiply(a, b), b, a.scale);
        expect(compareDecimals(back, a)).toBe(0);
      }),
    );
  });

  test('compares numbers, not spellings', () => {
    expect(compareDecimals(decimal('1.50'), decimal('1.5'))).toBe(0);
    expect(compareDecimals(decimal('-2'), decimal('1.5'))).toBe(-1);
    expect(compareDecimals(decimal('2'), decimal('1.9999'))).toBe(1);
  });
});
