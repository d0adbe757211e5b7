import { expect, test } from 'vitest';
import { codes, share, span } from './desk-fields.ts';
import type { Reader } from './fields.ts';

function read<T>(reader: Reader<T>, entries: string[], parts: Record<string, string> = {}) {
  const read = reader(entries, { locale: 'en', part: (name) => (parts[name] === undefined ? [] : [parts[name]]) });
  return read.ok ? read.value : read.refusal;
}

test('a length of time is read in its unit and kept in minutes', () => {
  expect(read(span(), [], { count: '7', unit: 'days' })).toBe(10_080);
  expect(read(span(), [], { count: '90', unit: 'minutes' })).toBe(90);
  expect(read(span(), [], { count: '0', unit: 'hours' })).toBe(0);
});

test('what is wrong with it is said at its own field, in its own unit', () => {
  expect(read(span(), [], { count: '7', unit: 'years' })).toEqual({
    no: 'parts',
    parts: { unit: { no: 'not_offered' } },
  });
  expect(read(span(), [], { unit: 'days' })).toEqual({ no: 'parts', parts: { count: { no: 'missing' } } });
  expect(read(span({ least: 90 }), [], { count: '1', unit: 'hours' })).toEqual({
    no: 'parts',
    parts: { count: { no: 'too_small', args: { least: 2 } } },
  });
  expect(read(span(), [], { count: '4000', unit: 'days' })).toEqual({
    no: 'parts',
    parts: { count: { no: 'too_large', args: { most: 3650 } } },
  });
});

test('codes are taken as people list them', () => {
  expect(read(codes(), ['br, cn;us\nBR'])).toEqual(['BR', 'CN', 'US']);
  expect(read(codes(), [' , '])).toEqual({ no: 'missing' });
  expect(read(codes({ empty: true }), [''])).toEqual([]);
});

test('a share is hundredths of a per cent', () => {
  expect(read(share({ most: 5 }), ['4.25'])).toBe(425);
  expect(read(share({ most: 5 }), ['5.01'])).toEqual({ no: 'too_large', args: { most: 5 } });
});
