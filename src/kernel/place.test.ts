import { describe, expect, test } from 'vitest';
import {
  addressForm,
  addressLines,
  checkAddress,
  countries,
  countriesByName,
  countryName,
  isCountry,
  labelLines,
  postalCodeIn,
  regionIn,
  regionName,
  regionOfPostalCode,
  regionsByName,
  regionsOf,
  type Address,
  type AddressFields,
} from './place.ts';
import { must } from './result.ts';

const fields = (country: string) =>
  addressForm(country).fields.map(
    ({ name, label, required }) => `${name}${label === name ? '' : `:${label}`}${required ? '*' : ''}`,
  );
const field = (country: string, name: string) => addressForm(country).fields.find((one) => one.name === name);
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

describe('countries', () => {
  test('are those of ISO 3166-1, with names in every language', () => {
    expect(countries).toHaveLength(249);
    expect(countries).toEqual([...countries].sort());
    expect(isCountry('BR')).toBe(true);
    for (const code of ['XX', 'br', 'EU', 'UK', '']) expect(isCountry(code), code).toBe(false);
    expect(countries.filter((code) => countryName(code, 'en') === code)).toEqual([]);
    expect([countryName('BR', 'pt-BR'), countryName('BR', 'zh'), countryName('DE', 'ru')]).toEqual([
      'Brasil',
      '巴西',
      'Германия',
    ]);
  });

  test('are sorted as the reader sorts', () => {
    const names = countriesByName('de').map(({ name }) => name);
    expect(names.indexOf('Ägypten')).toBeLessThan(names.indexOf('Albanien'));
    expect(names).toHaveLength(249);
  });
});

describe('forms', () => {
  test('ask what each country asks, in its order and by its names', () => {
    expect(fields('BR')).toEqual([
      'name*',
      'company',
      'postalCode:cep*',
      'street*',
      'number*',
      'extra',
      'district:neighborhood*',
      'city*',
      'region:uf*',
    ]);
    expect(fields('US')).toEqual(['name*', 'company', 'street*', 'extra', 'city*', 'region:state*', 'postalCode:zip*']);
    expect(fields('GB')).toEqual(['name*', 'company', 'street*', 'extra', 'city:post_town*', 'postalCode:postcode*']);
    expect(fields('CN')).toEqual([
      'name*',
      'company',
      'region:province*',
      'city*',
      'district',
      'street*',
      'extra',
      'postalCode:postal_code*',
    ]);
    expect(fields('JP')).toEqual([
      'name*',
      'company',
      'postalCode:postal_code*',
      'region:prefecture*',
      'city*',
      'street*',
      'extra',
    ]);
    expect(fields('DE')).toEqual(['name*', 'company', 'street*', 'extra', 'postalCode:postal_code*', 'city*']);
    expect(fields('FR')).toEqual(fields('DE'));
    expect(fields('RU')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'city*',
      'region:oblast*',
      'postalCode:postal_code*',
    ]);
    expect(fields('SA')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'district',
      'city*',
      'postalCode:postal_code*',
    ]);
    expect(fields('IN')).toEqual(['name*', 'company', 'street*', 'extra', 'city*', 'postalCode:pin*', 'region:state*']);
    expect(fields('AU')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'city:suburb*',
      'region:state*',
      'postalCode:postcode*',
    ]);
    expect(fields('CA')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'city*',
      'region:province*',
      'postalCode:postal_code*',
    ]);
    expect(fields('MX')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'district:neighborhood',
      'postalCode:postal_code*',
      'city*',
      'region:state*',
    ]);
    expect(fields('IE')).toEqual([
      'name*',
      'company',
      'street*',
      'extra',
      'district:townland',
      'city*',
      'region:county',
      'postalCode:eircode',
    ]);
    expect(fields('HK')).toEqual(['name*', 'company', 'region:area*', 'city:district', 'street*', 'extra']);
  });

  test('help the person and the browser', () => {
    expect(field('BR', 'postalCode')).toMatchObject({
      example: '01310-100',
      digits: true,
      autocomplete: 'postal-code',
    });
    expect(field('GB', 'postalCode')).toMatchObject({ example: 'SW1A 1AA', digits: false });
    expect(field('JP', 'region')?.choices).toHaveLength(47);
    expect(field('DE', 'region')).toBeUndefined();
  });

  test('of every country can be drawn, and every example is a postal code of its country', () => {
    for (const country of countries) {
      const form = addressForm(country);
      expect(form.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['name', 'street']));
      for (const example of form.postalCode?.examples ?? []) {
        for (const typed of [example, example.toLowerCase(), example.replace(/[ -]/g, ''), ` ${example} `]) {
          expect(postalCodeIn(country, typed), `${country} ${typed}`).toBe(example);
        }
      }
    }
    expect(() => addressForm('XX')).toThrow('no such country: XX');
  });
});

