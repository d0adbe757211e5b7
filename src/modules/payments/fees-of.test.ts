import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { guest } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { feesOf, moneyOf, setCommission } from './index.ts';

let town: Town;
let mei: Seller;

beforeAll(async () => {
  town = await openTown();
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(() => town.close());

async function sold(): Promise<string> {
  const luisa = town.buyer('Luísa');
  const placed = await luisa.orders(mei.kettle);
  await luisa.pays(placed);
  return placed.orders[0]!.order;
}
const fees = async (order: string) => (await town.ask(mei.actor, feesOf, { order }))!;

test('fees name the rule that was in force on the day of the sale, the nearest one', async () => {
  const rules = await town.staff('Rui', ['rules']);
  const before = await sold();
  expect((await fees(before)).lines).toMatchObject([
    { category: 'kettles', bps: 500, rule: { of: 'all', from: '2015-01-01' } },
  ]);
  const today = town.house.clock.now().toISOString().slice(0, 10);
  const sets = (more: object, bps: number) =>
    town.does(rules, setCommission, { bps, validFrom: today, why: 'A trial.', ...more }).then(must);
  await sets({ category: 'kettles' }, 400);
  expect((await fees(await sold())).lines[0]).toMatchObject({ bps: 400, rule: { of: 'category', from: today } });
  await sets({ store: mei.store }, 300);
  expect((await fees(await sold())).lines[0]).toMatchObject({ bps: 300, rule: { of: 'store' } });
  await sets({ store: mei.store, category: 'kettles' }, 250);
  expect((await fees(await sold())).lines[0]).toMatchObject({ bps: 250, rule: { of: 'store_in_category' } });
  // The sale of before keeps its rate; that day's rules were added to since, and no longer say why.
  expect((await fees(before)).lines[0]).toMatchObject({ bps: 500, rule: undefined });
});

test('others are told nothing', async () => {
  const order = await sold();
  const rival = await town.seller('Bo, Ningbo');
  for (const by of [guest('g'), rival.actor]) expect(await town.ask(by, feesOf, { order })).toBeUndefined();
  expect(await town.ask(mei.actor, feesOf, { order: 'none' })).toBeUndefined();
});

test('what is explained adds up, before the money is released and after', async () => {
  const order = await sold();
  const expected = await fees(order);
  expect(expected).toMatchObject({ carriesItself: true, releasedAt: null, goods: { minor: 20_000n } });
  expect(expected.toSeller.minor + expected.commission.minor + expected.toLine.minor).toBe(
    expected.goods.minor + expected.carriage.minor,
  );
  expect(expected.commission.minor).toBe(((expected.goods.minor + expected.carriage.minor) * 250n) / 10_000n);
  expect(expected.paid).toMatchObject({ currency: 'BRL' });

  must(await mei.dispatches(order));
  await town.carries(order, 'delivered');
  await town.later({ days: 40 });
  const booked = await fees(order);
  const money = (await town.ask(mei.actor, moneyOf, { order }))!;
  expect(booked.releasedAt).toEqual(money.releasedAt);
  expect([booked.toSeller, booked.commission]).toEqual([money.toSeller, money.commission]);
  expect([booked.toSeller, booked.commission]).toEqual([expected.toSeller, expected.commission]);
});
