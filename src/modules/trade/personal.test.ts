import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Town } from '../../../stories/town.ts';
import { personal } from './personal.ts';
import { addWish } from './wish.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('an open order keeps its buyer; once it is over it stays, without a way to reach who placed it', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const of = { person: ana.actor.id };
  const open = () => town.ask(system, personal.open!, of);
  const held = () => town.ask(system, personal.held, of);
  expect(await open()).toEqual({ orders: 0 });
  must(await town.does(ana.actor, addWish, { product: mei.product }));
  const placed = await ana.orders(mei.kettle);
  expect(await open()).toEqual({ orders: 1 });
  expect(await held()).toMatchObject({
    wishes: [{ product: mei.product }],
    purchases: [{ id: placed.purchase }],
    orders: [{ lines: [{ quantity: 1 }] }],
  });

  must(await ana.cancels(placed.orders[0]!.order, 'I changed my mind.'));
  await town.settle();
  expect(await open()).toEqual({ orders: 0 });
  const { email } = (await held())['purchases']![0 as never] as { email: string };
  expect(email).toContain('@');
  must(
    await town.does(
      system,
      async (work, input: { person: string }) => {
        await personal.forget(work, input);
        return { ok: true, value: { person: input.person } };
      },
      of,
    ),
  );
  expect(await held()).toMatchObject({ cart: [], wishes: [], purchases: [{ email: '' }], orders: [{}] });
});
