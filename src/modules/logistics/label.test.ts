import { expect, test } from 'vitest';
import { printLabel } from './label.ts';
import type { PostalAddress } from './shipment.ts';
import { printedLines, toldAddress } from './told-address.ts';

const kettle = {
  description: 'Electric kettle 1.7 l',
  hs: '8516.10.00',
  origin: 'CN',
  quantity: 1,
  value: { currency: 'CNY', minor: '12800' },
  grams: 1180,
};

async function labelFor(
  addressee: PostalAddress,
  kinds = 1,
): Promise<{ fonts: string[]; bytes: Uint8Array; text: string }> {
  const bytes = await printLabel(
    {
      store: '',
      reference: '7KX2M-09QTW',
      line: 'meridian',
      number: 'LZ473124829CN',
      routing_code: null,
      grams: 1320,
      sender: { country: 'CN', name: 'Mei Kettle Works', city: 'Shenzhen' },
      addressee,
      contents: Array.from({ length: kinds }, () => kettle),
      created_at: new Date('2026-03-02T09:00:00Z'),
      withdrawn_at: null,
    },
    'Meridian Line',
  );
  const text = Buffer.from(bytes).toString('latin1');
  return {
    bytes,
    text,
    fonts: [...new Set([...text.matchAll(/\/FontName\s*\/[A-Z]{6}\+(\w+)/g)].map((match) => match[1]!))].sort(),
  };
}
const at = (country: string, name: string, street: string, city: string): PostalAddress => ({
  country,
  name,
  street,
  city,
});

test.each([
  ['Cyrillic', at('RU', 'Анна Щербакова', 'ул. Большая Конюшенная, 27', 'Санкт-Петербург'), 'NotoSans'],
  ['Arabic', at('SA', 'فاطمة الراشد', 'شارع الملك فهد', 'الرياض'), 'NotoNaskhArabic'],
  ['Hebrew', at('IL', 'דנה כהן', 'רחוב דיזנגוף 50', 'תל אביב'), 'NotoSansHebrew'],
  ['Chinese', at('CN', '王喆堃', '建国门外大街1号', '北京市'), 'NotoSansHans'],
  ['Korean', at('KR', '김민수', '세종대로 209', '종로구'), 'NanumGothic'],
  ['Thai', at('TH', 'สมชาย ใจดี', '99/9 ถนนสุขุมวิท', 'วัฒนา'), 'NotoSansThai'],
])('an address in %s letters is printed with a font of ours that has them', async (_script, addressee, font) => {
  const { fonts } = await labelFor(addressee);
  expect(
    fonts.some((one) => one.startsWith(font)),
    fonts.join(),
  ).toBe(true);
  // Nothing fell back to whatever the machine has.
  expect(fonts.filter((one) => !/^(NotoSans|NotoNaskhArabic|NanumGothic)/.test(one))).toEqual([]);
});

test('one sheet of 100 × 150 mm; more when the contents do not fit', async () => {
  const sheets = (text: string) => [...text.matchAll(/\/Type\s*\/Page\b/g)].length;
  const one = await labelFor(at('BR', 'Luísa Araújo', 'Av. Paulista', 'São Paulo'));
  expect(one.text).toMatch(/\/MediaBox\s*\[0 0 283\.46\d* 425\.19\d*\]/);
  expect(sheets(one.text)).toBe(1);
  expect(sheets((await labelFor(at('BR', 'Luísa Araújo', 'Av. Paulista', 'São Paulo'), 30)).text)).toBeGreaterThan(1);
});

test('the same parcel prints the same bytes', async () => {
  const [first, again] = [
    await labelFor(at('BR', 'Luísa', 'Av. Paulista', 'São Paulo')),
    await labelFor(at('BR', 'Luísa', 'Av. Paulista', 'São Paulo')),
  ];
  expect(again.bytes).toEqual(first.bytes);
});

test('lines stand in the form of the address’s own country, the country below in English', () => {
  const luisa = {
    country: 'BR',
    name: 'Luísa Araújo',
    street: 'Av. Paulista',
    number: '1578',
    extra: 'ap 42',
    district: 'Bela Vista',
    city: 'São Paulo',
    region: 'SP',
    postalCode: '01310-200',
  };
  expect(printedLines(luisa, 'CN')).toEqual([
    'Luísa Araújo',
    'Av. Paulista, 1578 - ap 42',
    'Bela Vista',
    'SÃO PAULO - SP',
    '01310-200',
    'BRAZIL',
  ]);
  expect(printedLines({ country: 'CN', name: 'Mei Kettle Works', city: 'Shenzhen' }, 'BR')).toEqual([
    'Mei Kettle Works',
    'Shenzhen',
    'CHINA',
  ]);
  expect(toldAddress(luisa)).toEqual({
    country: 'BR',
    name: 'Luísa Araújo',
    lines: ['Av. Paulista, 1578', 'ap 42', 'Bela Vista'],
    city: 'São Paulo',
    region: 'SP',
    postal_code: '01310-200',
  });
});
