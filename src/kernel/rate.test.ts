import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, money, moneyOf, negate } from './money.ts';
import { convert, cross, inverse, parseDecimal, plainDecimal, portion, trimmed, withMargin } from './rate.ts';
import { must } from './result.ts';

const rate = (text: string) => must(parseDecimal(text));

describe('rate', () => {
  test('minds the digits of both currencies', () => {
    expect(convert(moneyOf('USD', '100.00'), rate('154.32'), 'JPY')).toEqual(moneyOf('JPY', '15432'));
    expect(convert(moneyOf('JPY', '15432'), rate('0.00648'), 'USD')).toEqual(moneyOf('USD', '100.00'));
    expect(convert(moneyOf('KWD', '1.234'), rate('3.2587'), 'USD')).toEqual(moneyOf('USD', '4.02'));
    expect(convert(moneyOf('JPY', '1000'), rate('0.00199'), 'KWD')).toEqual(moneyOf('KWD', '1.990'));
    expect(convert(moneyOf('CNY', '199.00'), rate('0.7412'), 'BRL')).toEqual(moneyOf('BRL', '147.50'));
  });

  test('rounds once, half up, alike in both directions', () => {
    expect(convert(moneyOf('EUR', '0.01'), rate('0.5'), 'USD')).toEqual(moneyOf('USD', '0.01'));
    expect(convert(moneyOf('EUR', '-0.01'), rate('0.5'), 'USD')).toEqual(moneyOf('USD', '-0.01'));
    expect(convert(moneyOf('EUR', '0.01'), rate('0.4999'), 'USD')).toEqual(moneyOf('USD', '0.00'));
    expect(convert(moneyOf('EUR', '0.01'), rate('0.4999'), 'USD', 'up')).toEqual(moneyOf('USD', '0.01'));
  });

  test('a return is converted as the payment was', () => {
    const anyRate = fc.record({ digits: fc.bigInt({ min: 1n, max: 10n ** 12n }), scale: fc.nat({ max: 12 }) });
    const anyCurrency = fc.constantFrom(...currencies);
    fc.assert(
      fc.property(anyCurrency, anyCurrency, fc.bigInt(-(10n ** 15n), 10n ** 15n), anyRate, (from, to, minor, at) => {
        const there = convert(money(from, minor), at, to);
        expect(convert(money(from, -minor), at, to)).toEqual(negate(there));
      }),
    );
  });

  test('there and back differs by less than a smallest unit of the coarser side', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.bigInt(1n, 10n ** 8n), (minor, digits) => {
        const at = { digits, scale: 4 };
        fc.pre(digits >= 10_000n); // at least one for one, so that the other side is the finer
        const back = convert(convert(money('EUR', minor), at, 'USD'), inverse(at), 'EUR');
        expect(back.minor - minor >= -1n && back.minor - minor <= 1n).toBe(true);
      }),
    );
  });

  test('through the euro, with margin, the other way round', () => {
    expect(plainDecimal(cross(rate('1.0800'), rate('5.9400'), 6))).toBe('5.500000');
    expect(plainDecimal(trimmed(withMargin(rate('5.5'), 200)))).toBe('5.61');
    expect(plainDecimal(trimmed(withMargin(rate('5.5'), -200)))).toBe('5.39');
    expect(plainDecimal(inverse(rate('8'), 4))).toBe('0.1250');
    expect(plainDecimal(trimmed(inverse(rate('8'))))).toBe('0.125');
  });

  test('a share that hundredths of a per cent cannot say', () => {
    expect(portion(moneyOf('USD', '100.00'), rate('0.08875'), 'half_up')).toEqual(moneyOf('USD', '8.88'));
    expect(portion(moneyOf('USD', '100.00'), rate('0.08875'), 'down')).toEqual(moneyOf('USD', '8.87'));
    expect(portion(moneyOf('USD', '-100.00'), rate('0.08875'), 'half_up')).toEqual(moneyOf('USD', '-8.88'));
  });

  test('a rate of nothing is a bug', () => {
    expect(() => convert(moneyOf('EUR', '1.00'), rate('0'), 'USD')).toThrow('a rate is above zero');
    expect(() => convert(moneyOf('EUR', '1.00'), rate('-1'), 'USD')).toThrow('a rate is above zero');
    expect(() => inverse(rate('0.000'))).toThrow('a rate is above zero');
    expect(() => withMargin(rate('1'), -10_000)).toThrow('a rate is above zero');
    expect(() => withMargin(rate('1'), 1.5)).toThrow('whole number of basis points');
  });
});
