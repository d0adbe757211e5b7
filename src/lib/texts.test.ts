import { expect, test } from 'vitest';
import { languages } from '#kernel/languages';
import { moneyOf, parseMoney } from '#kernel/money';
import { amountParts, typedAmount } from './amount.ts';
import { leftBetween, leftText, whenText } from './days.ts';

test.for([...languages, 'hi'])('an amount that a field shows can be read back in %s', (locale) => {
  for (const amount of [moneyOf('BRL', '1234567.80'), moneyOf('JPY', '4200'), moneyOf('KWD', '0.005')]) {
    expect(parseMoney(typedAmount(amount, locale), amount.currency, locale)).toEqual({ ok: true, value: amount });
  }
});

test('the digits after the point are the small part of a price', () => {
  expect(amountParts(moneyOf('BRL', '1234.50'), 'pt-BR')).toEqual(['R$\u00a01.234', ',50', '']);
  expect(amountParts(moneyOf('EUR', '1234.50'), 'de')).toEqual(['1.234', ',50', '\u00a0€']);
  expect(amountParts(moneyOf('JPY', '4200'), 'en')).toEqual(['¥4,200', '', '']);
});

test('a moment is written with its zone where the reader’s is not known', () => {
  const at = new Date('2026-12-04T14:05:09Z');
  expect(whenText(at, 'en', { zone: 'UTC' })).toBe('Dec 4, 2026');
  expect(whenText(at, 'zh-CN', { near: true, zone: 'UTC' })).toBe('12月4日');
  expect(whenText(at, 'pt-BR', { moment: true, zone: 'UTC' })).toBe('4 de dez. de 2026, 14:05 UTC');
  expect(whenText(at, 'en', { exact: true, moment: true, zone: 'UTC' })).toMatch(/2:05:09\sPM UTC/);
});

test('what is left counts down to nothing and no further', () => {
  const until = Date.parse('2026-12-04T00:00:00Z');
  expect(leftBetween(until - 93_784_000, until)).toEqual({ days: 1, hours: 2, minutes: 3, seconds: 4 });
  expect(leftBetween(until - 1, until)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
  expect(leftBetween(until + 5000, until)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});

test('what is left is said in its two largest units', () => {
  const [minute, hour] = [60_000, 3_600_000];
  expect(leftText(27 * hour, 'en')).toBe('1 day, 3 hours');
  expect(leftText(24 * hour, 'ru')).toBe('1 день');
  expect(leftText(5 * hour + 4 * minute, 'pt-BR')).toBe('5 h e 4 min');
  expect(leftText(29 * minute + 4400, 'zh-CN')).toBe('29:05');
});
