import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { shelf } from './shelf.ts';
import type { ShelfInput, Sieve } from './shelf.ts';
import { kettle, openStall, sells } from './stall.ts';

let house: TestHouse;

/** Six kettles: black ones of Ana at 10, 20 and 30; a white one of Ana at 40; black and white of Bo at 50 and 60. */
const wares = [
  ['black', 'Ana', 10],
  ['black', 'Ana', 20],
  ['black', 'Ana', 30],
  ['white', 'Ana', 40],
  ['black', 'Bo, sons', 50],
  ['white', 'Bo, sons', 60],
] as const;

beforeAll(async () => {
  house = await openTestHouse();
  const mei = await openStall(house);
  for (const [colour, brand, price] of wares) {
    house.clock.advance({ seconds: 1 });
    await sells(house, mei, {
      ...kettle,
      brand,
      titles: { en: `${brand} ${colour} ${price}` },
      attributes: { ...kettle.attributes, colour },
      variants: [{ ...kettle.variants![0]!, sku: '', tiers: [{ from: 1, minor: BigInt(price * 100) }] }],
    });
  }
  house.clock.advance({ minutes: 2 });
});
afterAll(() => house.close());

const look = async (sieve: Sieve = {}, input: Partial<ShelfInput> = {}) => {
  const asked = { category: 'kettles', locale: 'en', worths: { CNY: 0.01 }, sieve, ...input };
  const found = must(await question(house, visitor, shelf, asked));
  const counts = Object.fromEntries(
    found.facets.map(({ code, values }) => [
      code,
      Object.fromEntries(values.map((value) => [value.name, value.count])),
    ]),
  );
  return { prices: found.cards.map(({ fromMinor }) => Number(fromMinor) / 100), total: found.total, counts, found };
};

test('what the category’s attributes give, and the brand, each with how many there are', async () => {
  const { counts, prices, total } = await look();
  expect(counts).toEqual({ colour: { Black: 4, White: 2 }, brand: { Ana: 4, 'Bo, sons': 2 } });
  expect([prices, total]).toEqual([[60, 50, 40, 30, 20, 10], 6]);
});

test('a facet’s own counts stay when one of it is chosen, the others tell what is left', async () => {
  const { counts, prices, total } = await look({ values: { colour: ['white'] } });
  expect([prices, total]).toEqual([[60, 40], 2]);
  expect(counts).toEqual({ colour: { Black: 4, White: 2 }, brand: { Ana: 1, 'Bo, sons': 1 } });
  expect((await look({ values: { colour: ['white', 'black'], brand: ['Bo, sons'] } })).prices).toEqual([60, 50]);
});

test('price and order', async () => {
  expect((await look({ least: 20, most: 40 }, { sort: 'cheapest' })).prices).toEqual([20, 30, 40]);
  const page = await look({ least: 20 }, { sort: 'dearest', size: 2, page: 2 });
  expect(page.prices).toEqual([40, 30]);
  expect(page.found).toMatchObject({ total: 5, more: true, page: 2 });
});

test('what nobody has finds nothing, and what is no attribute neither', async () => {
  expect((await look({ values: { brand: ['Nobody'] } })).total).toBe(0);
  expect((await look({ values: { spin: ['up'] } })).total).toBe(0);
  expect((await look({ available: true })).total).toBe(6);
});
