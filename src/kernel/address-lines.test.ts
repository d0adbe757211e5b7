import { describe, expect, test } from 'vitest';
import { addressLines, checkAddress, labelLines, type Address, type AddressFields } from './place.ts';
import { must } from './result.ts';

const address = (country: string, typed: AddressFields): Address => must(checkAddress(country, typed));
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
