import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import { decisionJustMade } from './decision.ts';
import { aroundInReview, reviewQueue } from './desk-questions.ts';
import { draftProduct } from './draft-product.ts';
import { dropProposal, editProduct } from './edit-product.ts';
import { listProduct, refuseProduct } from './review-product.ts';
import { productForSeller } from './seller-questions.ts';
import { desk, does, kettle, openStall, sells, tries } from './stall.ts';
import type { Stall } from './stall.ts';
import { submitProduct } from './submit-product.ts';
import { takeBackDecision } from './take-back-decision.ts';

let house: TestHouse;
let mei: Stall;
beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
});
beforeEach(() => house.clock.advance({ minutes: 2 }));
afterAll(() => house.close());

const form = (product: string) => question(house, mei.seller, productForSeller, { product });
const back = (product: string, by = desk) => tries(house, by, takeBackDecision, { product });
const no = (refusal: object) => ({ ok: false, refusal });
const around = (product: string) => question(house, desk, aroundInReview, { product });
const waiting = async () => {
  const queue = await question(house, desk, reviewQueue, {});
  return queue.ok ? queue.value.products.map(({ product }) => product) : [];
};

async function submits(): Promise<string> {
  const { product } = await does(house, mei.seller, draftProduct, { store: mei.store, ...kettle });
  await does(house, mei.seller, submitProduct, { product });
  house.clock.advance({ minutes: 1 });
  return product;
}

test('what was listed or refused by a slip waits again where it waited before', async () => {
  const [first, second, third] = [await submits(), await submits(), await submits()];
  expect(await around(second)).toEqual({ previous: first, next: third });
  // After the last comes the first; what waits no more leads to the oldest.
  expect(await around(third)).toEqual({ previous: second, next: first });
  await does(house, desk, listProduct, { product: second });
  expect(await around(second)).toEqual({ previous: null, next: first });
  expect(await question(house, desk, decisionJustMade, { product: second })).toMatchObject({ decision: 'listed' });
  expect(await does(house, desk, takeBackDecision, { product: second })).toEqual({ state: 'in_review' });
  expect(await waiting()).toEqual([first, second, third]);

  await does(house, desk, refuseProduct, { product: first, why: 'Which brand is it?' });
  expect(await question(house, desk, decisionJustMade, { product: first })).toMatchObject({ decision: 'refused' });
  expect(await does(house, desk, takeBackDecision, { product: first })).toEqual({ state: 'in_review' });
  expect(await form(first)).toMatchObject({ state: 'in_review', note: null });
  expect(await waiting()).toEqual([first, second, third]);
  for (const product of [first, second, third]) await does(house, desk, listProduct, { product });
  expect(await around(third)).toEqual({ previous: null, next: null });
  const { rows } = await house.db.query(
    `select deed from platform.audit where subject = 'product:${second}' order by id`,
  );
  expect(rows.map((row) => (row as { deed: string }).deed)).toEqual([
    'product_listed',
    'decision_taken_back',
    'product_listed',
  ]);
});

test('a change that took effect gives way to what was there, but for the prices of today', async () => {
  const { product, variants } = await sells(house, mei);
  const variant = { id: variants[0]!, ...kettle.variants![0]! };
  await does(house, mei.seller, editProduct, { product, titles: { en: 'A better kettle' } });
  const since = (await form(product))!.waitsSince;
  house.clock.advance({ minutes: 3 });
  await does(house, desk, listProduct, { product });
  expect((await form(product))!.listing.titles.en).toBe('A better kettle');
  await does(house, mei.seller, editProduct, {
    product,
    variants: [{ ...variant, tiers: [{ from: 1, minor: 15000n }] }],
  });
  await does(house, desk, takeBackDecision, { product });
  const now = (await form(product))!;
  expect(now).toMatchObject({ state: 'live', proposalState: 'waiting', waitsSince: since });
  expect(now.listing.titles.en).toBe(kettle.titles!['en']);
  expect(now.proposal!.titles.en).toBe('A better kettle');
  expect(now.listing.variants[0]!.tiers).toEqual([{ from: 1, minor: 15000n }]);
  expect(now.proposal!.variants[0]!.tiers).toEqual([{ from: 1, minor: 15000n }]);

  await does(house, desk, refuseProduct, { product, why: 'Better than what?' });
  await does(house, desk, takeBackDecision, { product });
  expect(await form(product)).toMatchObject({ proposalState: 'waiting', waitsSince: since, note: null });
  await does(house, mei.seller, dropProposal, { product });
});

test('each refusal, in order', async () => {
  const product = await submits();
  const other = { ...desk, id: 'olga' };
  expect(await back(product, mei.seller)).toEqual(no({ no: 'only_staff_for_listings_may_decide' }));
  expect(await back(newId(house.clock.now()))).toEqual(no({ no: 'product_not_found' }));
  expect(await back(product)).toEqual(no({ no: 'nothing_to_take_back' }));
  await does(house, desk, refuseProduct, { product, why: 'No.' });
  expect(await back(product, other)).toEqual(no({ no: 'only_who_decided_may_take_it_back' }));
  expect(await question(house, other, decisionJustMade, { product })).toBeUndefined();
  house.clock.advance({ minutes: 10 });
  expect(await question(house, desk, decisionJustMade, { product })).toBeUndefined();
  expect(await back(product)).toEqual(no({ no: 'too_late_to_take_it_back' }));

  await does(house, mei.seller, submitProduct, { product });
  await does(house, desk, refuseProduct, { product, why: 'Still no.' });
  house.clock.advance({ minutes: 1 });
  await does(house, mei.seller, editProduct, { product, brand: 'Crane' });
  expect(await back(product)).toEqual(no({ no: 'product_was_changed_since' }));
});
