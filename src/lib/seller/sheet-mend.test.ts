import { expect, test } from 'vitest';
import { mendedCell, mendName, toMend } from './sheet-mend.ts';

const problem = { n: 4, row: 'Kettle', field: 'price', column: 'Price', text: 'twelve', says: 'No amount.' };

test('cells that are in the way become a grid, each with what is wrong', () => {
  const { columns, lines, errors, whole } = toMend([
    problem,
    { ...problem, field: 'title.en', column: 'Title', text: '', says: 'Missing.' },
    { ...problem, says: 'Too large.' },
    { ...problem, n: 5, row: '', text: '1.234' },
    { ...problem, n: 6, field: '', column: '', says: 'In review.' },
  ]);
  expect(columns.map(({ name, label }) => [name, label])).toEqual([
    ['price', 'Price'],
    ['title.en', 'Title'],
  ]);
  expect(lines).toEqual([
    { key: '4', label: '4 · Kettle', cells: { price: 'twelve', 'title.en': '' } },
    { key: '5', label: '5', cells: { price: '1.234' } },
  ]);
  expect(errors).toEqual({
    'm.4.price': 'No amount. Too large.',
    'm.4.title.en': 'Missing.',
    'm.5.price': 'No amount.',
  });
  expect(whole.map(({ n }) => n)).toEqual([6]);
});

test('a description is mended in a cell of several lines, which it keeps', () => {
  const text = 'Boils fast.\n\nKeeps warm.';
  const { columns, lines } = toMend([problem, { ...problem, field: 'description.en', column: 'Description', text }]);
  expect(columns.map(({ lines: several = false }) => several)).toEqual([false, true]);
  expect(lines[0]!.cells['description.en']).toBe(text);
});

test('the name of a cell is read back', () => {
  expect(mendedCell(mendName('4', 'title.pt-BR'))).toEqual({ n: 4, field: 'title.pt-BR' });
  expect(mendedCell('f.4')).toBeUndefined();
  expect(mendedCell('m.x.price')).toBeUndefined();
});
