import { expect, test } from 'vitest';
import { daysAhead } from './days-ahead.ts';

const now = new Date('2026-03-04T09:00:00Z');
const at = (day: string, minor: bigint, hour = '12') => ({ at: new Date(`2026-03-${day}T${hour}:00:00Z`), minor });
const monday = new Date('2026-03-09T06:00:00Z');
const told = (input: Omit<Parameters<typeof daysAhead>[0], 'now'>) =>
  daysAhead({ now, ...input }).map(({ day, released, orders, payout }) => [day.slice(8), released, orders, payout]);

test('what is released on one day is one sum, the nearest day first; what is late comes today', () => {
  const releases = [at('12', 500n), at('06', 100n), at('06', 200n, '23'), at('01', 50n)];
  expect(told({ available: 0n, releases, weekly: undefined })).toEqual([
    ['04', 50n, 1, 0n],
    ['06', 300n, 2, 0n],
    ['12', 500n, 1, 0n],
  ]);
});

test('each Monday sends what is there by then, and what comes later waits for the next', () => {
  const releases = [at('06', 300n), at('09', 70n, '07'), at('12', 500n)];
  expect(told({ available: 1_000n, releases, weekly: { nextAt: monday, minimum: 100n } })).toEqual([
    ['06', 300n, 1, 0n],
    ['09', 70n, 1, 1_300n],
    ['12', 500n, 1, 0n],
    ['16', 0n, 0, 570n],
  ]);
});

test('below the minimum it waits, and a debt is taken from what comes', () => {
  const weekly = { nextAt: monday, minimum: 400n };
  expect(told({ available: 0n, releases: [at('06', 300n), at('12', 200n)], weekly })).toEqual([
    ['06', 300n, 1, 0n],
    ['12', 200n, 1, 0n],
    ['16', 0n, 0, 500n],
  ]);
  expect(told({ available: -250n, releases: [at('06', 300n)], weekly })).toEqual([['06', 300n, 1, 0n]]);
  expect(told({ available: 0n, releases: [], weekly })).toEqual([]);
});

test('a plan that is late pays now, and goes on from its own day', () => {
  const weekly = { nextAt: new Date('2026-03-02T06:00:00Z'), minimum: 1n };
  expect(told({ available: 900n, releases: [at('10', 10n)], weekly })).toEqual([
    ['04', 0n, 0, 900n],
    ['10', 10n, 1, 0n],
    ['16', 0n, 0, 10n],
  ]);
});
