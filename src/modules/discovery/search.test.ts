import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { draftProduct, editProduct, listProduct, submitProduct, withdrawProduct } from '#modules/catalogue';
import { enrol, enrolStore } from '#modules/parties';
import { system } from '#platform/actor';
import { perform } from '#platform/perform';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed } from '#platform/work';
import { engineOf } from './engine/engine.ts';
import { search } from './search.ts';
import type { SearchInput } from './search.ts';

let house: TestHouse;
let store: string;
const products: Record<string, string> = {};

beforeAll(async () => {
  house = await openTestHouse();
  const about = { name: 'Mei', locale: 'en', country: 'CN', currency: 'CNY' };
  const { person } = await does(enrol, { ...about, email: 'mei@shop.example' });
  store = (await does(enrolStore, { ...about, owner: person, kind: 'company', why: 'A store for a test.' })).store;
  const titles: Record<string, Record<string, string>> = {
    glass: { en: 'Glass kettle with thermometer', 'pt-BR': 'Chaleira de vidro com termômetro' },
    steel: { en: 'Stainless steel kettle TK-1120', 'pt-BR': 'Chaleira de aço inoxidável TK-1120' },
    whistle: { en: 'Whistling kettle, enamelled' },
  };
  for (const [name, one] of Object.entries(titles)) {
    house.clock.advance({ minutes: 1 });
    products[name] = await sells(one);
  }
  await settle(house);
});
afterAll(() => house.close());

async function does<Input, Answer, Refusal extends { no: string }>(
  deed: Deed<Input, Result<Answer, Refusal>>,
  input: Input,
): Promise<Answer> {
  return must(await perform(house, { key: newId(house.clock.now()), by: system }, deed, input));
}

async function sells(titles: Record<string, string>): Promise<string> {
  const { product } = await does(draftProduct, {
    store,
    category: 'kettles',
    titles,
    attributes: { capacity: 1.7, material: 'glass' },
    hs: '8516.10',
    origin: 'CN',
    variants: [{ tiers: [{ from: 1, minor: 19900n }], grams: 1450, sizeMm: [260, 220, 240], onHand: 5 }],
  });
  await does(submitProduct, { product });
  await does(listProduct, { product });
  return product;
}

const find = async (text: string, more: Partial<SearchInput> = {}) => {
  await engineOf(house).caughtUp();
  const found = await question(house, system, search, { text, locale: 'en', ...more });
  return {
    ...found,
    products: found.products.map((id) => Object.keys(products).find((name) => products[name] === id)),
  };
};

test('words are found whole or unfinished, with or without accents, in capitals or not', async () => {
  expect((await find('thermometer')).products).toEqual(['glass']);
  expect(await find('KETTLES therm')).toMatchObject({
    products: ['glass', expect.anything(), expect.anything()],
    total: 1,
    also: 2,
  });
  expect((await find('aço', { locale: 'pt-BR' })).products).toEqual(['steel']);
  const both = await find('inoxidavel chaleira', { locale: 'pt-BR' });
  expect([both.products[0], both.total]).toEqual(['steel', 1]);
  expect((await find('CHALEIRAS com termo', { locale: 'pt-BR' })).products[0]).toBe('glass');
});

test('a model number is found however its parts are written', async () => {
  for (const text of ['TK-1120', 'tk1120', 'tk 1120', 'TK.11']) expect((await find(text)).products).toEqual(['steel']);
});

test('a product that does not speak the language is found in the one that it speaks', async () => {
  expect((await find('whistling', { locale: 'pt-BR' })).products).toEqual(['whistle']);
  expect((await find('stainless', { locale: 'pt-BR' })).products).toEqual([]);
});

test('when nothing has all the words, what has some is shown, and it is said', async () => {
  expect(await find('whistling teapot')).toMatchObject({ products: ['whistle'], loosely: true });
  expect(await find('spaceship')).toMatchObject({ products: [], total: 0, page: 1 });
  expect((await find(`'); drop | & ! :* <-> \\`)).products).toEqual([]);
  expect((await find('')).total).toBe(0);
});

test('a title weighs more than a kind; a category narrows; the newest can come first', async () => {
  expect(await find('kettle', { sort: 'newest' })).toMatchObject({ total: 3, products: ['whistle', 'steel', 'glass'] });
  expect((await find('kettle', { category: 'home-kitchen' })).total).toBe(3);
  expect((await find('kettle', { category: 'lamps' })).total).toBe(0);
  expect((await find('', { category: 'kettles' })).products).toEqual(['whistle', 'steel', 'glass']);
  expect((await find('kettle', { page: 2 })).products).toEqual([]);
});

test('what is changed is found by its new words, what is withdrawn not at all', async () => {
  const product = products['whistle']!;
  await does(editProduct, { product, titles: { en: 'Singing kettle' } });
  await settle(house);
  expect((await find('whistling')).products).toEqual(['whistle']);
  await does(listProduct, { product });
  await settle(house);
  expect((await find('whistling')).products).toEqual([]);
  expect((await find('singing')).products).toEqual(['whistle']);
  await does(withdrawProduct, { product });
  await settle(house);
  expect((await find('singing')).products).toEqual([]);
});
