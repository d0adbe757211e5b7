import { XMLParser } from 'fast-xml-parser';
import { afterEach, describe, expect, test } from 'vitest';
import { openTestWorld, type TestWorld } from '../testing.ts';
import { currencies, fixingOf, fixings, isFixingDay } from './rates.ts';

let town: TestWorld | undefined;
afterEach(() => town?.close());

interface Day {
  time: string;
  Cube: { currency: string; rate: string }[];
}
async function read(file: string, at: string): Promise<Day[]> {
  town = await openTestWorld({ at });
  const { body, headers } = await town.get(`/ecb/${file}`);
  expect(headers.get('content-type')).toContain('xml');
  const options = {
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name: string, path: unknown) => name === 'Cube' && path !== 'gesmes:Envelope.Cube',
  };
  const parsed = new XMLParser(options).parse(body);
  expect(parsed['gesmes:Envelope']['gesmes:Sender']['gesmes:name']).toBe('European Central Bank');
  return parsed['gesmes:Envelope'].Cube.Cube;
}

describe('the file of the day', () => {
  test('has every currency once, in the format of the Bank', async () => {
    const days = await read('eurofxref-daily.xml', '2026-11-20T15:00:00Z');
    expect(days.map(({ time }) => time)).toEqual(['2026-11-20']);
    const rates = Object.fromEntries(days[0]!.Cube.map(({ currency, rate }) => [currency, Number(rate)]));
    expect(Object.keys(rates)).toHaveLength(29);
    expect(Object.keys(rates)).toEqual(expect.arrayContaining(['USD', 'BRL', 'CNY', 'JPY', 'KRW', 'PLN', 'GBP']));
    expect(Object.keys(rates)).not.toContain('BGN');
    expect(days[0]!.Cube.every(({ rate }) => /^\d+(\.\d{1,5})?$/.test(rate))).toBe(true);
    for (const { currency, base } of currencies) expect(Math.abs(rates[currency]! / base - 1)).toBeLessThan(0.12);
  });

  test('is out at four in the afternoon in Frankfurt, winter and summer', async () => {
    const newest = (at: string) => fixings(new Date(at), 8)[0]!.day;
    expect([newest('2026-11-20T14:59:59Z'), newest('2026-11-20T15:00:00Z')]).toEqual(['2026-11-19', '2026-11-20']);
    expect([newest('2026-07-15T13:59:59Z'), newest('2026-07-15T14:00:00Z')]).toEqual(['2026-07-14', '2026-07-15']);
  });

  test('is that of Friday on a weekend, and that before the holidays after them', async () => {
    const newest = (at: string) => fixings(new Date(at), 8)[0]!.day;
    expect([newest('2026-11-22T20:00:00Z'), newest('2026-11-23T09:00:00Z')]).toEqual(['2026-11-20', '2026-11-20']);
    expect(newest('2026-04-06T20:00:00Z')).toBe('2026-04-02');
    expect(newest('2026-12-27T20:00:00Z')).toBe('2026-12-24');
  });
});

test('the file of ninety days has each business day once, newest first', async () => {
  const days = await read('eurofxref-hist-90d.xml', '2026-05-20T15:00:00Z');
  const times = days.map(({ time }) => time);
  expect(times[0]).toBe('2026-05-20');
  expect(times).toEqual(times.toSorted().reverse());
  expect(times.every(isFixingDay)).toBe(true);
  expect(times).toHaveLength(61);
  for (const closed of ['2026-04-03', '2026-04-06', '2026-05-01', '2026-05-16']) expect(times).not.toContain(closed);
});

test('a rate is the same whenever one asks for its day, moves from day to day, and does not jump', () => {
  expect(fixingOf('2026-11-20')).toEqual(fixingOf('2026-11-20'));
  const brl = (day: string) => Number(fixingOf(day).rates.find(({ currency }) => currency === 'BRL')!.rate);
  const year = Array.from({ length: 365 }, (_, i) =>
    brl(new Date(Date.UTC(2017, 0, 1 + i)).toISOString().slice(0, 10)),
  );
  const steps = year.slice(1).map((rate, i) => Math.abs(rate / year[i]! - 1));
  expect(Math.max(...steps)).toBeLessThan(0.03);
  expect(steps.filter((step) => step > 0).length).toBeGreaterThan(300);
  const dkk = fixings(new Date('2026-11-20T15:00:00Z'), 90).map(({ rates }) =>
    Number(rates.find(({ currency }) => currency === 'DKK')!.rate),
  );
  expect(Math.max(...dkk) - Math.min(...dkk)).toBeLessThan(0.01);
});
