import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { settle } from '#platform/settle';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { draftProduct } from '../draft-product.ts';
import { productForSeller } from '../seller-questions.ts';
import { setStock } from '../set-stock.ts';
import { does, kettle, openStall, sells, tries } from '../stall.ts';
import type { Stall } from '../stall.ts';
import { batchPage, previewMany } from './batch-questions.ts';
import type { BatchPage } from './batch-questions.ts';
import { changeMany, undoMany } from './change-many.ts';
import type { Which } from './change-many.ts';
import type { Change } from './change.ts';
import { filterOf } from './product-filter.ts';
import { productTable } from './product-table.ts';
import { dropTableView, keepTableView, tableViews } from './table-views.ts';

let house: TestHouse;
let mei: Stall;
let rival: Stall;
let first: { product: string; variants: string[] };
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house, { currency: 'USD' });
  rival = await openStall(house, { currency: 'USD', name: 'A rival' });
  first = await sells(house, mei, kettle);
  const bare = { category: 'kettles', titles: { en: 'Bare kettle' } };
  for (let n = 0; n < 60; n++)
    await does(house, mei.seller, draftProduct, {
      store: mei.store,
      ...bare,
      variants: [{ sku: `B-${n}`, tiers: [{ from: 1, minor: BigInt(1000 + n) }], onHand: n < 4 ? n : 20 }],
    });
});
beforeEach(() => house.clock.advance({ minutes: 2 }));
afterAll(() => house.close());

const table = (query: string, page = 1) =>
  question(house, mei.seller, productTable, {
    store: mei.store,
    locale: 'en',
    filter: filterOf(new URLSearchParams(query)),
    page,
  });
const price = async () =>
  (await question(house, mei.seller, productForSeller, first))!.listing.variants[0]!.tiers.map(({ minor }) => minor);
const all: Which = { filter: {} };

async function changes(change: Change, which: Which = all): Promise<BatchPage> {
  const { batch } = await does(house, mei.seller, changeMany, { store: mei.store, which, change });
  await settle(house);
  return (await question(house, mei.seller, batchPage, { store: mei.store, batch, locale: 'en' }))!;
}
async function undone(id: string): Promise<BatchPage> {
  const { batch } = await does(house, mei.seller, undoMany, { store: mei.store, batch: id });
  await settle(house);
  return (await question(house, mei.seller, batchPage, { store: mei.store, batch, locale: 'en' }))!;
}

test('the table is searched, filtered, sorted and paged', async () => {
  expect((await table(''))!).toMatchObject({ total: 61, more: true, states: { live: 1, draft: 60 } });
  expect((await table('', 2))!.rows).toHaveLength(11);
  expect((await table('q=hk-17'))!.rows.map(({ title }) => title)).toEqual(['Glass kettle with thermometer']);
  expect((await table('stock=out'))!.total).toBe(1);
  expect((await table('stock=low'))!.total).toBe(3);
  expect((await table('category=home-kitchen&state=live'))!.total).toBe(1);
  expect((await table('mend=1'))!.total).toBe(0);
  expect((await table('q=100%25'))!.total).toBe(0);
  const input = { store: mei.store, locale: 'en', filter: {}, sort: 'price' as const, down: false };
  const cheapest = (await question(house, mei.seller, productTable, input))!;
  expect(cheapest.rows[0]).toMatchObject({ fromMinor: 1000n });
  expect(await question(house, rival.seller, productTable, input)).toBeUndefined();
});

test('all prices rise by a tenth, in parts, and go back; a price changed since stays', async () => {
  const look = await question(house, mei.seller, previewMany, {
    store: mei.store,
    which: all,
    change: { what: 'price_percent', basisPoints: 1000 },
    locale: 'en',
  });
  expect(look).toMatchObject({ items: 61 });
  expect(look.lines).toHaveLength(10);
  const risen = await changes({ what: 'price_percent', basisPoints: 1000 });
  expect(risen).toMatchObject({ items: 61, done: 61, changed: 61, left: [] });
  expect(await price()).toEqual([21890n, 19690n]);
  expect((await table('q=B-7'))!.rows[0]).toMatchObject({ fromMinor: 1108n });

  await changes({ what: 'price_set', minor: 25000n }, { products: [first.product] });
  const back = await undone(risen.id);
  expect(back).toMatchObject({ items: 61, changed: 60, left: [{ product: first.product, came: 'changed_since' }] });
  expect(await price()).toEqual([25000n]);
  expect((await table('q=B-7'))!.rows[0]).toMatchObject({ fromMinor: 1007n });
  const again = await tries(house, mei.seller, undoMany, { store: mei.store, batch: risen.id });
  expect(again).toMatchObject({ refusal: { no: 'batch_was_taken_back' } });
});

test('stock taken back leaves what was counted since; what a product cannot be stays as it is', async () => {
  const which = { products: [first.product] };
  const more = await changes({ what: 'stock_add', count: 5 }, which);
  await does(house, mei.seller, setStock, {
    product: first.product,
    lines: [{ variant: first.variants[0]!, onHand: 53 }],
  });
  await undone(more.id);
  expect((await table('q=hk-17'))!.rows[0]).toMatchObject({ onHand: 48 });
  const wrong = await changes({ what: 'customs', hs: '12' }, which);
  expect(wrong).toMatchObject({ changed: 0, left: [{ came: 'is_no_hs_code' }] });
  const less = await changes({ what: 'price_amount', minor: -99_999_999n }, which);
  expect(less.left).toMatchObject([{ came: 'price_is_wrong' }]);
});

test('products go to review and leave the shop together', async () => {
  const sent = await changes({ what: 'submit' }, { filter: { text: 'B-1' } });
  expect(new Set(sent.left.map(({ came }) => came))).toEqual(new Set(['is_missing']));
  const gone = await changes({ what: 'withdraw' }, { products: [first.product] });
  expect((await table('state=withdrawn'))!.total).toBe(1);
  await undone(gone.id);
  expect((await table('state=live'))!.total).toBe(1);
});

test("other people's products are never changed, and nothing is no change", async () => {
  const change = { what: 'stock_set' as const, count: 0 };
  const which = { products: [first.product] };
  const refused = (no: string) => ({ ok: false, refusal: { no } });
  expect(await tries(house, rival.seller, changeMany, { store: mei.store, which, change })).toEqual(
    refused('store_not_found'),
  );
  expect(await tries(house, rival.seller, changeMany, { store: rival.store, which, change })).toEqual(
    refused('nothing_is_chosen'),
  );
  expect(await tries(house, mei.seller, changeMany, { store: mei.store, which, change: { what: 'customs' } })).toEqual(
    refused('change_is_empty'),
  );
});

test('a way to look is kept by person and store', async () => {
  const { store } = mei;
  await does(house, mei.seller, keepTableView, { store, name: 'Running low', query: 'stock=low' });
  await does(house, mei.seller, keepTableView, { store, name: 'Running low', query: 'stock=low&sort=stock' });
  expect(await question(house, mei.seller, tableViews, { store })).toEqual([
    { name: 'Running low', query: 'stock=low&sort=stock' },
  ]);
  expect(await question(house, rival.seller, tableViews, { store })).toEqual([]);
  await does(house, mei.seller, dropTableView, { store, name: 'Running low' });
  expect(await question(house, mei.seller, tableViews, { store })).toEqual([]);
});
