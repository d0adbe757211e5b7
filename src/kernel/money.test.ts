import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  allocate,
  checkCurrency,
  compare,
  currencies,
  digitsOf,
  formatMoney,
  fromJson,
  isNegative,
  isZero,
  money,
  moneyOf,
  negate,
  parseMoney,
  percent,
  plain,
  subtract,
  sum,
  times,
  toJson,
  zero,
} from './money.ts';

const eur = (amount: string) => moneyOf('EUR', amount);
const anyMinor = fc.bigInt({ min: -(2n ** 63n - 1n), max: 2n ** 63n - 1n });
const anyCurrency = fc.constantFrom(...currencies);
const read = (text: string, currency: string, locale: string) => {
  const result = parseMoney(text, currency, locale);
  return result.ok ? plain(result.value) : result.refusal.no;
};

describe('currencies', () => {
  test('have the digits of ISO 4217', () => {
    const none = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ');
    const three = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');
    for (const code of none) expect(digitsOf(code), code).toBe(0);
    for (const code of three) expect(digitsOf(code), code).toBe(3);
    for (const code of ['CLF', 'UYW']) expect(digitsOf(code), code).toBe(4);
    for (const code of ['EUR', 'BRL', 'CNY', 'MRU', 'MGA', 'HUF', 'ZWG', 'XCG', 'SLE'])
      expect(digitsOf(code), code).toBe(2);
    expect(() => digitsOf('EURO')).toThrow('no such currency: EURO');
    expect(() => digitsOf('toString')).toThrow('no such currency');
  });

  test('are those that Intl knows too', () => {
    const known = new Set(Intl.supportedValuesOf('currency'));
    expect(currencies.filter((code) => !known.has(code) && !['VED'].includes(code))).toEqual([]);
    expect(new Set(currencies).size).toBe(currencies.length);
    expect(currencies).not.toContain('CLF');
  });

  test('a withdrawn one is refused with its date and what to use', () => {
    expect(checkCurrency('BGN')).toEqual({
      ok: false,
      refusal: { no: 'currency_withdrawn', currency: 'BGN', since: '2026-01-01', use: 'EUR' },
    });
    for (const code of ['HRK', 'CUC', 'ZWL']) expect(checkCurrency(code)).toMatchObject({ ok: false });
    expect(checkCurrency('XYZ')).toEqual({ ok: false, refusal: { no: 'currency_not_known', currency: 'XYZ' } });
    expect(checkCurrency(' eur ')).toEqual({ ok: true, value: 'EUR' });
  });

  test('books of a withdrawn one can still be read', () => {
    expect(plain(money('BGN', 1234n))).toBe('12.34');
  });
});

