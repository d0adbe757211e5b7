import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, refused } from './town.ts';
import type { Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
});
afterAll(() => town.close());

test('Ana in São Paulo buys a kettle of Mei in Shenzhen, pays by boleto two days later, and Mei is paid less five per cent', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');

  // Two hundred yuan and thirty for the carriage, in reais.
  const bought = await ana.orders(mei.kettle, { method: 'boleto', carriage: { [mei.store]: 'seller:standard' } });
  expect(bought.total.currency).toBe('BRL');
  const order = bought.orders[0]!.order;
  expect((await ana.purchase(bought)).payments[0]).toMatchObject({
    method: 'boleto',
    state: 'waiting',
    boleto: { line: expect.any(String) },
  });
  expect(await mei.dispatches(order)).toEqual(refused('order_is_not_to_be_dispatched', { state: 'placed' }));

  await town.later({ days: 2 });
  await ana.pays(bought);
  expect((await ana.sees(order)).order.state).toBe('funded');
  expect(await town.holds(order, 'CNY')).toEqual({ currency: 'CNY', minor: 23_000n });

  expect(await mei.dispatches(order)).toMatchObject({ ok: true });
  expect(await ana.accepts(order)).toEqual(refused('order_is_not_awaiting_acceptance', { state: 'dispatched' }));
  const number = (await ana.sees(order)).shipments[0]!.number!;
  town.world.carrier.move(number, 'delivered');
  await town.settle();
  expect((await ana.sees(order)).order.state).toBe('delivered');

  expect(await mei.accepts(order)).toEqual(refused('only_the_buyer_may_accept'));
  expect(await ana.accepts(order)).toMatchObject({ ok: true });
  expect(await mei.balance()).toEqual({ currency: 'CNY', minor: 21_850n });
  expect(await town.commission('CNY')).toEqual({ currency: 'CNY', minor: 1_150n });
  expect(Object.values(await town.sumOfBooks()).every((sum) => sum === 0n)).toBe(true);
  await town.verifies();
});