describe('regions', () => {
  test('are listed where people choose them', () => {
    const counts = {
      BR: 27,
      CN: 31,
      CA: 13,
      AU: 9,
      JP: 47,
      MX: 32,
      IN: 36,
      RU: 83,
      HK: 3,
      IT: 107,
      ES: 52,
      VN: 34,
      DE: 0,
    };
    for (const [country, count] of Object.entries(counts)) expect(regionsOf(country), country).toHaveLength(count);
    for (const country of countries) {
      const codes = regionsOf(country).map(({ code }) => code);
      expect(new Set(codes).size, country).toBe(codes.length);
      for (const { code, name } of regionsOf(country)) {
        expect(code, `${country} ${name}`).toMatch(/^[A-Z0-9-]+$/);
        expect(name.trim(), `${country} ${code}`).not.toBe('');
      }
    }
  });

  test('are found by code or name in either script', () => {
    expect(regionIn('BR', 'sp')?.code).toBe('SP');
    expect(regionIn('BR', 'sao paulo')?.code).toBe('SP');
    expect(regionIn('CN', '广东省')?.code).toBe('44');
    expect(regionIn('CN', 'Guangdong')?.code).toBe('44');
    expect(regionIn('JP', 'tokyo')?.code).toBe('13');
    expect(regionIn('BR', 'Lisboa')).toBeUndefined();
  });

  test('are named as the reader can read', () => {
    expect(regionName('CN', '44', 'zh-CN')).toBe('广东省');
    expect(regionName('CN', '44', 'pt-BR')).toBe('Guangdong');
    expect(regionName('JP', '13', 'ja')).toBe('東京都');
    expect(regionName('RU', 'MOW', 'ru')).toBe('Москва');
    expect(regionName('RU', 'MOW', 'en')).toBe('Moskva');
    expect(regionName('VN', 'HN', 'vi')).toBe('Hà Nội');
    expect(regionName('VN', 'HN', 'en')).toBe('Hanoi');
    expect(regionName('BR', 'SP', 'zh')).toBe('São Paulo');
    expect(regionName('BR', '??', 'en')).toBe('??');
    expect(
      regionsByName('BR', 'pt-BR')
        .slice(0, 3)
        .map(({ code }) => code),
    ).toEqual(['AC', 'AL', 'AP']);
  });
});

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

