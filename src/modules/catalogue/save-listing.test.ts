import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { system } from '#platform/actor';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { holdStock } from './hold-stock.ts';
import { saveListing } from './save-listing.ts';
import { productForSeller } from './seller-questions.ts';
import { desk, does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
});
afterAll(() => house.close());

const id = () => newId(house.clock.now());
const form = async (product: string) => (await question(house, mei.seller, productForSeller, { product }))!;
const variants = (product: string, variant: string, minor: bigint) => ({
  product,
  variants: [{ ...kettle.variants![0]!, id: variant, tiers: [{ from: 1, minor }] }],
});

test('price and stock are saved together', async () => {
  const { product, variants: ids } = await sells(house, mei);
  const [variant] = ids as [string];
  const stock = [{ variant, onHand: 7 }];
  expect(await does(house, mei.seller, saveListing, { ...variants(product, variant, 18900n), stock })).toEqual({
    product,
    variants: [variant],
    waits: false,
  });
  const { listing, stock: counted } = await form(product);
  expect(listing.variants[0]!.tiers).toEqual([{ from: 1, minor: 18900n }]);
  expect(counted).toEqual([{ variant, onHand: 7, held: 0 }]);
});

test('a count below what orders hold keeps all of it as it was', async () => {
  const { product, variants: ids } = await sells(house, mei);
  const [variant] = ids as [string];
  await does(house, system, holdStock, { holds: [{ hold: 'an order', lines: [{ variant, quantity: 3 }] }] });
  const input = { ...variants(product, variant, 100n), stock: [{ variant, onHand: 2 }] };
  expect(await tries(house, mei.seller, saveListing, input)).toMatchObject({
    refusal: { no: 'orders_hold_more', variant, held: 3 },
  });
  const { listing, stock } = await form(product);
  expect(listing.variants[0]!.tiers[0]!.minor).toBe(19900n);
  expect(stock).toEqual([{ variant, onHand: 50, held: 3 }]);
});

test('a variant that goes with the same form needs no count', async () => {
  const drafted = await sells(house, mei);
  const [variant] = drafted.variants as [string];
  const { product } = drafted;
  const fresh = { ...kettle.variants![0]!, sku: 'HK-2' };
  const saved = await does(house, mei.seller, saveListing, {
    product,
    variants: [fresh],
    stock: [{ variant, onHand: 1 }],
  });
  expect(saved.waits).toBe(true);
  expect((await form(product)).stock).toContainEqual({ variant, onHand: 50, held: 0 });
});

test('refuses in order', async () => {
  const { product, variants: ids } = await sells(house, mei);
  const [variant] = ids as [string];
  const right = { ...variants(product, variant, 18900n), stock: [{ variant, onHand: 5 }] };
  const refusal = async (input: object, by = mei.seller) => {
    const tried = await tries(house, by, saveListing, { ...right, ...input });
    return tried.ok ? 'done' : tried.refusal.no;
  };
  expect(await refusal({ product: id() })).toBe('product_not_found');
  expect(await refusal({}, desk)).toBe('product_not_found');
  expect(await refusal({ category: 'nowhere' })).toBe('category_not_found');
  expect(await refusal({ hs: 'kettle' })).toBe('listing_is_wrong');
  expect(await refusal({ origin: '' })).toBe('listing_is_not_complete');
  expect(await refusal({ stock: [{ variant, onHand: -1 }] })).toBe('quantity_is_wrong');
  expect(await refusal({})).toBe('done');
});
