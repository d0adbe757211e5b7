import { expect, test } from 'vitest';
import { canonical, pack, unpack } from './pack.ts';
import { json, sql } from './sql.ts';

test('values become parameters, and the same template is the same named statement', () => {
  const of = (id: string, n: number) => sql`select a from t where id = ${id} and n > ${n}`;
  expect(of('x', 1)).toMatchObject({ text: 'select a from t where id = $1 and n > $2', values: ['x', 1] });
  expect(of('y', 2).name).toBe(of('x', 1).name);
  expect(sql`select b from t`.name).not.toBe(of('x', 1).name);
});

test('parts nest, in order, and nothing stands for nothing', () => {
  const mine = sql.part`owner = ${'luc'}`;
  const both = sql.part`(${mine} or ${sql.part`n in (${1}, ${2})`})`;
  expect(sql`select a from t where ${both} and z = ${3} ${sql.none}`).toMatchObject({
    text: 'select a from t where (owner = $1 or n in ($2, $3)) and z = $4 ',
    values: ['luc', 1, 2, 3],
  });
});

test('answers come back as they were', () => {
  const answer = { total: 12n, at: new Date('2026-03-02T09:00:00Z'), list: [{ n: 0n }], none: null, text: '12n' };
  expect(unpack(pack(answer))).toEqual(answer);
  expect(json({ total: 12n })).toBe('{"total":"12"}');
});

test('the same input is the same text, whatever the order of its keys', () => {
  expect(canonical({ b: 1, a: { y: [1n, null], x: undefined } })).toBe(canonical({ a: { y: [1n, null] }, b: 1 }));
  expect(canonical({ a: 1 })).not.toBe(canonical({ a: 1n }));
  expect(canonical({ a: '1' })).not.toBe(canonical({ a: 1 }));
});
