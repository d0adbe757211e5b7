import { expect, test } from 'vitest';
import { chosenIn, columnOf, queryOf, viewIn } from './order-list.ts';

const at = (query: string) => new URL(`http://here.test/seller/orders${query}`);

test('the list stands in its address, and reads what it wrote', () => {
  const asked = '?state=all&q=kettle&carriage=line&country=BR&sort=-total&page=3';
  expect(queryOf(viewIn(at(asked)), { page: 3 })).toBe(asked);
  expect(queryOf(viewIn(at('')))).toBe('');
  expect(queryOf(viewIn(at(asked)), { sort: 'name' })).toBe('?state=all&q=kettle&carriage=line&country=BR&sort=name');
  expect(viewIn(at('?page=nonsense'))).toMatchObject({ tab: 'funded', page: 1 });
});

test('who is chosen are ids, at most a hundred', () => {
  const id = '0195a3b2-0000-7000-8000-000000000001';
  expect(chosenIn(at(`?orders=${id},x,${id}`))).toEqual([id, id]);
  expect(chosenIn(at(`?orders=${Array.from({ length: 120 }, () => id).join(',')}`))).toHaveLength(100);
  expect(chosenIn(at(''))).toEqual([]);
});

test('a column is pasted as spreadsheets copy it', () => {
  expect(columnOf('RR1\r\n\r\nRR3\r\n')).toEqual(['RR1', '', 'RR3']);
  expect(columnOf('order 1\tRR1\norder 2\t RR2 ')).toEqual(['RR1', 'RR2']);
});
