import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { ok } from '#kernel/result';
import { system } from '#platform/actor';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Work } from '#platform/work';
import { cardsOf } from './cards.ts';
import { holdStock } from './hold-stock.ts';
import type { StockLine } from './hold-stock.ts';
import { offersOf } from './offers-of.ts';
import { checkStock, setStock } from './set-stock.ts';
import { releaseStock, returnStock, takeStock } from './settle-hold.ts';
import { does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse({ pool: 20 });
  mei = await openStall(house);
});
afterAll(() => house.close());

const id = () => newId(house.clock.now());
const hold = (name: string, lines: StockLine[]) => tries(house, system, holdStock, { holds: [{ hold: name, lines }] });
const release = (name: string) =>
  does(
    house,
    system,
    async function releases(work: Work) {
      await releaseStock(work, { hold: name });
      return ok();
    },
    { name },
  );
const take = (name: string) =>
  does(
    house,
    system,
    async function takes(work: Work) {
      takeStock(work, { holds: [name] });
      return ok();
    },
    { name },
  );
const giveBack = (name: string) =>
  does(
    house,
    system,
    async function returns(work: Work) {
      await returnStock(work, { hold: name });
      return ok();
    },
    { name },
  );
const left = async (variant: string) =>
  (await question(house, system, offersOf, { variants: [variant], locale: 'en' }))[0]!.available;
const proof = () => question(house, system, checkStock, undefined);

/** A kettle with so many on the shelf. */
async function kettles(onHand: number): Promise<{ product: string; variant: string }> {
  const { product, variants } = await sells(house, mei, { ...kettle, variants: [{ ...kettle.variants![0]!, onHand }] });
  return { product, variant: variants[0]! };
}

test('what an order holds is not there for others; what it gives back is; what it buys is gone', async () => {
  const { variant } = await kettles(10);
  expect(await hold('a', [{ variant, quantity: 4 }])).toEqual({ ok: true, value: undefined });
  expect(await left(variant)).toBe(6);
  expect(await hold('b', [{ variant, quantity: 7 }])).toEqual({
    ok: false,
    refusal: { no: 'out_of_stock', variant, available: 6 },
  });
  await release('a');
  expect(await left(variant)).toBe(10);
  await hold('b', [{ variant, quantity: 7 }]);
  await take('b');
  expect(await left(variant)).toBe(3);
  await giveBack('b');
  expect(await left(variant)).toBe(10);
  expect(await proof()).toEqual([]);
});

test('each of it may be said twice and is done once', async () => {
  const { variant } = await kettles(10);
  const lines = [{ variant, quantity: 3 }];
  for (let n = 0; n < 2; n++) expect(await hold('twice', lines)).toMatchObject({ ok: true });
  expect(await left(variant)).toBe(7);
  for (let n = 0; n < 2; n++) await take('twice');
  expect(await left(variant)).toBe(7);
  // Sold is sold: it is neither held anew nor given back by a release.
  await hold('twice', lines);
  await release('twice');
  expect(await left(variant)).toBe(7);
  for (let n = 0; n < 2; n++) await giveBack('twice');
  expect(await left(variant)).toBe(10);
  expect(await proof()).toEqual([]);
});

test('holding again when the last one is ours already changes nothing', async () => {
  const { variant } = await kettles(2);
  await hold('all', [{ variant, quantity: 2 }]);
  expect(await hold('all', [{ variant, quantity: 2 }])).toEqual({ ok: true, value: undefined });
  expect(await left(variant)).toBe(0);
  expect(await proof()).toEqual([]);
});

test('of an order with a line that is short nothing is held, also when its deed goes on and commits', async () => {
  const { variant: many } = await kettles(10);
  const { variant: few } = await kettles(1);
  const lines = [
    { variant: many, quantity: 2 },
    { variant: few, quantity: 2 },
    { variant: many, quantity: 1 },
  ];
  await does(
    house,
    system,
    async function goesOn(work: Work) {
      expect(await holdStock(work, { holds: [{ hold: 'late', lines }] })).toMatchObject({
        refusal: { no: 'out_of_stock', variant: few, available: 1 },
      });
      return ok();
    },
    {},
  );
  expect([await left(many), await left(few)]).toEqual([10, 1]);
  await does(house, mei.seller, setStock, {
    product: (await question(house, system, offersOf, { variants: [few], locale: 'en' }))[0]!.product,
    lines: [{ variant: few, onHand: 2 }],
  });
  expect(await hold('late', lines)).toMatchObject({ ok: true });
  expect([await left(many), await left(few)]).toEqual([7, 0]);
  expect(await proof()).toEqual([]);
});

test('two hundred at once want one of fifty: fifty have it', async () => {
  const { product, variant } = await kettles(50);
  const all = await Promise.all(Array.from({ length: 200 }, () => hold(id(), [{ variant, quantity: 1 }])));
  expect(all.filter((one) => one.ok)).toHaveLength(50);
  expect(all.filter((one) => !one.ok && one.refusal.no !== 'out_of_stock')).toEqual([]);
  expect(await left(variant)).toBe(0);
  await settle(house);
  expect(await question(house, system, cardsOf, { products: [product], locale: 'en' })).toMatchObject([
    { soldOut: true },
  ]);
  expect(await proof()).toEqual([]);
});

test("orders over the same goods in any order do not stand in each other's way", async () => {
  const shelves = await Promise.all(Array.from({ length: 4 }, () => kettles(1000)));
  const orders = Array.from({ length: 40 }, (_, n) =>
    [...shelves.slice(n % 4), ...shelves.slice(0, n % 4)].map(({ variant }) => ({ variant, quantity: 1 + (n % 3) })),
  );
  const names = orders.map(() => id());
  const held = await Promise.all(orders.map((lines, n) => hold(names[n]!, lines)));
  expect(held.every((one) => one.ok)).toBe(true);
  await Promise.all(names.map((name, n) => (n % 2 ? take(name) : release(name))));
  expect(await proof()).toEqual([]);
});

test('the database itself refuses to sell what is not there', async () => {
  const { variant } = await kettles(3);
  await expect(house.db.query(`update catalogue.stock set held = 4 where variant = '${variant}'`)).rejects.toThrow(
    /stock_is_never_oversold/,
  );
  await expect(house.db.query(`update catalogue.holds set state = 'released' where state = 'sold'`)).rejects.toThrow(
    /illegal step/,
  );
});

test('the seller counts the shelf; what orders hold stays theirs', async () => {
  const { product, variant } = await kettles(5);
  await hold('counted', [{ variant, quantity: 2 }]);
  const count = (onHand: number, by = mei.seller) =>
    tries(house, by, setStock, { product, lines: [{ variant, onHand }] });
  expect(await count(1)).toEqual({ ok: false, refusal: { no: 'orders_hold_more', variant, held: 2 } });
  expect(await count(-1)).toMatchObject({ refusal: { no: 'quantity_is_wrong' } });
  expect(await count(9, (await openStall(house)).seller)).toEqual({ ok: false, refusal: { no: 'product_not_found' } });
  expect(await tries(house, mei.seller, setStock, { product, lines: [{ variant: id(), onHand: 1 }] })).toMatchObject({
    refusal: { no: 'variant_not_found' },
  });
  expect(await count(2)).toMatchObject({ ok: true });
  await settle(house);
  expect(await question(house, system, cardsOf, { products: [product], locale: 'en' })).toMatchObject([
    { soldOut: true },
  ]);
  await release('counted');
  await settle(house);
  expect(await question(house, system, cardsOf, { products: [product], locale: 'en' })).toMatchObject([
    { soldOut: false },
  ]);
});
