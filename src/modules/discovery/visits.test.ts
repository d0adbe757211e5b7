import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { draftProduct } from '#modules/catalogue';
import { enrol, enrolStore } from '#modules/parties';
import { system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { noteVisits, visitsOfStore } from './visits.ts';
import type { Looked } from './visits.ts';

let house: TestHouse;
let store: string;
let product: string;
let mei: Actor;
const as = (by: Actor) => ({ key: newId(house.clock.now()), by });
const note = (visits: Looked[], by: Actor = system) => perform(house, as(by), noteVisits, { visits });
const look = (from: string, to: string, by = mei) =>
  question(house, by, visitsOfStore, { store, from, to, products: [product] });

beforeAll(async () => {
  house = await openTestHouse();
  const about = { name: 'Mei', locale: 'en', country: 'CN', currency: 'CNY' };
  const { person } = must(await perform(house, as(system), enrol, { ...about, email: 'mei@shop.example' }));
  const opened = { ...about, owner: person, kind: 'company' as const, why: 'A store for a test.' };
  store = must(await perform(house, as(system), enrolStore, opened)).store;
  mei = { id: person, kind: 'person', name: 'Mei', stores: [{ store, roles: ['owner'] }], staff: [] };
  product = must(await perform(house, as(mei), draftProduct, { store, category: 'kettles' })).product;
});
afterAll(() => house.close());

test('looks are added up by day, country and product; what is no product or country is left out', async () => {
  const one = { product, day: '2026-03-02', country: 'BR', looks: 2 };
  expect(must(await note([one, one, { ...one, country: 'FR', looks: 1 }]))).toEqual({ noted: 3 });
  const strange = [
    { ...one, product: newId(house.clock.now()) },
    { ...one, product: 'nonsense' },
    { ...one, country: 'ZZ' },
    { ...one, looks: 0 },
  ];
  expect(must(await note(strange))).toEqual({ noted: 0 });
  expect(must(await note([{ ...one, day: '2026-03-03', looks: 5 }]))).toEqual({ noted: 1 });
  expect(await look('2026-03-01', '2026-03-31')).toEqual({
    all: 10,
    days: [
      { key: '2026-03-02', looks: 5 },
      { key: '2026-03-03', looks: 5 },
    ],
    countries: [
      { key: 'BR', looks: 9 },
      { key: 'FR', looks: 1 },
    ],
    products: [{ key: product, looks: 10 }],
  });
  expect(await look('2026-03-03', '2026-03-03')).toMatchObject({ all: 5, countries: [{ key: 'BR', looks: 5 }] });
});

test('only the house counts, and only who sees the money of a store sees its visits', async () => {
  expect(await note([{ product, day: '2026-03-02', country: 'BR', looks: 1 }], mei)).toEqual({
    ok: false,
    refusal: { no: 'only_the_house_may' },
  });
  expect(await look('2026-03-01', '2026-03-31', visitor)).toBeUndefined();
});

test('servers that write at once lose nothing', async () => {
  const same = { product, day: '2026-04-01', country: 'BR', looks: 1 };
  await Promise.all(Array.from({ length: 8 }, () => note([same])));
  expect(await look('2026-04-01', '2026-04-01')).toMatchObject({ all: 8 });
});
