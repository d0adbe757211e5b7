import { describe, expect, test } from 'vitest';
import { checkAddress, postalCodeIn, regionOfPostalCode, type Address, type AddressFields } from './place.ts';
import { must } from './result.ts';

const address = (country: string, typed: AddressFields): Address => must(checkAddress(country, typed));
const problems = (country: string, typed: AddressFields) => {
  const result = checkAddress(country, typed);
  return result.ok ? [] : result.refusal.no === 'address_wrong' ? result.refusal.problems : [result.refusal];
};

const luiza: AddressFields = {
  name: 'Luiza Prado',
  street: 'Avenida Paulista',
  number: '1578',
  extra: 'ap 42',
  district: 'Bela Vista',
  city: 'São Paulo',
  region: 'SP',
  postalCode: '01310-200',
};

describe('postal codes', () => {
  test.each([
    ['BR', '01310100', '01310-100'],
    ['BR', 'CEP 01310-100', '01310-100'],
    ['US', '94016', '94016'],
    ['US', '940161010', '94016-1010'],
    ['US', '94016 1010', '94016-1010'],
    ['GB', 'sw1a1aa', 'SW1A 1AA'],
    ['GB', 'M11AE', 'M1 1AE'],
    ['GB', 'gir0aa', 'GIR 0AA'],
    ['CN', '518000', '518000'],
    ['JP', '〒1000001', '100-0001'],
    ['JP', '１００－０００１', '100-0001'],
    ['DE', 'D-10115', '10115'],
    ['DE', 'DE-10115', '10115'],
    ['FR', 'F 75001', '75001'],
    ['RU', '101000', '101000'],
    ['SA', '١٢٣٤٥', '12345'],
    ['SA', '123456789', '12345-6789'],
    ['IN', '110 001', '110001'],
    ['AU', '2000', '2000'],
    ['CA', 'k1a0b1', 'K1A 0B1'],
    ['MX', 'CP 06082', '06082'],
    ['IE', 'd02x285', 'D02 X285'],
    ['IE', 'd6wxy00', 'D6W XY00'],
    ['NL', '1234ab', '1234 AB'],
    ['PL', '00950', '00-950'],
    ['LV', '1050', 'LV-1050'],
    ['SE', 'SE-11455', '114 55'],
    ['TW', '106', '106'],
  ])('in %s, %s is %s', (country, typed, printed) => {
    expect(postalCodeIn(country, typed)).toBe(printed);
  });

  test.each([
    ['BR', '0131010'],
    ['BR', 'SW1A 1AA'],
    ['US', '9401'],
    ['GB', 'SW1A 1A'],
    ['GB', 'SW1A 1CV'],
    ['CN', '51800'],
    ['JP', '100-001'],
    ['DE', 'X-10115'],
    ['DE', '1011'],
    ['CA', 'D1A 0B1'],
    ['CA', 'K1A 0O1'],
    ['IE', 'B02 X285'],
    ['IN', '11000'],
    ['HK', '999077'],
  ])('in %s, %s is none', (country, typed) => {
    expect(postalCodeIn(country, typed)).toBeUndefined();
  });

  test('tell the region where that is certain', () => {
    expect(regionOfPostalCode('BR', '01310-100')?.code).toBe('SP');
    expect(regionOfPostalCode('BR', '76801000')?.code).toBe('RO');
    expect(regionOfPostalCode('BR', '72800000')?.code).toBe('GO');
    expect(regionOfPostalCode('US', '10001')?.code).toBe('NY');
    expect(regionOfPostalCode('CA', 'K1A 0B1')).toBeUndefined(); // Ottawa, but also Gatineau across the river
    expect(regionOfPostalCode('DE', '10115')).toBeUndefined();
    expect(regionOfPostalCode('BR', 'x')).toBeUndefined();
  });
});

describe('checking', () => {
  test('keeps the address tidied', () => {
    expect(
      checkAddress('BR', {
        ...luiza,
        name: '  Luiza\t Prado ',
        region: 'são paulo',
        postalCode: '01310200',
        company: ' ',
      }),
    ).toEqual({
      ok: true,
      value: { country: 'BR', ...luiza },
    });
  });

  test('leaves out what the country does not use', () => {
    const kept = address('HK', {
      name: 'Ka-ming Lee',
      street: '1 Queen’s Road',
      city: 'Central',
      region: 'HKI',
      postalCode: '999077',
    });
    expect(kept).toEqual({
      country: 'HK',
      name: 'Ka-ming Lee',
      street: '1 Queen’s Road',
      city: 'Central',
      region: 'HKI',
    });
  });

  test('tells all problems at once, in the order of the form', () => {
    expect(problems('BR', { name: 'Luiza', postalCode: '0131010', region: 'XX', city: 'São Paulo' })).toEqual([
      { field: 'postalCode', no: 'postal_code_wrong', example: '01310-100' },
      { field: 'street', no: 'missing' },
      { field: 'number', no: 'missing' },
      { field: 'district', no: 'missing' },
      { field: 'region', no: 'region_unknown' },
    ]);
    expect(problems('XX', {})).toEqual([{ no: 'country_unknown', country: 'XX' }]);
  });

  test('a postal code of another region is found out where that is certain', () => {
    expect(problems('BR', { ...luiza, region: 'RJ' })).toEqual([
      { field: 'postalCode', no: 'postal_code_of_another_region', region: 'RJ' },
    ]);
    const ann: AddressFields = {
      name: 'Ann',
      street: '548 Market St',
      city: 'San Francisco',
      region: 'CA',
      postalCode: '94104',
    };
    expect(problems('US', ann)).toEqual([]);
    expect(problems('US', { ...ann, region: 'NY' })).toMatchObject([{ no: 'postal_code_of_another_region' }]);
  });

  test('what no label can carry is refused', () => {
    expect(problems('BR', { ...luiza, name: 'Luiza 🎁' })).toEqual([
      { field: 'name', no: 'cannot_be_printed', sign: '🎁' },
    ]);
    expect(problems('BR', { ...luiza, street: 'x'.repeat(121) })).toEqual([
      { field: 'street', no: 'too_long', most: 120 },
    ]);
    expect(problems('BR', { ...luiza, name: '任正非' })).toEqual([]);
  });

  test('a region is free text where the country has no list, and may be missing where it is not required', () => {
    expect(
      address('KZ', { name: 'A', street: 'Abay 1', city: 'Almaty', region: 'Almaty', postalCode: '050012' }).region,
    ).toBe('Almaty');
    expect(problems('IE', { name: 'A', street: '1 Main St', city: 'Cork' })).toEqual([]);
    expect(problems('IE', { name: 'A', street: '1 Main St', city: 'Cork', region: 'Kent' })).toEqual([
      { field: 'region', no: 'region_unknown' },
    ]);
  });
});
