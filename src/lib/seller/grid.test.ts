import { expect, test } from 'vitest';
import { cellsOf, inOneLine, isBlock, laidFrom, linesLacking } from './grid.ts';

test.for<[string, string, string[][]]>([
  [
    'a block of two lines',
    'a\tb\nc\td\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['line ends of Windows and of old Macs', 'a\r\nb\rc', [['a'], ['b'], ['c']]],
  ['empty cells stay where they are', '\t5\t\n', [['', '5', '']]],
  ['quotes around a tab and a line end', '"a\tb"\t"c\nd"\t"say ""so"""', [['a\tb', 'c\nd', 'say "so"']]],
  ['a quote within a word is itself', '12" pan\t1', [['12" pan', '1']]],
  ['one word', '  kettle ', [['kettle']]],
])('%s', ([, text, cells]) => {
  expect(cellsOf(text)).toEqual(cells);
});

test('lines become one where a cell has only one', () => {
  expect(inOneLine('Boils fast. \n\n Keeps warm.')).toBe('Boils fast. Keeps warm.');
});

test('a single cell is no block', () => {
  expect(isBlock(cellsOf('kettle'))).toBe(false);
  expect(isBlock(cellsOf('a\tb'))).toBe(true);
  expect(isBlock(cellsOf('a\nb'))).toBe(true);
});

test('a block is laid from where one stands; what sticks out is left, and holes stay', () => {
  const grid = [
    ['a1', 'b1', undefined],
    ['a2', 'b2', 'c2'],
  ];
  expect(laidFrom(grid, { row: 0, column: 1 }, [['1', '2', '3'], ['4', '5'], ['6']])).toEqual([
    { cell: 'b1', text: '1' },
    { cell: 'b2', text: '4' },
    { cell: 'c2', text: '5' },
  ]);
});

test('lines that are lacking are counted', () => {
  expect(linesLacking(4, 2, [1, 2, 3])).toBe(1);
  expect(linesLacking(4, 0, [1, 2, 3])).toBe(0);
});
