import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countries } from './place.ts';
import { makeTrackingNumber, readTrackingNumber } from './tracking-number.ts';

const no = (text: string) => {
  const result = readTrackingNumber(text);
  return result.ok ? result.value.number : result.refusal.no;
};

describe('postal tracking number', () => {
  test('is read with its service, serial and country', () => {
    expect(readTrackingNumber('rb 12345678 5 gb')).toEqual({
      ok: true,
      value: { number: 'RB123456785GB', service: 'RB', serial: '12345678', country: 'GB' },
    });
    expect(no('RB123456785US')).toBe('RB123456785US');
  });

  test('is refused with what is wrong', () => {
    expect(no(' ')).toBe('tracking_number_missing');
    expect(no('RB123456786US')).toBe('tracking_number_check_digit_wrong');
    expect(no('RB123456785XX')).toBe('tracking_number_country_unknown');
    for (const text of ['RB12345678US', '1B123456785US', 'YT2229521272164446', 'RB1234567855GB']) {
      expect(no(text), text).toBe('tracking_number_not_readable');
    }
  });

  test('is made with its check digit', () => {
    expect(makeTrackingNumber('RB', 47312482, 'CN')).toBe('RB473124829CN');
    expect(makeTrackingNumber('LX', 8, 'CN')).toBe('LX000000080CN'); // the sum leaves 1: 10 is written 0
    expect(makeTrackingNumber('LX', 15, 'CN')).toBe('LX000000155CN'); // the sum leaves 0: 11 is written 5
    expect(() => makeTrackingNumber('rb', 1, 'CN')).toThrow('not a service indicator');
    expect(() => makeTrackingNumber('RB', 100_000_000, 'CN')).toThrow('not a serial');
    expect(() => makeTrackingNumber('RB', 1.5, 'CN')).toThrow('not a serial');
    expect(() => makeTrackingNumber('RB', 1, 'XX')).toThrow('no such country');
  });

  test('what is made is read, and not with two digits exchanged', () => {
    const serial = fc.integer({ min: 0, max: 99_999_999 });
    fc.assert(
      fc.property(serial, fc.constantFrom(...countries), fc.nat({ max: 6 }), (count, country, at) => {
        const number = makeTrackingNumber('CP', count, country);
        expect(no(number)).toBe(number);
        const [first, second] = [number[2 + at]!, number[3 + at]!];
        fc.pre(first !== second);
        const exchanged = number.slice(0, 2 + at) + second + first + number.slice(4 + at);
        // 0 and 5 stand for 10 and 11 too, so that they alone may hide an exchange.
        if (!'05'.includes(number[10]!)) expect(no(exchanged)).toBe('tracking_number_check_digit_wrong');
      }),
    );
  });
});
