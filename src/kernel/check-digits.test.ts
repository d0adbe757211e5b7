import { describe, expect, test } from 'vitest';
import { falling, luhnRight, mod11And10Right, rest97, weighted } from './check-digits.ts';

describe('check digits', () => {
  test('weighted sums', () => {
    expect(weighted('123', [3, 2, 1])).toBe(10);
    expect(weighted('1234', [1])).toBe(1);
    expect(falling(5, 2)).toEqual([5, 4, 3, 2]);
    expect(falling(3)).toEqual([3, 2, 1]);
  });

  test('Luhn, ISO 7064', () => {
    expect(luhnRight('79927398713')).toBe(true);
    expect(luhnRight('79927398710')).toBe(false);
    expect(rest97('3214282912345698765432161182')).toBe(1);
    expect(rest97('WEST12345698765432GB82')).toBe(1);
    expect(mod11And10Right('136695976')).toBe(true);
    expect(mod11And10Right('136695978')).toBe(false);
  });
});
