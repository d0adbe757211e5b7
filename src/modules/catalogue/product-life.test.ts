import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { storeResumed, storeSuspended } from '#modules/parties';
import { announce } from '#platform/facts';
import { ok } from '#kernel/result';
import { system } from '#platform/actor';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Work } from '#platform/work';
import { cardsOf, storeCards } from './cards.ts';
import { productsForStaff, reviewQueue } from './desk-questions.ts';
import { draftProduct } from './draft-product.ts';
import { dropProposal, editProduct } from './edit-product.ts';
import { offersOf } from './offers-of.ts';
import { priceAt } from './price.ts';
import { productPage } from './product-page.ts';
import { listProduct, refuseProduct, resumeProduct, suspendProduct } from './review-product.ts';
import { productForSeller, productsOfStore } from './seller-questions.ts';
import { desk, does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';
import { recallProduct, relistProduct, submitProduct, withdrawProduct } from './submit-product.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
});
beforeEach(() => house.clock.advance({ minutes: 2 }));
afterAll(() => house.close());

const page = (product: string, locale = 'en') => question(house, system, productPage, { product, locale });
const form = (product: string) => question(house, mei.seller, productForSeller, { product });
const offer = async (variant: string, locale = 'en') =>
  (await question(house, system, offersOf, { variants: [variant], locale }))[0]!;
const waiting = async () => {
  const queue = await question(house, desk, reviewQueue, {});
  return queue.ok ? queue.value.products.map(({ product }) => product) : queue.refusal.no;
};

test('Mei lists a kettle: drafted, submitted, reviewed, and then everybody sees it', async () => {
  const { product, variants } = await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle });
  expect(await page(product)).toBeUndefined();
  expect((await offer(variants[0]!)).live).toBe(false);
  expect(await does(house, mei.seller, submitProduct, { product })).toEqual({ state: 'in_review' });
  expect(await waiting()).toEqual([product]);
  expect(await does(house, desk, listProduct, { product })).toEqual({ state: 'live' });
  expect(await waiting()).toEqual([]);

  expect(await page(product, 'pt-BR')).toMatchObject({
    title: 'Chaleira de vidro com termômetro',
    path: [
      { id: 'home-kitchen', name: 'Casa e cozinha' },
      { id: 'kettles', name: 'Chaleiras' },
    ],
    currency: 'CNY',
    hs: '851610',
    attributes: [
      { code: 'capacity', name: 'Capacidade', value: 1.7, unit: 'l' },
      { code: 'material', name: 'Material', value: 'Vidro' },
      { code: 'power', value: 2200, unit: 'W' },
      { code: 'cordless', value: true },
    ],
    variants: [
      {
        variant: variants[0],
        available: 50,
        minimum: 1,
        tiers: [
          { from: 1, minor: 19900n },
          { from: 10, minor: 17900n },
        ],
      },
    ],
  });
  const sold = await offer(variants[0]!, 'pt-BR');
  expect(sold).toMatchObject({
    live: true,
    title: 'Chaleira de vidro com termômetro',
    available: 50,
    grams: 1450,
    sizeMm: [260, 220, 240],
    origin: 'CN',
    battery: 'none',
    digital: false,
  });
  expect(priceAt(sold, 12)).toEqual({ currency: 'CNY', minor: 17900n });
  const { rows } = await house.db.query(
    `select name, deed, subject from platform.audit where subject = 'product:${product}'`,
  );
  expect(rows).toEqual([{ name: desk.name, deed: 'product_listed', subject: `product:${product}` }]);
});

