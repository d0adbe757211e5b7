import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#platform/actor';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { digitalGoodsOf, setDigitalGood } from './digital-goods.ts';
import { draftProduct } from './draft-product.ts';
import { holdStock } from './hold-stock.ts';
import type { ListingInput } from './listing-input.ts';
import { offersOf } from './offers-of.ts';
import { listProduct } from './review-product.ts';
import { desk, does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';
import { submitProduct } from './submit-product.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
});
afterAll(() => house.close());

const book: ListingInput = {
  category: 'e-books',
  kind: 'digital',
  titles: { en: 'The tea book' },
  attributes: { author: 'Lu Yu', format: 'epub' },
  variants: [{ sku: 'TEA', tiers: [{ from: 1, minor: 4900n }] }],
};

const draft = async () => {
  const { product, variants } = await does(house, mei.seller, draftProduct, { store: mei.store, ...book });
  return { product, variant: variants[0]! };
};
const given = (variant: string) => question(house, system, digitalGoodsOf, { variants: [variant] });

test('a digital good goes on sale once there is something to give; it needs no stock, weight or customs code', async () => {
  const { product, variant } = await draft();
  expect(await tries(house, mei.seller, submitProduct, { product })).toMatchObject({
    refusal: { no: 'listing_is_not_complete', problems: [{ where: 'variants.0.digital', what: 'is_missing' }] },
  });
  await does(house, mei.seller, setDigitalGood, { product, variant, text: ' TEA-1234 ' });
  await does(house, mei.seller, submitProduct, { product });
  await does(house, desk, listProduct, { product });
  expect(await question(house, system, offersOf, { variants: [variant], locale: 'en' })).toMatchObject([
    { live: true, digital: true, available: 0 },
  ]);
  const { variants: goods } = await sells(house, mei, {
    ...kettle,
    variants: [{ ...kettle.variants![0]!, onHand: 1 }],
  });
  const lines = [
    { variant, quantity: 1000 },
    { variant: goods[0]!, quantity: 1 },
  ];
  expect(await tries(house, system, holdStock, { holds: [{ hold: 'both', lines }] })).toMatchObject({ ok: true });
  expect(await tries(house, system, holdStock, { holds: [{ hold: 'late', lines }] })).toMatchObject({
    refusal: { no: 'out_of_stock', variant: goods[0] },
  });
});

test("the text is sealed in the database; the file is among the house's files", async () => {
  const { product, variant } = await draft();
  await does(house, mei.seller, setDigitalGood, { product, variant, text: 'SECRET-CODE' });
  expect(await given(variant)).toEqual([
    { variant, text: 'SECRET-CODE', file: null, name: null, type: null, bytes: null },
  ]);
  expect(JSON.stringify((await house.db.query('select * from catalogue.digital')).rows)).not.toContain('SECRET-CODE');

  const file = {
    name: '../../etc/tea:book?.epub',
    type: 'application/epub+zip',
    data: Buffer.from('a book').toString('base64'),
  };
  await does(house, mei.seller, setDigitalGood, { product, variant, file });
  const [good] = await given(variant);
  expect(good).toMatchObject({ text: null, name: 'teabook.epub', type: 'application/epub+zip', bytes: 6 });
  expect((await house.files.get(good!.file!))!.toString()).toBe('a book');
});

test('what is wrong is refused, by name', async () => {
  const { product, variant } = await draft();
  const set = (input: object, by = mei.seller) => tries(house, by, setDigitalGood, { product, variant, ...input });
  const file = { name: 'a', data: Buffer.alloc(10).toString('base64') };
  expect(await set({ text: 'x' }, (await openStall(house)).seller)).toMatchObject({
    refusal: { no: 'product_not_found' },
  });
  expect(await set({ text: 'x', variant: product })).toMatchObject({ refusal: { no: 'variant_not_found' } });
  expect(await set({})).toMatchObject({ refusal: { no: 'give_a_text_or_a_file' } });
  expect(await set({ text: 'x', file })).toMatchObject({ refusal: { no: 'give_a_text_or_a_file' } });
  expect(await set({ text: 'x'.repeat(20_001) })).toMatchObject({ refusal: { no: 'text_is_too_long' } });
  expect(await set({ file: { name: 'a', data: Buffer.alloc(8 * 1024 * 1024 + 1).toString('base64') } })).toMatchObject({
    refusal: { no: 'file_is_too_large' },
  });
  const goods = await sells(house, mei);
  expect(await set({ text: 'x', product: goods.product, variant: goods.variants[0] })).toMatchObject({
    refusal: { no: 'product_is_not_digital' },
  });
});
