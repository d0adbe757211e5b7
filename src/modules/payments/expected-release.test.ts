import { afterAll, beforeAll, expect, test } from 'vitest';
import { guest } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { expectedRelease } from './expected-release.ts';
import { moneyOf } from './money-of.ts';

let town: Town;
let mei: Seller;

beforeAll(async () => {
  town = await openTown();
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(() => town.close());

test('what the seller is told to expect is what the release gives', async () => {
  const luisa = town.buyer('Luísa');
  const placed = await luisa.orders(mei.kettle, { quantity: 3 });
  const { order } = placed.orders[0]!;
  const expected = () => town.ask(mei.actor, expectedRelease, { order });
  expect(await expected()).toBeUndefined();

  await luisa.pays(placed);
  const before = (await expected())!;
  expect(before.seller.minor + before.commission.minor + before.carriage.minor).toBe(before.total.minor);
  expect(before.commission.minor).toBeGreaterThan(0n);

  await mei.dispatches(order);
  await town.later({ days: 1 });
  const { shipments } = (await luisa.sees(order)) as { shipments: { number: string | null }[] };
  town.world.carrier.move(shipments[0]!.number!, 'delivered');
  await town.settle();
  expect(await luisa.accepts(order)).toMatchObject({ ok: true });
  expect(await expected()).toBeUndefined();
  const money = (await town.ask(mei.actor, moneyOf, { order }))!;
  expect([money.toSeller, money.commission, money.toLine]).toEqual([before.seller, before.commission, before.carriage]);
});

test('neither the buyer nor a stranger is told what the platform takes', async () => {
  const luisa = town.buyer('Luísa');
  const placed = await luisa.orders(mei.kettle);
  await luisa.pays(placed);
  const { order } = placed.orders[0]!;
  for (const by of [luisa.actor, guest('g')]) expect(await town.ask(by, expectedRelease, { order })).toBeUndefined();
});
