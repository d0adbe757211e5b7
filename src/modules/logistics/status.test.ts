import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ends, follow, inOrder, parcelStates, readCode } from './status.ts';
import type { Scan } from './status.ts';

const start = Date.UTC(2026, 2, 2, 9);
const scan = (code: string, hour: number, corrects = false): Scan => ({
  code,
  status: readCode(code) ?? null,
  at: new Date(start + hour * 3_600_000),
  corrects,
});
const way = [
  scan('EMA', 0),
  scan('EMC', 30),
  scan('EMD', 90),
  scan('EDB', 100),
  scan('EDC', 110),
  scan('EDG', 150),
  scan('EMI', 155),
];

test('a parcel goes its way, and each scan says where it is', () => {
  expect(way.map((_, n) => follow(way.slice(0, n + 1)).state)).toEqual([
    'accepted',
    'departed_origin',
    'arrived_dest',
    'import_customs',
    'in_transit',
    'out_for_delivery',
    'delivered',
  ]);
  expect(follow(way)).toMatchObject({
    acceptedAt: way[0]!.at,
    deliveredAt: way[6]!.at,
    returnedAt: null,
    lostAt: null,
  });
  expect(follow([])).toMatchObject({ state: 'created', acceptedAt: null, lastEventAt: null });
});

test('in whatever order and however often they are told, the same scans say the same', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...way, ...way], { minLength: 14 }), (told) => {
      expect(follow(told)).toEqual(follow(way));
    }),
  );
});

test('whatever is told, an end without correction stays the end', () => {
  const any = fc.tuple(
    fc.constantFrom('EMA', 'EMC', 'EMH', 'EMI', 'RTS', 'EXX', 'info_received', '???'),
    fc.integer({ min: 0, max: 200 }),
  );
  fc.assert(
    fc.property(fc.array(any), fc.constantFrom('EMI', 'RTS'), (others, code) => {
      const before = others
        .filter(([other]) => !ends.includes(readCode(other)!))
        .map(([other, hour]) => scan(other, hour % 100));
      const after = others.map(([other, hour]) => scan(other, 101 + hour));
      expect(follow([...after, scan(code, 100), ...before]).state).toBe(readCode(code));
    }),
  );
});

test('scans of the same minute are read in the usual order', () => {
  const minute = ['EMI', 'EDG', 'EDC', 'EDB', 'EMD', 'EMC', 'EMA'].map((code) => scan(code, 1));
  expect(inOrder(minute).map(({ code }) => code)).toEqual(['EMA', 'EMC', 'EMD', 'EDB', 'EDC', 'EDG', 'EMI']);
  expect(follow(minute).state).toBe('delivered');
});

test('a correction reopens what had ended, and it may end again', () => {
  const wrong = [...way, scan('EMG', 170, true)];
  expect(follow(wrong)).toMatchObject({ state: 'in_transit', deliveredAt: null, acceptedAt: way[0]!.at });
  expect(follow([...wrong, scan('EMI', 190)])).toMatchObject({ state: 'delivered', deliveredAt: scan('EMI', 190).at });
  // A delivery told late but scanned before the correction does not count.
  expect(follow([...wrong, scan('EMI', 160)]).state).toBe('in_transit');
});

test('a lost parcel may turn up; one that came back may not be delivered', () => {
  expect(follow([scan('EMA', 0), scan('LST', 10), scan('EMI', 20)])).toMatchObject({
    state: 'delivered',
    lostAt: null,
  });
  expect(follow([scan('EMA', 0), scan('LST', 10), scan('EXX', 20)])).toMatchObject({
    state: 'lost',
    lostAt: scan('LST', 10).at,
  });
  expect(follow([scan('EMA', 0), scan('RTS', 10), scan('EMI', 20)])).toMatchObject({ state: 'returned' });
});

test('papers that come after the parcel, and codes nobody knows, change nothing', () => {
  expect(follow([scan('EMA', 0), scan('info_received', 5)]).state).toBe('accepted');
  expect(follow([scan('info_received', 0)])).toMatchObject({ state: 'info_received', acceptedAt: null });
  expect(follow([scan('EMA', 0), scan('ZZZ', 5)])).toMatchObject({ state: 'accepted', lastEventAt: scan('ZZZ', 5).at });
  expect(readCode('ZZZ')).toBeUndefined();
});

test('every state can be told by its own name', () => {
  for (const state of parcelStates) expect(readCode(state)).toBe(state);
});
