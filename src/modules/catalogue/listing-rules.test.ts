import { describe, expect, test } from 'vitest';
import { treeOf } from './category.ts';
import type { Attribute } from './category.ts';
import type { Listing, Variant } from './listing.ts';
import { incompleteWhen, problemsOf, wrongWhen } from './listing-rules.ts';

const attribute = (code: string, more: Partial<Attribute> = {}): Attribute => ({
  code,
  names: { en: code },
  kind: 'text',
  unit: '',
  required: false,
  choices: [],
  source: 'house',
  ...more,
});
const category = (id: string, parent: string | null, attributes: Attribute[] = []) => ({
  id,
  parent,
  path: parent ? [parent, id] : [id],
  names: { en: id },
  hs: null,
  attributes,
});
const { byId } = treeOf([
  category('home', null, [
    attribute('colour', { kind: 'choice', choices: [{ code: 'red', names: { en: 'Red' } }] }),
    attribute('made-of'),
  ]),
  category('kettles', 'home', [
    attribute('capacity', { kind: 'number', unit: 'l', required: true }),
    attribute('cordless', { kind: 'yes_no' }),
  ]),
]);

const variant: Variant = {
  id: 'v',
  sku: 'K-1',
  gtin: '',
  choice: {},
  tiers: [{ from: 1, minor: 100n }],
  grams: 900,
  sizeMm: [1, 2, 3],
  onHand: 1,
};
const listing: Listing = {
  category: 'kettles',
  kind: 'goods',
  brand: 'Heron',
  titles: { en: 'Kettle' },
  descriptions: {},
  attributes: { capacity: 1.7 },
  options: [],
  pictures: [],
  hs: '851610',
  origin: 'CN',
  battery: 'none',
  variants: [variant],
};

const wrong = (change: Partial<Listing>, where = 'kettles') =>
  problemsOf(wrongWhen, { ...listing, ...change }, byId.get(where)!).map(
    ({ where: place, what }) => `${place} ${what}`,
  );
const wrongVariant = (change: Partial<Variant>) => wrong({ variants: [{ ...variant, ...change }] });
const missing = (change: Partial<Listing>) =>
  problemsOf(incompleteWhen, { ...listing, ...change }, byId.get('kettles')!).map(
    ({ where, what }) => `${where} ${what}`,
  );

test('a good listing is neither wrong nor incomplete', () => {
  expect([...wrong({}), ...missing({})]).toEqual([]);
});

test('attributes are asked by the category and all above it, each in its kind', () => {
  expect(wrong({ attributes: { capacity: 1.7, colour: 'red', 'made-of': 'steel', cordless: true } })).toEqual([]);
  expect(wrong({ attributes: { capacity: '1.7' } })).toEqual(['attributes.capacity is_no_number']);
  expect(wrong({ attributes: { colour: 'pink' } })).toEqual(['attributes.colour is_not_among_the_choices']);
  expect(wrong({ attributes: { cordless: 'yes' } })).toEqual(['attributes.cordless is_not_yes_or_no']);
  expect(wrong({ attributes: { 'made-of': 7 } })).toEqual(['attributes.made-of is_no_text']);
  expect(wrong({ attributes: { 'made-of': 'x'.repeat(1001) } })).toEqual(['attributes.made-of is_too_long']);
  expect(wrong({ attributes: { wings: 2 } })).toEqual(['attributes.wings is_not_asked_here']);
  expect(missing({ attributes: {} })).toEqual(['attributes.capacity is_missing']);
});

test('goods are listed in leaves', () => {
  expect(problemsOf(wrongWhen, { ...listing, attributes: {} }, byId.get('home')!)).toEqual([
    { where: 'category', what: 'choose_a_category_further_down', oneOf: ['kettles'] },
  ]);
});

test('words have a length, languages a name', () => {
  expect(wrong({ titles: { en: 'x'.repeat(201) } })).toEqual(['titles.en is_too_long']);
  expect(wrong({ titles: { 'pt-BR': 'x', 'zh-Hant': 'x' } })).toEqual([]);
  expect(wrong({ titles: { english: 'x' } })).toEqual(['titles.english language_is_not_known']);
  expect(wrong({ descriptions: { en: 'x'.repeat(20_001) } })).toEqual(['descriptions.en is_too_long']);
  expect(wrong({ brand: 'x'.repeat(81) })).toEqual(['brand is_too_long']);
  expect(missing({ titles: {} })).toEqual(['titles is_missing']);
});

