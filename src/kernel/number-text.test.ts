import { describe, expect, test } from 'vitest';
import { plainSpaces, readNumber } from './number-text.ts';

describe('a number as people type it', () => {
  test.each([
    ['1.234,5', 'de', '1234', '5'],
    ['1,234.5', 'en', '1234', '5'],
    ['0.5', 'en', '0', '5'],
    ['.5', 'en', '', '5'],
    ['12,34,567', 'hi', '1234567', ''],
    ['٣٫٥', 'ar-EG', '3', '5'],
    ['३.५', 'hi', '3', '5'],
    ['1 234', 'de-AT', '1234', ''],
  ])('%s in %s', (text, locale, units, part) => {
    expect(readNumber(text, locale)).toEqual({ negative: false, units, part });
  });

  test('what the locale never writes is not guessed at', () => {
    for (const text of ['', '.', '1.5', '0.123', '1.2.3', '1,2,3', '5 kg', '1e3', '1'.repeat(51)]) {
      expect(readNumber(text, 'de'), text).toBeUndefined();
    }
    expect(readNumber('- 5', 'de')).toEqual({ negative: true, units: '5', part: '' });
  });

  test('spaces, wide digits and marks of direction become plain', () => {
    expect(plainSpaces('\u200f１２\u00a0\u202f３４ ')).toBe('12 34');
  });
});