test('a draft may lack much, but not be wrong; what lacks is said when it is submitted', async () => {
  const draft = (input: object) =>
    tries(house, mei.seller, draftProduct, { store: mei.store, category: 'kettles', ...input });
  expect(await draft({ category: 'home-kitchen' })).toMatchObject({
    refusal: { no: 'listing_is_wrong', problems: [{ what: 'choose_a_category_further_down' }] },
  });
  expect(await draft({ category: 'spaceships' })).toEqual({ ok: false, refusal: { no: 'category_not_found' } });
  expect(await draft({ titles: { en: 'x'.repeat(300) } })).toMatchObject({
    refusal: { problems: [{ where: 'titles.en', what: 'is_too_long', most: 200 }] },
  });
  expect(
    await tries(house, (await openStall(house)).seller, draftProduct, { store: mei.store, category: 'kettles' }),
  ).toEqual({ ok: false, refusal: { no: 'store_not_found' } });

  const { product } = await does(house, mei.seller, draftProduct, {
    store: mei.store,
    category: 'kettles',
    titles: { en: '  Kettle ', 'pt-BR': ' ' },
  });
  const submitted = await tries(house, mei.seller, submitProduct, { product });
  expect(submitted).toMatchObject({ refusal: { no: 'listing_is_not_complete' } });
  const lacks = (await form(product))!.problems.map(({ where }) => where);
  expect(lacks).toEqual(['attributes.capacity', 'variants', 'hs', 'origin']);
  expect((await form(product))!.listing.titles).toEqual({ en: 'Kettle' });
});

test('the desk sends a draft back with a reason; Mei mends it; a draft with the desk cannot be changed', async () => {
  const { product } = await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle });
  await does(house, mei.seller, submitProduct, { product });
  expect(await tries(house, mei.seller, editProduct, { product, brand: 'Crane' })).toEqual({
    ok: false,
    refusal: { no: 'product_is_in_review' },
  });
  expect(await tries(house, mei.seller, listProduct, { product })).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_listings_may_decide' },
  });
  expect(await tries(house, desk, refuseProduct, { product, why: ' ' })).toEqual({
    ok: false,
    refusal: { no: 'say_why' },
  });
  await does(house, desk, refuseProduct, { product, why: 'Which brand is it?' });
  expect(await form(product)).toMatchObject({ state: 'draft', note: 'Which brand is it?' });
  expect(await does(house, mei.seller, editProduct, { product, brand: 'Crane' })).toMatchObject({ waits: false });
  await does(house, mei.seller, submitProduct, { product });
  await does(house, mei.seller, recallProduct, { product });
  expect(await form(product)).toMatchObject({ state: 'draft', note: null });
  expect(await tries(house, desk, listProduct, { product })).toEqual({
    ok: false,
    refusal: { no: 'product_is_not_in_that_state', state: 'draft' },
  });
});

test('a new price holds at once; new words wait for the desk while the old ones stay on sale', async () => {
  const { product, variants } = await sells(house, mei);
  const [variant] = variants as [string];
  const line = kettle.variants![0]!;
  expect(
    await does(house, mei.seller, editProduct, {
      product,
      variants: [{ ...line, id: variant, tiers: [{ from: 2, minor: 18000 }] }],
    }),
  ).toEqual({ product, variants, waits: false });
  expect(await offer(variant)).toMatchObject({ minimum: 2, tiers: [{ from: 2, minor: 18000n }] });
  expect(await question(house, system, cardsOf, { products: [product], locale: 'en' })).toMatchObject([
    { fromMinor: 18000n, minimum: 2, varies: false },
  ]);

  expect(
    await does(house, mei.seller, editProduct, {
      product,
      titles: { en: 'Finest kettle of all' },
      variants: [{ ...line, id: variant, tiers: [{ from: 1, minor: 17000 }] }],
    }),
  ).toMatchObject({ waits: true });
  expect(await page(product)).toMatchObject({
    title: 'Glass kettle with thermometer',
    variants: [{ tiers: [{ minor: 17000n }] }],
  });
  expect(await waiting()).toEqual([product]);
  // The price changes once more while the words wait; that one counts.
  await does(house, mei.seller, editProduct, {
    product,
    variants: [{ ...line, id: variant, tiers: [{ from: 1, minor: 16000 }] }],
  });
  await does(house, desk, listProduct, { product });
  expect(await page(product)).toMatchObject({
    title: 'Finest kettle of all',
    variants: [{ tiers: [{ minor: 16000n }] }],
  });
  expect((await offer(variant)).title).toBe('Finest kettle of all');
  expect(await form(product)).toMatchObject({ proposal: null, state: 'live', waitsSince: null });
});

