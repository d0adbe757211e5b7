import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId, newId, timeOfId, type Id } from './id.ts';

const noon = new Date('2026-11-22T12:00:00.123Z');

describe('id', () => {
  test('is a UUIDv7 of the time given', () => {
    const id = newId(noon);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(isId(id)).toBe(true);
    expect(timeOfId(id)).toEqual(noon);
  });

  test('ascends within one millisecond, and never repeats', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(noon));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ids of a later time sort after those of an earlier one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 2 }), fc.integer({ min: 1, max: 1e6 }), (time, later) => {
        const next = Math.min(time + later, 2 ** 48 - 1);
        const [first, second] = [newId(new Date(time)), newId(new Date(next))];
        expect(isId(first)).toBe(true);
        expect(first < second).toBe(true);
        expect(timeOfId(first).getTime()).toBe(time);
      }),
    );
  });

  test('two clocks in one process do not collide', () => {
    const other = new Date(noon.getTime() - 1000);
    const ids = Array.from({ length: 10_000 }, (_, i) => newId(i % 2 ? noon : other));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('everything else is not an id', () => {
    const id = newId(noon);
    const version4 = 'f47ac10b-58cc-4372-a567-0e02b2c3d479';
    for (const text of ['', 'x', version4, id.toUpperCase(), ` ${id}`, `${id}\n`, id.replaceAll('-', ''), 7, null]) {
      expect(isId(text)).toBe(false);
    }
    expect(() => timeOfId('f47ac10b')).toThrow('not an id');
    expect(() => newId(new Date(NaN))).toThrow('cannot carry this time');
    expect(() => newId(new Date(-1))).toThrow('cannot carry this time');
  });

  test('an id of one thing is not an id of another', () => {
    const order: Id<'order'> = newId(noon); // a plain string will do
    const text: string = order;
    // @ts-expect-error an order is not a store
    const store: Id<'store'> = order;
    expect(store).toBe(text);
  });
});