describe('on paper', () => {
  test.each<[string, AddressFields, string[]]>([
    ['BR', luiza, ['Luiza Prado', 'Avenida Paulista, 1578 - ap 42', 'Bela Vista', 'São Paulo - SP', '01310-200']],
    [
      'US',
      {
        name: 'Ann Lee',
        company: 'Lee & Co',
        street: '548 Market St',
        extra: 'Suite 9',
        city: 'San Francisco',
        region: 'California',
        postalCode: '941045401',
      },
      ['Ann Lee', 'Lee & Co', '548 Market St', 'Suite 9', 'San Francisco, CA 94104-5401'],
    ],
    [
      'GB',
      { name: 'Tom', street: '10 Downing Street', city: 'London', postalCode: 'sw1a2aa' },
      ['Tom', '10 Downing Street', 'London', 'SW1A 2AA'],
    ],
    [
      'CN',
      { name: '梅', street: '科技园路1号', district: '南山区', city: '深圳市', region: '广东省', postalCode: '518057' },
      ['518057', '广东省深圳市南山区', '科技园路1号', '梅'],
    ],
    [
      'CN',
      {
        name: 'Mei',
        street: '1 Keji Yuan Road',
        district: 'Nanshan',
        city: 'Shenzhen',
        region: '44',
        postalCode: '518057',
      },
      ['Mei', '1 Keji Yuan Road', 'Nanshan', 'Shenzhen', 'Guangdong, 518057'],
    ],
    [
      'CN',
      { name: '李', street: '建国路1号', district: '朝阳区', city: '北京市', region: '11', postalCode: '100022' },
      ['100022', '北京市朝阳区', '建国路1号', '李'],
    ],
    [
      'JP',
      { name: '佐藤', street: '千代田1-1', city: '千代田区', region: '東京都', postalCode: '1000001' },
      ['〒100-0001', '東京都千代田区', '千代田1-1', '佐藤'],
    ],
    [
      'JP',
      { name: 'Sato', street: '1-1 Chiyoda', city: 'Chiyoda-ku', region: '13', postalCode: '1000001' },
      ['Sato', '1-1 Chiyoda', 'Chiyoda-ku, Tokyo 100-0001'],
    ],
    [
      'DE',
      { name: 'Jürgen', street: 'Gontardstraße 7', city: 'Berlin', postalCode: '10178' },
      ['Jürgen', 'Gontardstraße 7', '10178 Berlin'],
    ],
    [
      'FR',
      { name: 'Luc', company: 'SARL Luc', street: '1 rue de la Paix', city: 'Lyon', postalCode: '69001' },
      ['SARL Luc', 'Luc', '1 rue de la Paix', '69001 Lyon'],
    ],
    [
      'RU',
      { name: 'Ольга', street: 'ул. Ленина, 20', extra: 'кв. 5', city: 'Курган', region: 'KGN', postalCode: '640000' },
      ['Ольга', 'ул. Ленина, 20', 'кв. 5', 'Курган', 'Курганская область', '640000'],
    ],
    [
      'RU',
      { name: 'Ольга', street: 'Тверская, 1', city: 'Москва', region: 'MOW', postalCode: '125009' },
      ['Ольга', 'Тверская, 1', 'Москва', '125009'],
    ],
    [
      'SA',
      { name: 'Huda', street: 'King Fahd Road 8228', district: 'Al Olaya', city: 'Riyadh', postalCode: '122136411' },
      ['Huda', 'King Fahd Road 8228', 'Al Olaya', 'Riyadh 12213-6411'],
    ],
    [
      'IN',
      { name: 'Asha', street: '12 MG Road', city: 'Bengaluru', region: 'KA', postalCode: '560001' },
      ['Asha', '12 MG Road', 'Bengaluru 560001', 'Karnataka'],
    ],
    [
      'AU',
      { name: 'Kim', street: '5 Rainer Street', city: 'Pascoe Vale South', region: 'VIC', postalCode: '3044' },
      ['Kim', '5 Rainer Street', 'Pascoe Vale South VIC 3044'],
    ],
    [
      'CA',
      { name: 'Zoé', street: '24 Sussex Drive', city: 'Ottawa', region: 'ON', postalCode: 'k1m1m4' },
      ['Zoé', '24 Sussex Drive', 'Ottawa ON K1M 1M4'],
    ],
    [
      'MX',
      {
        name: 'Ana',
        street: 'Reforma 222',
        extra: 'Int. 4',
        district: 'Juárez',
        city: 'Cuauhtémoc',
        region: 'CMX',
        postalCode: '06600',
      },
      ['Ana', 'Reforma 222', 'Int. 4', 'Juárez', '06600 Cuauhtémoc, Ciudad de México'],
    ],
    [
      'IE',
      { name: 'Eoin', street: '1 Main Street', city: 'Clifden', region: 'G', postalCode: 'h71xx20' },
      ['Eoin', '1 Main Street', 'Clifden', 'Co. Galway', 'H71 XX20'],
    ],
    [
      'HK',
      { name: 'Lee', street: '1 Nathan Road', city: 'Tsim Sha Tsui', region: 'KLN' },
      ['Lee', '1 Nathan Road', 'Tsim Sha Tsui', 'Kowloon'],
    ],
    ['HK', { name: '李', street: '彌敦道1號', city: '尖沙咀', region: 'KLN' }, ['九龍', '尖沙咀', '彌敦道1號', '李']],
    [
      'KR',
      { name: '김', street: '테헤란로 1', city: '강남구', region: '11', postalCode: '06133' },
      ['서울특별시 강남구', '테헤란로 1', '김', '06133'],
    ],
    [
      'ES',
      { name: 'Eva', street: 'Gran Vía 1', city: 'Madrid', region: 'M', postalCode: '28013' },
      ['Eva', 'Gran Vía 1', '28013 Madrid'],
    ],
    [
      'TR',
      { name: 'Ece', street: 'Bayıldım Cad. 2', city: 'Beşiktaş', region: '34', postalCode: '34357' },
      ['Ece', 'Bayıldım Cad. 2', '34357 Beşiktaş/İstanbul'],
    ],
    [
      'SG',
      { name: 'Tan', street: '16 Sandilands Road', postalCode: '546080' },
      ['Tan', '16 Sandilands Road', 'SINGAPORE 546080'],
    ],
    [
      'IT',
      { name: 'Ugo', street: 'Via Roma 1', city: 'Milano', region: 'Milano', postalCode: '20147' },
      ['Ugo', 'Via Roma 1', '20147 Milano MI'],
    ],
  ])('%s: %o', (country, typed, lines) => {
    expect(addressLines(address(country, typed))).toEqual(lines);
  });

  test('what is missing takes its signs along', () => {
    expect(addressLines({ country: 'US', name: 'Ann', street: '1 Main St', city: 'Reno' })).toEqual([
      'Ann',
      '1 Main St',
      'Reno',
    ]);
    expect(addressLines({ country: 'US', name: '', street: '1 Main St', region: 'NV', postalCode: '89501' })).toEqual([
      '1 Main St',
      'NV 89501',
    ]);
    expect(addressLines({ country: 'BR', name: 'A', street: 'Rua B', region: 'SP' })).toEqual(['A', 'Rua B', 'SP']);
    expect(addressLines({ country: 'JP', name: '佐藤', street: '千代田1-1' })).toEqual(['千代田1-1', '佐藤']);
  });

  test('a label going abroad ends with the country, in capitals as the post wants them', () => {
    const label = address('BR', luiza);
    expect(labelLines(label, 'CN')).toEqual([
      'Luiza Prado',
      'Avenida Paulista, 1578 - ap 42',
      'Bela Vista',
      'SÃO PAULO - SP',
      '01310-200',
      'BRAZIL',
    ]);
    expect(labelLines(label, 'BR').at(-1)).toBe('01310-200');
    const ottawa = address('CA', {
      name: 'Zoé',
      street: '24 Sussex Drive',
      city: 'Ottawa',
      region: 'ON',
      postalCode: 'K1M1M4',
    });
    expect(labelLines(ottawa, 'CN')).toEqual(['ZOÉ', '24 SUSSEX DRIVE', 'OTTAWA ON K1M 1M4', 'CANADA']);
  });

  test('the order of Latin letters can be asked for', () => {
    const mei = address('CN', {
      name: '梅',
      street: '科技园路1号',
      district: '南山区',
      city: '深圳市',
      region: '44',
      postalCode: '518057',
    });
    expect(addressLines(mei, { latin: true })).toEqual(['梅', '科技园路1号', '南山区', '深圳市', 'Guangdong, 518057']);
  });
});
