import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { visitor } from '#platform/actor';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { cardsOf, newestCards, storeCards } from './cards.ts';
import { categoryPage } from './category-page.ts';
import type { CategoryPageInput } from './category-page.ts';
import { categoryForm, categoryTree } from './category-tree.ts';
import { kettle, openStall, sells } from './stall.ts';
import type { Stall } from './stall.ts';

let house: TestHouse;
let mei: Stall;
let anna: Stall;
const products: string[] = [];

beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
  anna = await openStall(house, { currency: 'EUR', name: 'Anna' });
  for (let n = 0; n < 30; n++) {
    house.clock.advance({ seconds: 1 });
    const price = BigInt(1000 + ((n * 7) % 30) * 100);
    products.push(
      (
        await sells(house, n % 3 === 0 ? anna : mei, {
          ...kettle,
          titles: { en: `Kettle ${n}` },
          variants: [{ ...kettle.variants![0]!, sku: '', tiers: [{ from: 1, minor: price }] }],
        })
      ).product,
    );
  }
  house.clock.advance({ minutes: 2 });
});
afterAll(() => house.close());

const look = async (input: Partial<CategoryPageInput> = {}) =>
  must(await question(house, visitor, categoryPage, { category: 'kettles', locale: 'en', ...input }));

test('a category shows the newest first, 24 to a page, and so do all above it', async () => {
  const first = await look();
  expect(first).toMatchObject({
    page: 1,
    more: true,
    total: 30,
    category: { id: 'kettles', name: 'Kettles' },
    path: [{ id: 'home-kitchen' }, { id: 'kettles' }],
    children: [],
  });
  expect(first.cards.map(({ product }) => product)).toEqual(products.toReversed().slice(0, 24));
  const second = await look({ page: 2, category: 'home-kitchen', locale: 'pt-BR' });
  expect(second.cards.map(({ product }) => product)).toEqual(products.toReversed().slice(24));
  expect(second).toMatchObject({ more: false, total: 30, category: { name: 'Casa e cozinha' } });
  expect(second.children.map(({ id }) => id)).toContain('kettles');
  expect((await look({ page: 3 })).cards).toEqual([]);
  expect(await question(house, visitor, categoryPage, { category: 'spaceships', locale: 'en' })).toEqual({
    ok: false,
    refusal: { no: 'category_not_found' },
  });
});

test('prices of different money are compared by what they are worth, or not at all', async () => {
  expect(await question(house, visitor, categoryPage, { category: 'kettles', locale: 'en', sort: 'cheapest' })).toEqual(
    { ok: false, refusal: { no: 'say_in_which_currency' } },
  );
  const inYuan = await look({ sort: 'cheapest', currency: 'CNY' });
  expect(new Set(inYuan.cards.map(({ currency }) => currency))).toEqual(new Set(['CNY']));
  const prices = inYuan.cards.map(({ fromMinor }) => fromMinor);
  expect(prices).toEqual(prices.toSorted((a, b) => Number(a - b)));
  const worths = { EUR: 1.16, CNY: 0.14 };
  const dearest = (await look({ sort: 'dearest', worths })).cards.map(
    ({ fromMinor, currency }) => Number(fromMinor) * worths[currency as 'EUR'],
  );
  expect(dearest).toEqual(dearest.toSorted((a, b) => b - a));
  expect(dearest).toHaveLength(24);
});

test('lists give cards in the order asked, and only of what is on sale', async () => {
  const ids = [products[5]!, 'nonsense', products[2]!];
  expect((await question(house, visitor, cardsOf, { products: ids, locale: 'en' })).map(({ title }) => title)).toEqual([
    'Kettle 5',
    'Kettle 2',
  ]);
  expect((await question(house, visitor, newestCards, { locale: 'en', limit: 3 })).map(({ title }) => title)).toEqual([
    'Kettle 29',
    'Kettle 28',
    'Kettle 27',
  ]);
  const store = await question(house, visitor, storeCards, { store: anna.store, locale: 'en' });
  expect(store.cards).toHaveLength(10);
  expect(store).toMatchObject({ page: 1, more: false });
  expect(store.cards[0]).toMatchObject({ title: 'Kettle 27', currency: 'EUR', picture: null, soldOut: false });
  expect((await question(house, visitor, storeCards, { store: 'nobody', locale: 'en' })).cards).toEqual([]);
});

test('the tree has about forty leaves, each with words in both languages and a code that customs knows', async () => {
  const [en, pt] = await Promise.all(
    ['en', 'pt-BR'].map((locale) => question(house, visitor, categoryTree, { locale })),
  );
  const leaves = en!.flatMap(({ children }) => children);
  expect(leaves.length).toBeGreaterThanOrEqual(40);
  expect(leaves.every(({ leaf }) => leaf)).toBe(true);
  expect(en!.map(({ name }) => name)).toContain('Home and kitchen');
  expect(pt!.map(({ name }) => name)).toContain('Casa e cozinha');
  for (const { id } of leaves) {
    const [one, other] = await Promise.all(
      ['en', 'pt-BR'].map((locale) => question(house, visitor, categoryForm, { category: id, locale })),
    );
    expect(one!.attributes.length, id).toBeGreaterThanOrEqual(2);
    expect(other!.attributes.map(({ code }) => code)).toEqual(one!.attributes.map(({ code }) => code));
    expect(one!.hs === null, id).toBe(one!.path[0]!.id === 'digital');
  }
});

test('what a category asks is asked below it too', async () => {
  const form = await question(house, visitor, categoryForm, { category: 'kettles', locale: 'pt-BR' });
  expect(form!.attributes.find(({ code }) => code === 'colour')).toMatchObject({
    name: 'Cor',
    kind: 'choice',
    required: false,
  });
  expect(form!.attributes.find(({ code }) => code === 'capacity')).toEqual({
    code: 'capacity',
    name: 'Capacidade',
    kind: 'number',
    unit: 'l',
    required: true,
    choices: [],
  });
  expect(await question(house, visitor, categoryForm, { category: 'nothing', locale: 'en' })).toBeUndefined();
});
