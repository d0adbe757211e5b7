import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { newId } from '#kernel/id';
import { guest, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Town } from '../../../stories/town.ts';
import { cartCount } from './cart.ts';
import { takeCartAlong } from './take-cart-along.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const lines = (by: Actor) => town.ask(by, cartCount, undefined);

test('what a guest laid aside is there on the page after the sign-in, and bringing it twice changes nothing', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const before = guest('g'.repeat(32));
  const ana: Actor = { id: newId(town.house.clock.now()), kind: 'person', name: 'Ana', stores: [], staff: [] };
  const buyer = town.buyer('Ana, São Paulo');
  must(await buyer.lays(mei.kettle, 2));

  expect(await lines(buyer.actor)).toBe(1);
  expect(await town.does(visitor, takeCartAlong, { guest: buyer.actor.id })).toMatchObject({ ok: true });
  expect(await lines(buyer.actor)).toBe(1);
  expect(await town.does(ana, takeCartAlong, { guest: before.id })).toMatchObject({ ok: true });
  expect(await lines(ana)).toBe(0);

  expect(await town.does(ana, takeCartAlong, { guest: buyer.actor.id })).toMatchObject({ ok: true });
  expect([await lines(ana), await lines(buyer.actor)]).toEqual([1, 0]);
  expect(await town.does(ana, takeCartAlong, { guest: buyer.actor.id })).toMatchObject({ ok: true });
  expect(await lines(ana)).toBe(1);
});