describe('variants', () => {
  const colour = {
    code: 'colour',
    names: { en: 'Colour' },
    values: [
      { code: 'red', names: { en: 'Red' } },
      { code: 'blue', names: { en: 'Blue' } },
    ],
  };
  const of = (...choices: Record<string, string>[]) =>
    choices.map((choice, n) => ({ ...variant, id: `v${n}`, sku: `K-${n}`, choice }));

  test('take one value of each option, and no two the same', () => {
    expect(wrong({ options: [colour], variants: of({ colour: 'red' }, { colour: 'blue' }) })).toEqual([]);
    expect(wrong({ options: [colour], variants: of({ colour: 'red' }, { colour: 'red' }) })).toEqual([
      'variants are_twice_the_same',
    ]);
    expect(wrong({ options: [colour], variants: of({ colour: 'green' }) })).toEqual([
      'variants.0.choice does_not_fit_the_options',
    ]);
    expect(wrong({ options: [colour], variants: of({}) })).toEqual(['variants.0.choice does_not_fit_the_options']);
    expect(wrong({ variants: of({ colour: 'red' }) })).toEqual(['variants.0.choice does_not_fit_the_options']);
    expect(wrong({ variants: of({}, {}) })).toEqual(['variants are_twice_the_same']);
    expect(wrong({ options: [colour, colour], variants: [] })).toEqual(['options are_twice_the_same']);
    expect(wrong({ options: [{ ...colour, code: 'Co lour' }], variants: [] })).toEqual(['options.0 is_no_code']);
    expect(wrong({ options: [{ ...colour, values: [] }], variants: [] })).toEqual(['options.0 is_missing']);
    expect(wrong({ options: [{ ...colour, names: {} }], variants: [] })).toEqual(['options.0 name_is_missing']);
    expect(missing({ variants: [] })).toEqual(['variants is_missing']);
  });

  test('cost less the more are bought, and never nothing', () => {
    const tiers = (...list: [number, bigint][]) =>
      wrongVariant({ tiers: list.map(([from, minor]) => ({ from, minor })) });
    expect(tiers([2, 100n], [10, 90n], [100, 1n])).toEqual([]);
    expect(tiers([1, 100n], [10, 100n])).toEqual(['variants.0.tiers more_pieces_must_cost_less']);
    expect(tiers([10, 100n], [10, 90n])).toEqual(['variants.0.tiers more_pieces_must_cost_less']);
    expect(tiers([0, 100n])).toEqual(['variants.0.tiers pieces_are_wrong']);
    expect(tiers([1.5, 100n])).toEqual(['variants.0.tiers pieces_are_wrong']);
    expect(tiers([1, -1n])).toEqual(['variants.0.tiers price_is_wrong']);
    expect(tiers([1, 10n ** 15n])).toEqual(['variants.0.tiers price_is_wrong']);
    expect(tiers()).toEqual(['variants.0.tiers is_missing']);
    expect(missing({ variants: [{ ...variant, tiers: [{ from: 1, minor: 0n }] }] })).toEqual([
      'variants.0.tiers price_is_missing',
    ]);
  });

  test('have bar codes with a right check digit, numbers of their own, a weight and a size', () => {
    expect(wrongVariant({ gtin: '4006381333931' })).toEqual([]);
    expect(wrongVariant({ gtin: '4006381333932' })).toEqual(['variants.0.gtin is_no_bar_code']);
    expect(wrongVariant({ sku: 'x'.repeat(61) })).toEqual(['variants.0.sku is_too_long']);
    expect(
      wrong({
        options: [colour],
        variants: of({ colour: 'red' }, { colour: 'blue' }).map((one) => ({ ...one, sku: 'same' })),
      }),
    ).toEqual(['variants skus_are_twice_the_same']);
    expect(wrongVariant({ grams: 0.5 })).toEqual(['variants.0.grams is_wrong']);
    expect(wrongVariant({ sizeMm: [1, 2, 10_001] })).toEqual(['variants.0.sizeMm is_wrong']);
    expect(wrongVariant({ onHand: -1 })).toEqual(['variants.0.onHand is_wrong']);
    expect(missing({ variants: [{ ...variant, grams: 0 }] })).toEqual(['variants.0.grams is_missing']);
    expect(missing({ variants: [{ ...variant, sizeMm: [0, 1, 1] }] })).toEqual(['variants.0.sizeMm is_missing']);
  });
});

test('customs data are right, and there for goods; digital goods need none', () => {
  expect(wrong({ hs: '77' })).toEqual(['hs is_no_hs_code']);
  expect(wrong({ origin: 'XX' })).toEqual(['origin is_no_country']);
  expect(wrong({ battery: 'lead' as never })).toEqual(['battery is_not_known']);
  expect(missing({ hs: '', origin: '' })).toEqual(['hs is_missing', 'origin is_missing']);
  expect(
    missing({ kind: 'digital', hs: '', origin: '', variants: [{ ...variant, grams: 0, sizeMm: [0, 0, 0] }] }),
  ).toEqual([]);
});
