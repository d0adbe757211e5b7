import { expect, test } from 'vitest';
import { scoreOf, scoreRules } from './listing-score.ts';
import type { RuleName, Scored } from './listing-score.ts';

const locales = ['en', 'pt-BR'];
const whole: Scored = {
  kind: 'goods',
  brand: 'Heron',
  titles: { en: 'Glass kettle with thermometer', 'pt-BR': 'Chaleira de vidro' },
  descriptions: { en: 'Boils fast. '.repeat(20), 'pt-BR': 'Ferve depressa.' },
  attributes: { capacity: 1.7, material: 'glass' },
  hs: '851610',
  origin: 'CN',
  variants: [
    {
      key: 'v1',
      tiers: [{ from: 1, minor: 100n }],
      sku: 'K',
      gtin: '4006381333931',
      grams: 900,
      sizeMm: [1, 2, 3],
      onHand: 4,
    },
  ],
  pictures: Array.from({ length: 4 }, () => ({ width: 900, height: 1200 })),
  asked: [
    { code: 'capacity', required: true },
    { code: 'material', required: false },
    { code: 'power', required: false },
  ],
  locales,
};
const [variant] = whole.variants;

test('the points of all rules are a hundred, and each name stands once', () => {
  expect(scoreRules.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  expect(new Set(scoreRules.map(({ name }) => name)).size).toBe(scoreRules.length);
});

test('a listing that lacks nothing has a hundred', () => {
  expect(scoreOf(whole)).toMatchObject({ total: 100, toMend: [] });
});

test.for<[RuleName, Partial<Scored>, number, string]>([
  ['picture', { pictures: [] }, 0, 'picture'],
  ['more_pictures', { pictures: whole.pictures.slice(0, 2) }, 5, 'picture'],
  ['large_picture', { pictures: whole.pictures.map(() => ({ width: 799, height: 2000 })) }, 0, 'picture'],
  ['title', { titles: { ...whole.titles, en: 'Kettle' } }, 0, 'titles.en'],
  ['title', { titles: { ...whole.titles, en: 'k'.repeat(121) } }, 0, 'titles.en'],
  ['description', { descriptions: { ...whole.descriptions, en: 'x'.repeat(100) } }, 5, 'descriptions.en'],
  ['titles_in_all', { titles: { en: whole.titles['en']! } }, 4, 'titles.pt-BR'],
  ['descriptions_in_all', { descriptions: { en: whole.descriptions['en']! } }, 3, 'descriptions.pt-BR'],
  ['required_details', { attributes: { material: 'glass' } }, 0, 'a.capacity'],
  ['more_details', { attributes: { capacity: 1 } }, 0, 'a.material'],
  ['brand', { brand: '' }, 0, 'brand'],
  ['price', { variants: [{ ...variant!, tiers: [] }, variant!] }, 2, 'v.v1.price.0'],
  ['stock', { variants: [{ ...variant!, onHand: 0 }] }, 0, 'v.v1.onHand'],
  ['parcel', { variants: [{ ...variant!, sizeMm: [1, 0, 1] }] }, 0, 'v.v1.grams'],
  ['bar_codes', { variants: [{ ...variant!, gtin: '' }] }, 0, 'v.v1.gtin'],
  ['customs_code', { hs: '' }, 0, 'hs'],
  ['origin', { origin: '' }, 0, 'origin'],
])('%s: what lacks is named with its field', ([name, lacking, reached, field]) => {
  const { total, toMend } = scoreOf({ ...whole, ...lacking });
  expect(total).toBeLessThan(100);
  expect(toMend).toContainEqual({ name, points: scoreRules.find((one) => one.name === name)!.points, reached, field });
});

test('what counts most comes first, and a listing without variants has no price', () => {
  const { toMend } = scoreOf({ ...whole, pictures: [], brand: '', variants: [] });
  expect(toMend.map(({ name }) => name).slice(0, 2)).toEqual(['picture', 'more_pictures']);
  expect(toMend).toContainEqual(expect.objectContaining({ name: 'price', field: 'v.new0.price.0' }));
});

test('digital goods need no parcel and no customs to be whole', () => {
  const digital = scoreOf({
    ...whole,
    kind: 'digital',
    hs: '',
    origin: '',
    variants: [{ ...variant!, grams: 0, onHand: 0 }],
  });
  expect(digital).toMatchObject({ total: 100, toMend: [] });
});
