import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { carrierOf, carriers, cleanNumber, trackingPage } from './carriers.ts';
import { isS10, s10CheckDigit } from './s10.ts';

const known = (country: string) => country !== 'XX';

test('the check digit of S10, also where it would be 10 or 11', () => {
  expect(['47312482', '00000008', '00000015'].map(s10CheckDigit)).toEqual([9, 0, 5]);
});

test('an S10 identifier: letters, serial, check digit, country', () => {
  expect(['RB123456785GB', 'RB123456785US'].map((number) => isS10(number, known))).toEqual([true, true]);
  expect(['RB123456786US', 'RB123456785XX', 'RB12345678US'].map((number) => isS10(number, known))).toEqual([
    false,
    false,
    false,
  ]);
});

test('every carrier knows its own example, and none has a code twice', () => {
  for (const { fits, example } of carriers) expect(fits(example), example).toBe(true);
  expect(new Set(carriers.map(({ code }) => code)).size).toBe(carriers.length);
});

test.each([
  ['yunexpress', 'YT2229521272164446', 'YT123456789012345'],
  ['ups', '1Z879E930346834440', '1Z5R89390357567128'],
  ['fedex', '477179081230', '996578788855'],
  ['fedex', '041441760228964', '568283610012732'],
  ['dhl', '73891051146', '3318810010'],
  ['usps', '03071790000523483741', '03071790000523483742'],
  ['usps', '9405803699300124287899', '9434611206206407667131'],
  ['usps', 'RB123456785US', 'RB123456785GB'],
  ['dpd', '09980000020034D', '09980000020033D'],
  ['correios', 'LB123456785BR', 'LB123456785PT'],
  ['post', 'RB123456785CV', 'RB123456785XX'],
  ['other', 'VAN-12/7', 'A 1'],
])('%s takes %s and not %s', (code, right, wrong) => {
  expect([right, wrong].map((number) => carrierOf(code)!.fits(number))).toEqual([true, false]);
});

test('numbers are read as people paste them', () => {
  expect(cleanNumber(' rb 123 456 785 gb ')).toBe('RB123456785GB');
  expect(trackingPage('yunexpress', 'YT2229521272164446')).toBe(
    'https://www.yuntrack.com/parcelTracking?id=YT2229521272164446',
  );
  expect(trackingPage('other', 'A1')).toBeNull();
});

const collection = new URL('../../../../shared/data/tracking-numbers/couriers/', import.meta.url);
interface Couriers {
  courier_code: string;
  tracking_numbers: { name: string; test_numbers: { valid: string[]; invalid: string[] } }[];
}

test.skipIf(!existsSync(collection))(
  'the collected test numbers of these carriers (skipped where the collection is not there)',
  () => {
    const formats = [
      'UPS',
      'USPS 20',
      'USPS 34v2',
      'FedEx Express (12)',
      'FedEx Ground',
      'DHL Express',
      'S10',
      'YunExpress',
      'DPD (14)',
    ];
    const codes: Record<string, string> = { s10: 'post' };
    let seen = 0;
    for (const file of readdirSync(collection)) {
      const { courier_code, tracking_numbers } = JSON.parse(
        readFileSync(new URL(file, collection), 'utf8'),
      ) as Couriers;
      for (const { name, test_numbers } of tracking_numbers.filter((one) => formats.includes(one.name))) {
        const carrier = carrierOf(codes[courier_code] ?? courier_code)!;
        for (const number of test_numbers.valid)
          expect(carrier.fits(cleanNumber(number)), `${name} ${number}`).toBe(true);
        for (const number of test_numbers.invalid)
          expect(carrier.fits(cleanNumber(number)), `${name} ${number}`).toBe(false);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(7);
  },
);
