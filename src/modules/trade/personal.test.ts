import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Buyer, Town } from '../../../stories/town.ts';
import { personal } from './personal.ts';
import { addWish } from './wish.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const forgets = (of: { person: string }) =>
  town.does(
    system,
    async (work, input: { person: string }) => {
      await personal.forget(work, input);
      return { ok: true, value: { person: input.person } };
    },
    of,
  );

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
  must(await forgets(of));
  expect(await held()).toMatchObject({ cart: [], wishes: [], purchases: [{ email: '' }], orders: [{}] });
});

test('where a parcel went is told to whom it went, and forgotten with them but for the country', async () => {
  const mei = await town.seller('Mei, Ningbo');
  const [bia, caio] = [town.buyer('Bia, São Paulo'), town.buyer('Caio, São Paulo')];
  for (const buyer of [bia, caio]) {
    const placed = await buyer.orders(mei.kettle);
    await buyer.pays(placed);
    must(await mei.dispatches(placed.orders[0]!.order));
    await town.carries(placed.orders[0]!.order, 'delivered');
  }
  const parcelsOf = async (buyer: Buyer) =>
    (await town.ask(system, personal.held, { person: buyer.actor.id }))['parcels'];
  const street = { country: 'BR', name: 'Bia, São Paulo', street: 'Avenida Paulista' };
  expect(await parcelsOf(bia)).toMatchObject([
    {
      addressee: street,
      number: expect.stringMatching(/^RX/),
      scans: expect.arrayContaining([expect.objectContaining({ says: 'Final delivery' })]),
    },
  ]);
  must(await forgets({ person: bia.actor.id }));
  expect(await parcelsOf(bia)).toMatchObject([{ addressee: { country: 'BR', name: '–' }, state: 'delivered' }]);
  expect(JSON.stringify(await parcelsOf(bia))).not.toContain('Paulista');
  expect(await parcelsOf(caio)).toMatchObject([{ addressee: { name: 'Caio, São Paulo', street: 'Avenida Paulista' } }]);
});
