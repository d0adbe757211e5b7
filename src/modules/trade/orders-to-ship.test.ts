import { afterAll, beforeAll, expect, test } from 'vitest';
import { guest } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { ordersToShip } from './orders-to-ship.ts';

let town: Town;
let mei: Seller;

beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(() => town.close());

const toShip = (limit?: number) => town.ask(mei.actor, ordersToShip, { store: mei.store, ...(limit ? { limit } : {}) });

test('what is due soonest stands first; what is not paid or under way is not there', async () => {
  const luisa = town.buyer('Luísa');
  const first = await luisa.orders(mei.kettle, { quantity: 2 });
  await luisa.pays(first);
  await town.later({ hours: 5 });
  const tiago = town.buyer('Tiago');
  const second = await tiago.orders(mei.kettle);
  await tiago.pays(second);
  await town.buyer('Carla').orders(mei.kettle);

  const found = await toShip();
  expect(found!.orders.map(({ number, name, pieces, title }) => ({ number, name, pieces, title }))).toEqual([
    { number: first.orders[0]!.number, name: 'Luísa', pieces: 2, title: 'Chaleira elétrica' },
    { number: second.orders[0]!.number, name: 'Tiago', pieces: 1, title: 'Chaleira elétrica' },
  ]);
  expect(found).toMatchObject({ total: 2, pressing: 0 });
  expect((await toShip(1))!.orders).toHaveLength(1);

  // A day before its end an order presses.
  const due = found!.orders[0]!.dispatch_by!;
  const hours = (due.getTime() - town.house.clock.now().getTime()) / 3_600_000;
  await town.later({ hours: hours - 23 });
  expect(await toShip()).toMatchObject({ total: 2, pressing: 1 });

  expect(await mei.dispatches(first.orders[0]!.order)).toMatchObject({ ok: true });
  expect((await toShip())!.orders.map((one) => one.name)).toEqual(['Tiago']);
});

test('nobody else is told', async () => {
  expect(await town.ask(guest('g'), ordersToShip, { store: mei.store })).toBeUndefined();
  const packer = { ...mei.actor, stores: [{ store: mei.store, roles: ['products' as const] }] };
  expect(await town.ask(packer, ordersToShip, { store: mei.store })).toBeUndefined();
});