test('a change that was refused stays with Mei until she changes or drops it; a price laid over it does not send it again', async () => {
  const { product, variants } = await sells(house, mei);
  await does(house, mei.seller, editProduct, { product, titles: { en: 'Cures everything' } });
  await does(house, desk, refuseProduct, { product, why: 'A kettle cures nothing.' });
  expect(await form(product)).toMatchObject({
    proposalState: 'refused',
    note: 'A kettle cures nothing.',
    proposal: { titles: { en: 'Cures everything' } },
  });
  expect(
    await does(house, mei.seller, editProduct, {
      product,
      variants: [{ ...kettle.variants![0]!, id: variants[0]!, grams: 1500 }],
    }),
  ).toMatchObject({ waits: false });
  expect(await waiting()).toEqual([]);
  expect((await offer(variants[0]!)).grams).toBe(1500);
  expect(await does(house, mei.seller, editProduct, { product, titles: { en: 'Cures thirst' } })).toMatchObject({
    waits: true,
  });
  await does(house, mei.seller, dropProposal, { product });
  expect(await waiting()).toEqual([]);
  expect(await tries(house, mei.seller, dropProposal, { product })).toEqual({
    ok: false,
    refusal: { no: 'nothing_is_proposed' },
  });
  expect((await page(product))!.title).toBe(kettle.titles!['en']);
});

test('a reviewed listing cannot be made incomplete', async () => {
  const { product } = await sells(house, mei);
  expect(await tries(house, mei.seller, editProduct, { product, attributes: {} })).toMatchObject({
    refusal: { no: 'listing_is_not_complete', problems: [{ where: 'attributes.capacity' }] },
  });
});

test('a kettle in two colours: variants are chosen by options; one that is taken away stays on old orders, not for sale', async () => {
  const line = kettle.variants![0]!;
  const colour = {
    code: 'colour',
    names: { en: 'Colour', 'pt-BR': 'Cor' },
    values: [
      { code: 'red', names: { en: 'Red', 'pt-BR': 'Vermelho' } },
      { code: 'blue', names: { en: 'Blue' } },
    ],
  };
  const variantsIn = [
    { ...line, sku: 'R', choice: { colour: 'red' } },
    { ...line, sku: 'B', choice: { colour: 'blue' }, tiers: [{ from: 5, minor: 21000n }] },
  ];
  const { product, variants } = await sells(house, mei, { ...kettle, options: [colour], variants: variantsIn });
  const [red, blue] = variants as [string, string];
  expect(await offer(red, 'pt-BR')).toMatchObject({ options: 'Vermelho', sku: 'R' });
  expect(await offer(blue, 'pt-BR')).toMatchObject({ options: 'Blue', minimum: 5 });
  expect(await question(house, system, cardsOf, { products: [product], locale: 'en' })).toMatchObject([
    { fromMinor: 19900n, varies: true, minimum: 1 },
  ]);
  expect((await page(product))!.options).toEqual([
    {
      code: 'colour',
      name: 'Colour',
      values: [
        { code: 'red', name: 'Red' },
        { code: 'blue', name: 'Blue' },
      ],
    },
  ]);

  const green = { ...line, sku: 'G', choice: { colour: 'green' }, onHand: 7 };
  const values = [...colour.values.slice(0, 1), { code: 'green', names: { en: 'Green' } }];
  const { variants: after, waits } = await does(house, mei.seller, editProduct, {
    product,
    options: [{ ...colour, values }],
    variants: [{ ...variantsIn[0]!, id: red }, green],
  });
  expect(waits).toBe(true);
  expect((await offer(blue)).live).toBe(true);
  await does(house, desk, listProduct, { product });
  expect(await offer(blue)).toMatchObject({ live: false, sku: 'B' });
  expect(await offer(after[1]!)).toMatchObject({ live: true, options: 'Green', available: 7 });
  expect((await page(product))!.variants.map(({ sku }) => sku)).toEqual(['R', 'G']);
});

