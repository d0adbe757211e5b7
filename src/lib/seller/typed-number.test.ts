import { expect, test } from 'vitest';
import { typedNumber } from './typed-number.ts';

test.for([
  ['24,5', 'pt-BR', '24.5'],
  ['24.5', 'pt-BR', '24.5'],
  ['1.100', 'pt-BR', '1100'],
  ['1 100', 'ru', '1100'],
  ['1,100', 'en', '1100'],
  ['٢٤٫٥', 'ar', '24.5'],
  ['-3', 'en', '-3'],
  ['heavy', 'en', undefined],
  ['', 'en', undefined],
] as const)('%s in %s is %s', ([text, locale, number]) => {
  expect(typedNumber(text, locale)).toBe(number);
});
