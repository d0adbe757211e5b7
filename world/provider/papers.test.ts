import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBoleto } from '#kernel/boleto';
import { readPix } from '#kernel/pix';
import { luhnHolds, problemsOf, testCards } from './cards.ts';
import { dueFactor, slipHolds, slipOf } from './boleto.ts';
import { crc16, pixCode } from './pix.ts';
import { feeOf, usualFees } from './settlements.ts';

const digits = (text: string) => text.replace(/\D/g, '');

describe('boleto (rules 5.2)', () => {
  test('the slip of 150 reais due on 2026-11-25', () => {
    const slip = slipOf({ bank: '001', due: '2026-11-25', minor: 15_000, free: '0500940144816060680935031' });
    expect(slip.barcode).toBe('00197164100000150000500940144816060680935031');
    expect(digits(slip.line)).toBe('00190500954014481606906809350314716410000015000');
    expect(slip.line).toBe('00190.50095 40144.816069 06809.350314 7 16410000015000');
  });

  test('the due factor, before and after it started again', () => {
    const factors = ['2000-07-03', '2018-06-11', '2025-02-21', '2025-02-22', '2026-11-22'].map(dueFactor);
    expect(factors).toEqual(['1000', '7552', '9999', '1000', '1638']);
  });

  test('slips that are, and are not', () => {
    expect(slipHolds(digits('23793.38128 60007.827136 95000.063305 9 75520000370000'))).toBe(true);
    expect(slipHolds(digits('23793.38128 60007.827136 95000.063305 4 75520000370000'))).toBe(false);
    expect(slipHolds('00193373700000001000500940144816060680935031')).toBe(true);
    expect(slipHolds('00190500954014481606906809350314337370000000100')).toBe(true);
    expect(slipHolds('536400000011331201380002812884627116080136181551')).toBe(false);
    expect(slipHolds('')).toBe(false);
  });

  test('reads on the platform as it was printed here', () => {
    const slip = slipOf({ bank: '999', due: '2026-03-05', minor: 15_000, free: '0000000000100010000000001' });
    const read = {
      ok: true,
      value: { barcode: slip.barcode, line: digits(slip.line), bank: '999', amountMinor: 15_000n, due: '2026-03-05' },
    };
    expect(readBoleto(slip.line, '2026-03-02')).toMatchObject(read);
    expect(readBoleto(slip.barcode, '2026-03-02')).toMatchObject(read);
  });

  test('any digit mistyped in the first three fields is found, and any in the bar code', () => {
    const free = fc.stringMatching(/^\d{25}$/);
    fc.assert(
      fc.property(
        free,
        fc.integer({ min: 1, max: 9_999_999_999 }),
        fc.nat(30),
        fc.integer({ min: 1, max: 9 }),
        (own, minor, at, by) => {
          const slip = slipOf({ bank: '999', due: '2026-03-05', minor, free: own });
          const line = digits(slip.line);
          expect(slipHolds(line)).toBe(true);
          expect(slipHolds(slip.barcode)).toBe(true);
          const mistyped = line.slice(0, at) + ((Number(line[at]) + by) % 10) + line.slice(at + 1);
          expect(slipHolds(mistyped)).toBe(false);
        },
      ),
    );
  });
});

test('a Pix code is made of tags with lengths, and ends with the CRC of all before it', () => {
  expect(crc16('123456789')).toBe('29B1');
  const code = pixCode({
    location: 'pix.example/1',
    minor: 12_345,
    name: 'A name that is far too long for it',
    city: 'SAO PAULO',
  });
  expect(code).toContain('5406123.45');
  expect(code).toContain('5925A name that is far too lo');
  expect(code.slice(-4)).toBe(crc16(code.slice(0, -4)));
  expect(readPix(code)).toMatchObject({
    ok: true,
    value: { url: 'pix.example/1', amount: { currency: 'BRL', minor: 12_345n }, once: true },
  });
  const tags: string[] = [];
  for (let at = 0; at < code.length; at += 4 + Number(code.slice(at + 2, at + 4))) tags.push(code.slice(at, at + 2));
  expect(tags).toEqual(['00', '01', '26', '52', '53', '54', '58', '59', '60', '62', '63']);
});

describe('cards', () => {
  const form = { number: '4242 4242 4242 4242', expiry: '12/28', cvc: '123', holder: 'Ana Souza', installments: '1' };
  const now = new Date('2026-03-31T23:00:00Z');

  test('every test card passes the check by Luhn; one digit off, none does', () => {
    for (const { number } of testCards) {
      expect(luhnHolds(number)).toBe(true);
      expect(luhnHolds(number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10))).toBe(false);
    }
  });

  test('a form that is right, and each thing that can be wrong with it', () => {
    expect(problemsOf(form, 12, now)).toEqual({});
    expect(problemsOf({ ...form, expiry: '3/26' }, 12, now)).toEqual({});
    expect(problemsOf({ ...form, number: '4242' }, 12, now)).toEqual({ number: 'number_mistyped' });
    expect(problemsOf({ ...form, number: '' }, 12, now)).toEqual({ number: 'number_missing' });
    expect(problemsOf({ ...form, expiry: '02/26' }, 12, now)).toEqual({ expiry: 'expiry_past' });
    expect(problemsOf({ ...form, expiry: '13/28' }, 12, now)).toEqual({ expiry: 'expiry_unreadable' });
    expect(problemsOf({ ...form, cvc: '12' }, 12, now)).toEqual({ cvc: 'cvc_length' });
    expect(problemsOf({ ...form, number: '378282246310005', cvc: '1234' }, 12, now)).toEqual({});
    expect(problemsOf({ ...form, holder: ' ' }, 12, now)).toEqual({ holder: 'holder_missing' });
    expect(problemsOf({ ...form, installments: '7' }, 6, now)).toEqual({ installments: 'installments_unknown' });
  });
});

test('what the provider keeps: 2.9 % of a card payment, 0.99 % of a Pix, 3.49 of a slip', () => {
  expect(feeOf('card', 15_000, usualFees)).toBe(435);
  expect(feeOf('card', 50, usualFees)).toBe(1);
  expect(feeOf('pix', 15_000, usualFees)).toBe(149);
  expect(feeOf('boleto', 15_000, usualFees)).toBe(349);
});