describe('arithmetic', () => {
  test('adds, subtracts, multiplies, compares', () => {
    expect(add(eur('12.34'), eur('0.66'))).toEqual(eur('13.00'));
    expect(subtract(eur('1.00'), eur('2.50'))).toEqual(eur('-1.50'));
    expect(times(eur('19.99'), 3)).toEqual(eur('59.97'));
    expect(times(money('JPY', 120n), 4n)).toEqual(money('JPY', 480n));
    expect(negate(eur('5.00'))).toEqual(eur('-5.00'));
    expect([
      compare(eur('1.00'), eur('2.00')),
      compare(eur('2.00'), eur('2.00')),
      compare(eur('3.00'), eur('2.00')),
    ]).toEqual([-1, 0, 1]);
    expect(sum('EUR', [eur('1.10'), eur('2.20'), eur('3.30')])).toEqual(eur('6.60'));
    expect(sum('EUR', [])).toEqual(zero('EUR'));
    expect([isZero(zero('EUR')), isZero(eur('0.01')), isNegative(eur('-0.01')), isNegative(zero('EUR'))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('mixed currencies and fractions of a piece are bugs', () => {
    expect(() => add(eur('1.00'), money('USD', 1n))).toThrow('EUR and USD do not mix');
    expect(() => subtract(eur('1.00'), money('USD', 1n))).toThrow('do not mix');
    expect(() => compare(eur('1.00'), money('USD', 1n))).toThrow('do not mix');
    expect(() => sum('EUR', [money('USD', 1n)])).toThrow('do not mix');
    expect(() => times(eur('1.00'), 1.5)).toThrow('not a whole number: 1.5');
    expect(() => money('XYZ', 1n)).toThrow('no such currency');
  });

  test('a per cent is rounded once, in the named way, alike for a payment and its return', () => {
    expect(percent(eur('88.00'), 800, 'half_up')).toEqual(eur('7.04'));
    expect(percent(eur('0.50'), 500, 'half_up')).toEqual(eur('0.03'));
    expect(percent(eur('0.50'), 500, 'half_even')).toEqual(eur('0.02'));
    expect(percent(eur('0.70'), 500, 'half_even')).toEqual(eur('0.04'));
    expect(percent(eur('0.59'), 500, 'down')).toEqual(eur('0.02'));
    expect(percent(eur('0.41'), 500, 'up')).toEqual(eur('0.03'));
    expect(percent(eur('-0.50'), 500, 'half_up')).toEqual(eur('-0.03'));
    fc.assert(
      fc.property(
        anyMinor,
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom('half_up' as const, 'half_even' as const, 'up' as const, 'down' as const),
        (minor, share, rounding) => {
          const part = percent(money('EUR', minor), share, rounding);
          expect(percent(money('EUR', -minor), share, rounding)).toEqual(negate(part));
          const error = part.minor * 10_000n - minor * BigInt(share);
          expect(error < 10_000n && error > -10_000n).toBe(true);
        },
      ),
    );
  });
});

describe('allocate', () => {
  const split = (total: bigint, weights: number[]) =>
    allocate(money('EUR', total), weights).map(({ minor }) => Number(minor));

  test('the agreed cases', () => {
    expect(split(100n, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(1000n, [333, 333, 334])).toEqual([333, 333, 334]);
    expect(split(5n, [1, 1, 1, 1, 1, 1, 1])).toEqual([1, 1, 1, 1, 1, 0, 0]);
    expect(split(599n, [2000, 3000, 1])).toEqual([240, 359, 0]);
    expect(split(-100n, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(split(7n, [0, 0])).toEqual([4, 3]);
    expect(split(7n, [0, 5])).toEqual([0, 7]);
  });

  test('nobody to share among, or a negative share, is a bug', () => {
    expect(() => split(1n, [])).toThrow('nobody to share among');
    expect(() => split(1n, [1, -1])).toThrow('cannot be negative');
    expect(() => split(1n, [0.5])).toThrow('not a whole number');
  });

  test('gives away exactly the total, each part within one of its share', () => {
    const weights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anyMinor, weights, (minor, shares) => {
        const parts = allocate(money('EUR', minor), shares);
        expect(sum('EUR', parts)).toEqual(money('EUR', minor));

        const all = BigInt(shares.reduce((a, b) => a + b, 0));
        if (all === 0n) return;
        parts.forEach((part, index) => {
          const off = part.minor * all - minor * BigInt(shares[index]!);
          expect(off < all && off > -all).toBe(true);
        });
      }),
    );
  });
});

describe('plain notation', () => {
  test('carries the digits of the currency', () => {
    expect(plain(eur('12.34'))).toBe('12.34');
    expect(plain(money('EUR', -5n))).toBe('-0.05');
    expect(plain(money('JPY', 1234n))).toBe('1234');
    expect(plain(money('KWD', 1n))).toBe('0.001');
    expect(toJson(money('BRL', 15000n))).toEqual({ currency: 'BRL', amount: '150.00' });
  });

  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyCurrency, anyMinor, (currency, minor) => {
        const amount = money(currency, minor);
        expect(fromJson(toJson(amount))).toEqual({ ok: true, value: amount });
      }),
    );
  });

  test('what cannot be an amount is refused', () => {
    const refusal = (currency: string, amount: string) => {
      const result = fromJson({ currency, amount });
      return result.ok ? plain(result.value) : result.refusal;
    };
    expect(refusal('EUR', '12')).toBe('12.00');
    expect(refusal('EUR', '12.345')).toEqual({ no: 'amount_too_fine', digits: 2 });
    expect(refusal('JPY', '12.0')).toEqual({ no: 'amount_too_fine', digits: 0 });
    expect(refusal('KWD', '1,5')).toEqual({ no: 'amount_not_readable', example: '123.456' });
    for (const text of ['', '.5', '5.', '1e3', '+1', ' 1', '0x1', 'NaN', '1.2.3', '٣']) {
      expect(refusal('EUR', text), text).toEqual({ no: 'amount_not_readable', example: '1234.56' });
    }
    expect(refusal('EUR', '92233720368547758.07')).toBe('92233720368547758.07');
    expect(refusal('EUR', '92233720368547758.08')).toEqual({ no: 'amount_too_large' });
    expect(refusal('BGN', '1.00')).toMatchObject({ no: 'currency_withdrawn' });
  });
});

describe('what a person types', () => {
  test.each([
    ['1.234,56', 'BRL', 'pt-BR', '1234.56'],
    ['1234,56', 'BRL', 'pt-BR', '1234.56'],
    ['R$ 1.234,5', 'BRL', 'pt-BR', '1234.50'],
    ['BRL 99', 'BRL', 'pt-BR', '99.00'],
    ['-R$ 5,00', 'BRL', 'pt-BR', '-5.00'],
    [',5', 'EUR', 'de', '0.50'],
    ['1.234.567', 'EUR', 'de', '1234567.00'],
    ['1 234,56 €', 'EUR', 'fr', '1234.56'],
    ['1\u202f234,56\u00a0€', 'EUR', 'fr', '1234.56'],
    ['1 234,56 ₽', 'RUB', 'ru', '1234.56'],
    ["1'234.56", 'CHF', 'de-CH', '1234.56'],
    ['1’234.56', 'CHF', 'de-CH', '1234.56'],
    ['1,234.56', 'USD', 'en', '1234.56'],
    ['$1,234.56', 'USD', 'en', '1234.56'],
    ['1 234.56', 'USD', 'en', '1234.56'],
    ['1.234,56', 'EUR', 'de-AT', '1234.56'],
    ['1 234,56', 'EUR', 'de-AT', '1234.56'],
    ['12,34,567.80', 'INR', 'en-IN', '1234567.80'],
    ['1.234', 'EUR', 'es', '1234.00'],
    ['١٬٢٣٤٫٥٦', 'EGP', 'ar-EG', '1234.56'],
    ['1,234.56', 'EGP', 'ar-EG', '1234.56'],
    ['۱٬۲۳۴', 'IRR', 'fa', '1234.00'],
    ['１２３４', 'JPY', 'ja', '1234'],
    ['￥1,234', 'JPY', 'ja', '1234'],
    ['1234円', 'JPY', 'ja', '1234'],
    ['1.234', 'KWD', 'en', '1.234'],
    ['−3.20', 'USD', 'en', '-3.20'],
  ])('%s in %s, %s, is %s', (text, currency, locale, amount) => {
    expect(read(text, currency, locale)).toBe(amount);
  });

  test.each([
    ['', 'EUR', 'de', 'amount_missing'],
    ['  ', 'EUR', 'de', 'amount_missing'],
    ['€', 'EUR', 'de', 'amount_missing'],
    ['12.34', 'BRL', 'pt-BR', 'amount_not_readable'],
    ['0.123', 'BRL', 'pt-BR', 'amount_not_readable'],
    ['1.23.456', 'BRL', 'pt-BR', 'amount_not_readable'],
    ['1.234 567', 'BRL', 'pt-BR', 'amount_not_readable'],
    ['1,2,3', 'BRL', 'pt-BR', 'amount_not_readable'],
    ['12,34,567', 'USD', 'en', 'amount_not_readable'],
    ['1,5', 'USD', 'en', 'amount_not_readable'],
    ['abc', 'USD', 'en', 'amount_not_readable'],
    ['£5', 'USD', 'en', 'amount_not_readable'],
    ['--5', 'USD', 'en', 'amount_not_readable'],
    [',', 'EUR', 'de', 'amount_not_readable'],
    ['1,234', 'EUR', 'de', 'amount_too_fine'],
    ['5.00', 'JPY', 'ja', 'amount_too_fine'],
    ['1.2345', 'KWD', 'en', 'amount_too_fine'],
    ['99999999999999999999', 'EUR', 'de', 'amount_too_large'],
    ['5', 'HRK', 'hr', 'currency_withdrawn'],
    ['5', '???', 'hr', 'currency_not_known'],
  ])('%s in %s, %s, is refused: %s', (text, currency, locale, no) => {
    expect(read(text, currency, locale)).toBe(no);
  });

  test('the refusal shows how the locale writes', () => {
    expect(parseMoney('12.34', 'BRL', 'pt-BR')).toEqual({
      ok: false,
      refusal: { no: 'amount_not_readable', example: '1.234,56' },
    });
  });

  test('every amount that is shown can be typed back', () => {
    const locales = fc.constantFrom(
      'en',
      'pt-BR',
      'ru',
      'es',
      'de',
      'fr',
      'zh-CN',
      'ja',
      'ko',
      'ar-EG',
      'fa',
      'hi',
      'en-IN',
      'de-CH',
      'de-AT',
      'pl',
      'he',
      'tr',
      'th',
      'sv',
    );
    fc.assert(
      fc.property(anyCurrency, anyMinor, locales, (currency, minor, locale) => {
        const amount = money(currency, minor);
        const shown = formatMoney(amount, locale);
        expect(parseMoney(shown, currency, locale), shown).toEqual({ ok: true, value: amount });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is shown', () => {
  const shown = (currency: string, minor: bigint, locale: string) =>
    formatMoney(money(currency, minor), locale).replace(/[\u00a0\u202f]/g, ' ');

  test('is written as the locale does, with the digits of the currency', () => {
    expect(shown('BRL', 123456n, 'pt-BR')).toBe('R$ 1.234,56');
    expect(shown('EUR', 123456n, 'fr')).toBe('1 234,56 €');
    expect(shown('JPY', 1234n, 'en')).toBe('¥1,234');
    expect(shown('KWD', 1234n, 'en')).toBe('KWD 1.234');
    expect(shown('HUF', 1234n, 'en')).toBe('HUF 12.34');
    expect(shown('UGX', 1234n, 'en')).toBe('UGX 1,234');
    expect(shown('USD', -5n, 'en')).toBe('-$0.05');
  });

  test('is exact beyond what a float holds', () => {
    expect(shown('USD', 9_007_199_254_740_993_01n, 'en')).toBe('$9,007,199,254,740,993.01');
  });
});

test('a sign with letters keeps its order in Arabic, and what is shown can be read back', () => {
  const shown = formatMoney(moneyOf('USD', '12.00'), 'ar');
  expect(shown.endsWith('US$\u200e')).toBe(true);
  expect(parseMoney(shown, 'USD', 'ar')).toEqual({ ok: true, value: moneyOf('USD', '12.00') });
  // What is less than nothing has its currency where all amounts have it, and is read back too.
  const less = formatMoney(moneyOf('USD', '-12.00'), 'ar');
  expect(less).toMatch(/-12\.00\u200f\s/);
  expect(parseMoney(less, 'USD', 'ar')).toEqual({ ok: true, value: moneyOf('USD', '-12.00') });
  expect(formatMoney(moneyOf('CNY', '12.00'), 'en')).toBe('CN¥12.00');
});
