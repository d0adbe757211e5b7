/** What the people of a store are shown of their listings beside the table: what came back, and the stock to be counted. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { draftProduct } from './draft-product.ts';
import { editProduct } from './edit-product.ts';
import { listingsToMend } from './listings-to-mend.ts';
import { refuseProduct, suspendProduct } from './review-product.ts';
import { desk, does, kettle, openStall, sells } from './stall.ts';
import type { Stall } from './stall.ts';
import { stockOfProducts } from './stock-of-products.ts';
import { submitProduct } from './submit-product.ts';
import { titlesOf } from './titles-of.ts';

let house: TestHouse;
let mei: Stall;
let rosa: Stall;

beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
  rosa = await openStall(house, { name: 'Rosa, Porto', currency: 'EUR' });
});
afterAll(() => house.close());

const mend = (stall: Stall, by = stall.seller) =>
  question(house, by, listingsToMend, { store: stall.store, locale: 'pt-BR' });

test('what the desk sent back stands there with its sentence, and what lies at the desk is counted', async () => {
  expect(await mend(mei)).toEqual({ back: [], more: false, waiting: 0, total: 0 });
  const refused = await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle });
  await does(house, mei.seller, submitProduct, { product: refused.product });
  const waiting = await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle });
  await does(house, mei.seller, submitProduct, { product: waiting.product });
  expect(await mend(mei)).toMatchObject({ back: [], waiting: 2, total: 2 });

  await does(house, desk, refuseProduct, { product: refused.product, why: 'The picture shows another kettle.' });
  const suspended = await sells(house, mei);
  await does(house, desk, suspendProduct, { product: suspended.product, why: 'Sold without the mark it needs.' });
  const changed = await sells(house, mei);
  await does(house, mei.seller, editProduct, { product: changed.product, brand: 'Crane' });
  await does(house, desk, refuseProduct, { product: changed.product, why: 'This is no Crane.' });

  const found = await mend(mei);
  expect(found!.waiting).toBe(1);
  expect(found!.back.map(({ product, state, note }) => ({ product, state, note }))).toEqual(
    expect.arrayContaining([
      { product: refused.product, state: 'draft', note: 'The picture shows another kettle.' },
      { product: suspended.product, state: 'suspended', note: 'Sold without the mark it needs.' },
      { product: changed.product, state: 'live', note: 'This is no Crane.' },
    ]),
  );
  expect(found!.back).toHaveLength(3);
  expect(found!.back[0]!.title).toBe('Chaleira de vidro com termômetro');

  await does(house, mei.seller, submitProduct, { product: refused.product });
  expect((await mend(mei))!.back.map(({ product }) => product)).not.toContain(refused.product);
});

test('the stock is told variant by variant, by its choice in the language asked for', async () => {
  const options = [
    {
      code: 'colour',
      names: { en: 'Colour' },
      values: [
        { code: 'red', names: { en: 'Red', 'pt-BR': 'Vermelho' } },
        { code: 'blue', names: { en: 'Blue' } },
      ],
    },
  ];
  const variants = ['red', 'blue'].map((colour, n) => ({
    ...kettle.variants![0]!,
    sku: colour,
    choice: { colour },
    onHand: 3 + n,
  }));
  const two = await does(house, rosa.seller, draftProduct, { store: rosa.store, ...kettle, options, variants });
  const one = await does(house, rosa.seller, draftProduct, { store: rosa.store, ...kettle });
  const digital = await does(house, rosa.seller, draftProduct, { store: rosa.store, ...kettle, kind: 'digital' });

  const products = [two.product, one.product, digital.product, 'no id'];
  const stock = await question(house, rosa.seller, stockOfProducts, { store: rosa.store, products, locale: 'pt-BR' });
  expect(stock).toEqual([
    { product: two.product, variant: two.variants[0], sku: 'red', label: 'Vermelho', onHand: 3, held: 0 },
    { product: two.product, variant: two.variants[1], sku: 'blue', label: 'Blue', onHand: 4, held: 0 },
    { product: one.product, variant: one.variants[0], sku: 'HK-17', label: '', onHand: 50, held: 0 },
  ]);
});

test('other people are told nothing', async () => {
  const products = (await sells(house, mei)).product;
  expect(await mend(mei, rosa.seller)).toBeUndefined();
  expect(
    await question(house, rosa.seller, stockOfProducts, { store: mei.store, products: [products], locale: 'en' }),
  ).toEqual([]);
  // Nor of a neighbour's products under one's own name.
  expect(
    await question(house, rosa.seller, stockOfProducts, { store: rosa.store, products: [products], locale: 'en' }),
  ).toEqual([]);
});

test('products are called by their name in the language of who reads', async () => {
  const { product } = await sells(house, mei);
  const called = (locale: string) =>
    question(house, rosa.seller, titlesOf, { products: [product, product, 'no id'], locale });
  expect(await called('pt-BR')).toEqual([{ product, title: 'Chaleira de vidro com termômetro' }]);
  expect(await called('zh')).toEqual([{ product, title: 'Glass kettle with thermometer' }]);
});
