import { expect, test } from 'vitest';
import { choicesOf } from './variant-choices.ts';

const options = [
  {
    code: 'colour',
    name: 'Colour',
    values: [
      { code: 'red', name: 'Red' },
      { code: 'blue', name: 'Blue' },
    ],
  },
  {
    code: 'size',
    name: 'Size',
    values: [
      { code: 's', name: 'S' },
      { code: 'm', name: 'M' },
    ],
  },
];
const variant = (id: string, colour: string, size: string, available = 5) => ({
  variant: id,
  label: `${colour}, ${size}`,
  choice: { colour, size },
  available,
  minimum: 1,
});
const leadsTo = (rows: ReturnType<typeof choicesOf>) => rows.map(({ values }) => values.map((one) => one.variant));

test('each value keeps the other choices', () => {
  const all = [
    variant('rs', 'red', 's'),
    variant('rm', 'red', 'm'),
    variant('bs', 'blue', 's'),
    variant('bm', 'blue', 'm', 0),
  ];
  const rows = choicesOf(options, all, 'rm');
  expect(leadsTo(rows)).toEqual([
    ['rm', 'bm'],
    ['rs', 'rm'],
  ]);
  expect(rows[0]!.values.map(({ here, soldOut }) => [here, soldOut])).toEqual([
    [true, false],
    [false, true],
  ]);
});

test('what was never made so leads to what can be had; a value that nothing has is left out', () => {
  const some = [variant('rm', 'red', 'm'), variant('bs', 'blue', 's')];
  expect(leadsTo(choicesOf(options, some, 'rm'))).toEqual([
    ['rm', 'bs'],
    ['bs', 'rm'],
  ]);
  expect(leadsTo(choicesOf(options, some.slice(0, 1), 'rm'))).toEqual([['rm'], ['rm']]);
});

test('variants that only have names stand in one row', () => {
  const named = [
    { variant: 'a', label: 'Small', choice: {}, available: 1, minimum: 3 },
    { variant: 'b', label: 'Large', choice: {}, available: 9, minimum: 3 },
  ];
  expect(choicesOf([], named, 'b')[0]!.values.map(({ name, here, soldOut }) => [name, here, soldOut])).toEqual([
    ['Small', false, true],
    ['Large', true, false],
  ]);
});
