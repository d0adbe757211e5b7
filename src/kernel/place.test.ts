import { describe, expect, test } from 'vitest';
import {
  addressForm,
  countries,
  countriesByName,
  countryName,
  isCountry,
  postalCodeIn,
  regionIn,
  regionName,
  regionsByName,
  regionsOf,
} from './place.ts';

const fields = (country: string) =>
  addressForm(country).fields.map(
    ({ name, label, required }) => `${name}${label === name ? '' : `:${label}`}${required ? '*' : ''}`,
  );
const field = (country: string, name: string) => addressForm(country).fields.find((one) => one.name === name);
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