test('Mei takes a kettle out of the shop and puts it back; what the desk took out only the desk puts back', async () => {
  const { product, variants } = await sells(house, mei);
  const shown = async () => [(await page(product)) !== undefined, (await offer(variants[0]!)).live];
  await does(house, mei.seller, withdrawProduct, { product });
  expect(await shown()).toEqual([false, false]);
  expect(await tries(house, mei.seller, withdrawProduct, { product })).toMatchObject({
    refusal: { no: 'product_is_not_in_that_state', state: 'withdrawn' },
  });
  await does(house, mei.seller, relistProduct, { product });
  expect(await shown()).toEqual([true, true]);
  await does(house, desk, suspendProduct, { product, why: 'A buyer was burnt.' });
  expect(await shown()).toEqual([false, false]);
  expect(await tries(house, mei.seller, relistProduct, { product })).toMatchObject({ ok: false });
  expect(await form(product)).toMatchObject({ state: 'suspended', note: 'A buyer was burnt.' });
  await does(house, desk, resumeProduct, { product, why: 'The handle was mended.' });
  expect(await shown()).toEqual([true, true]);
  expect(await tries(house, { ...desk, staff: ['money'] }, suspendProduct, { product, why: 'x' })).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_listings_may_decide' },
  });
});

test('when a store is suspended its goods leave the shop, and come back with it', async () => {
  const stall = await openStall(house, { name: 'Paused' });
  const { product } = await sells(house, stall);
  const say = (fact: typeof storeSuspended | typeof storeResumed) =>
    does(
      house,
      system,
      async function says(work: Work) {
        announce(work, fact({ store: stall.store }));
        return ok();
      },
      {},
    );
  await say(storeSuspended);
  await settle(house);
  expect(await page(product)).toBeUndefined();
  expect((await question(house, system, storeCards, { store: stall.store, locale: 'en' })).cards).toEqual([]);
  await say(storeResumed);
  await settle(house);
  expect(await page(product)).toMatchObject({ product });
  expect((await question(house, system, storeCards, { store: stall.store, locale: 'en' })).cards).toMatchObject([
    { product },
  ]);
});

test("other stores' products are not there for a seller; the lists are searched and counted", async () => {
  const other = await openStall(house, { name: 'Other' });
  const { product } = await sells(house, other, { ...kettle, titles: { en: 'Odd one 50%_off' } });
  expect(await form(product)).toBeUndefined();
  for (const deed of [editProduct, submitProduct, withdrawProduct])
    expect(await tries(house, mei.seller, deed as typeof withdrawProduct, { product })).toEqual({
      ok: false,
      refusal: { no: 'product_not_found' },
    });
  expect(await tries(house, other.seller, withdrawProduct, { product, store: mei.store })).toEqual({
    ok: false,
    refusal: { no: 'product_not_found' },
  });
  expect(await tries(house, other.seller, withdrawProduct, { product: 'x' })).toEqual({
    ok: false,
    refusal: { no: 'product_not_found' },
  });
  expect(await tries(house, other.seller, withdrawProduct, { product: newId(house.clock.now()) })).toEqual({
    ok: false,
    refusal: { no: 'product_not_found' },
  });

  const list = (input: object) => question(house, other.seller, productsOfStore, { store: other.store, ...input });
  expect(await list({ text: '50%_' })).toMatchObject({
    products: [{ product, onHand: 50, held: 0, variants: 1 }],
    states: { live: 1 },
  });
  expect(await list({ text: 'HK-17' })).toMatchObject({ products: [{ product }] });
  expect(await list({ text: 'odd%one' })).toMatchObject({ products: [] });
  expect(await list({ state: 'draft' })).toMatchObject({ products: [] });
  expect(await question(house, mei.seller, productsOfStore, { store: other.store })).toBeUndefined();
  expect(await question(house, desk, productsForStaff, { store: other.store, state: 'live' })).toMatchObject({
    value: { products: [{ product }], more: false },
  });
  expect(await question(house, mei.seller, productsForStaff, {})).toMatchObject({ ok: false });
  expect(await question(house, mei.seller, reviewQueue, {})).toMatchObject({ ok: false });
});
