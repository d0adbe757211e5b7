import { expect, test } from 'vitest';
import { optionsFrom, twice, variantsFor } from './options.ts';

const named = (en: string, pt = '') => ({ names: { en, 'pt-BR': pt } });
const before = optionsFrom([{ ...named('Colour', 'Cor'), values: [named('Red', 'Vermelho'), named('Blue', 'Azul')] }]);
const variant = (id: string, choice: Record<string, string>, minor = 100n) => ({
  id,
  sku: id,
  gtin: '',
  choice,
  tiers: [{ from: 1, minor }],
  grams: 700,
  sizeMm: [1, 2, 3] as const,
});

test('what is new gets a code from its name', () => {
  expect(before).toEqual([
    {
      code: 'colour',
      names: { en: 'Colour', 'pt-BR': 'Cor' },
      values: [
        { code: 'red', names: { en: 'Red', 'pt-BR': 'Vermelho' } },
        { code: 'blue', names: { en: 'Blue', 'pt-BR': 'Azul' } },
      ],
    },
  ]);
  const codes = (...values: { code?: string; names: Record<string, string> }[]) =>
    optionsFrom([{ names: { en: 'X' }, values }])[0]!.values.map(({ code }) => code);
  expect(codes(named('1.7 l, “large”'), named('', 'Médio'))).toEqual(['1-7-l-large', 'medio']);
  expect(codes({ names: { zh: '绿' } }, { names: { zh: '白' } })).toEqual(['value-1', 'value-2']);
});

test('what was there keeps its code under another name, and is gone without one', () => {
  const values = [
    { code: 'red', ...named('Crimson', 'Carmesim') },
    { code: 'blue', ...named('', ' ') },
    named('Red'),
    named(''),
  ];
  expect(optionsFrom([{ code: 'colour', ...named('Shade'), values }])).toEqual([
    {
      code: 'colour',
      names: { en: 'Shade' },
      values: [
        { code: 'red', names: { en: 'Crimson', 'pt-BR': 'Carmesim' } },
        // Red is another one now: the code is taken.
        { code: 'red-2', names: { en: 'Red' } },
      ],
    },
  ]);
  expect(optionsFrom([{ code: 'colour', ...named(''), values: [named('')] }])).toEqual([]);
});

test('values that are called the same are found', () => {
  expect(twice([named('Red', 'Vermelho'), named('Blue', 'Azul')])).toBeUndefined();
  expect(twice([named('Red', 'Vermelho'), named('Crimson', 'vermelho')])).toBe('vermelho');
  // The same word in two languages is no matter.
  expect(twice([named('Azul', 'Blue'), named('Blue', 'Azul')])).toBeUndefined();
});

test('every combination is a variant; those that were keep what they are', () => {
  const size = {
    code: 'size',
    names: { en: 'Size' },
    values: [
      { code: 's', names: { en: 'S' } },
      { code: 'l', names: { en: 'L' } },
    ],
  };
  const made = variantsFor(
    [...before, size],
    [variant('a', { colour: 'red' }, 500n), variant('b', { colour: 'blue' })],
  );
  expect(
    made.map(({ id, choice, sku, tiers }) => [id, choice['colour'], choice['size'], sku, tiers[0]!.minor]),
  ).toEqual([
    ['a', 'red', 's', 'a', 500n],
    [undefined, 'red', 'l', '', 500n],
    ['b', 'blue', 's', 'b', 100n],
    [undefined, 'blue', 'l', '', 500n],
  ]);
});

test('without options one variant is left', () => {
  expect(
    variantsFor([], [variant('a', { colour: 'red' }), variant('b', { colour: 'blue' })]).map(({ id, choice }) => [
      id,
      choice,
    ]),
  ).toEqual([['a', {}]]);
  expect(variantsFor([], [])).toEqual([
    { sku: '', gtin: '', choice: {}, tiers: [{ from: 1, minor: 0n }], grams: 0, sizeMm: [0, 0, 0] },
  ]);
});
