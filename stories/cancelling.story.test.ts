import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { cancelOrder } from '#modules/trade';
import type { Actor } from '#platform/actor';
import { openTown, refused } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
let desk: Actor;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  desk = await town.staff('Inês, desk', ['orders', 'money']);
});
beforeEach(async () => {
  mei = await town.seller('Mei, Shenzhen', { stock: 3 });
  ana = town.buyer('Ana, São Paulo');
});
afterAll(() => town.close());

async function funded(quantity = 1): Promise<string> {
  const bought = await ana.orders(mei.kettle, { method: 'pix', quantity });
  await ana.pays(bought);
  return bought.orders[0]!.order;
}

async function deskCancels(order: string, why: string) {
  const said = await town.does(desk, cancelOrder, { order, why });
  await town.settle();
  return said;
}

test('before payment the buyer takes the whole purchase back: stock is free, the provider expects nothing', async () => {
  const hao = await town.seller('Hao, Jingdezhen');
  must(await ana.lays(hao.kettle));
  const bought = await ana.orders(mei.kettle, { quantity: 2 });
  expect(await mei.left()).toBe(1);

  expect(await ana.cancels(bought.orders[0]!.order, 'Too dear after all.')).toEqual({
    ok: true,
    value: { state: 'cancelled' },
  });
  for (const { order } of bought.orders)
    expect((await ana.sees(order)).order).toMatchObject({ state: 'cancelled', ended_by: 'buyer' });
  expect(await mei.left()).toBe(3);
  const [payment] = (await ana.purchase(bought)).payments;
  expect(payment!.state).toBe('cancelled');
  expect(() => town.world.provider.pay(town.world.provider.ofReference(payment!.payment)[0]!.id)).toThrow(/cancelled/);
});

test('before payment the order is no business of the seller’s; the desk may take it back', async () => {
  const { orders } = await ana.orders(mei.kettle);
  const order = orders[0]!.order;
  expect(await mei.cancels(order, 'No kettles.')).toEqual(refused('order_cannot_be_cancelled', { state: 'placed' }));
  expect(await deskCancels(order, ' ')).toEqual(refused('say_why'));
  expect(await deskCancels(order, 'Ana telephoned.')).toMatchObject({ ok: true });
  expect((await ana.sees(order)).order).toMatchObject({
    state: 'cancelled',
    ended_by: 'desk',
    ended_why: 'Ana telephoned.',
  });
});

test('after payment the buyer changes her mind: the money goes back, the kettles are on the shelf', async () => {
  const order = await funded(2);
  expect(await mei.left()).toBe(1);
  expect(await ana.cancels(order, 'I changed my mind.')).toEqual({ ok: true, value: { state: 'refunding' } });
  const { order: seen, money } = await ana.sees(order);
  expect(seen).toMatchObject({ state: 'refunded', ended_by: 'buyer' });
  expect(money).toMatchObject({ refunded: money!.paid, held: { minor: 0n } });
  expect(await mei.left()).toBe(3);
  expect(await mei.dispatches(order)).toEqual(refused('order_is_not_to_be_dispatched', { state: 'refunded' }));
  await town.verifies();
});

test.each(['seller', 'desk'] as const)('after payment the %s takes it back, and says why', async (side) => {
  const order = await funded();
  const why = 'The last one has a scratch.';
  expect(side === 'seller' ? await mei.cancels(order, '') : await deskCancels(order, '')).toEqual(refused('say_why'));
  must(side === 'seller' ? await mei.cancels(order, why) : await deskCancels(order, why));
  expect((await ana.sees(order)).order).toMatchObject({ state: 'refunded', ended_by: side, ended_why: why });
  await town.verifies();
});

test('whoever is no part of an order does not even learn that it is there', async () => {
  const order = await funded();
  const [bia, hao] = [town.buyer('Bia, Manaus'), await town.seller('Hao, Jingdezhen')];
  expect(await bia.cancels(order, 'Mischief.')).toEqual(refused('order_not_found'));
  expect(await hao.cancels(order, 'Mischief.')).toEqual(refused('order_not_found'));
  expect(await ana.state(order)).toBe('funded');
});

test('once the parcel is on its way nobody takes the order back; nor twice; nor what has lapsed', async () => {
  const order = await funded();
  must(await mei.dispatches(order));
  for (const said of [
    await ana.cancels(order, 'Too late?'),
    await mei.cancels(order, 'Too late?'),
    await deskCancels(order, 'Too late?'),
  ])
    expect(said).toEqual(refused('order_cannot_be_cancelled', { state: 'dispatched' }));
  await town.carries(order, 'delivered');
  expect(await ana.cancels(order, 'Too late?')).toEqual(refused('order_cannot_be_cancelled', { state: 'delivered' }));
  must(await ana.accepts(order));
  expect(await ana.cancels(order, 'Too late?')).toEqual(refused('order_cannot_be_cancelled', { state: 'completed' }));

  const other = (await ana.orders(mei.kettle)).orders[0]!.order;
  must(await ana.cancels(other, 'No.'));
  expect(await ana.cancels(other, 'No, no.')).toEqual(refused('order_cannot_be_cancelled', { state: 'cancelled' }));
  const third = (await ana.orders(mei.kettle)).orders[0]!.order;
  await town.later({ minutes: 31 });
  expect(await ana.cancels(third, 'Never mind.')).toEqual(refused('order_cannot_be_cancelled', { state: 'lapsed' }));
});

test('the buyer takes it back between the money and its news: it stays cancelled, and the money goes back once', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const order = bought.orders[0]!.order;
  const at = town.world.provider.ofReference((await ana.purchase(bought)).payments[0]!.payment)[0]!;
  town.world.provider.pay(at.id);
  await town.world.outside();
  expect(await ana.state(order)).toBe('placed');
  must(await ana.cancels(order, 'I pressed the wrong button.'));
  expect(await ana.state(order)).toBe('cancelled');
  expect(town.world.provider.refundsOf(at.id)).toHaveLength(1);
  const { money } = await ana.sees(order);
  expect(money).toMatchObject({ refunded: money!.paid, held: { minor: 0n } });
  expect(await mei.left()).toBe(3);
  await town.verifies();
});

test('money that comes for a cancelled order goes back', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const order = bought.orders[0]!.order;
  const at = town.world.provider.ofReference((await ana.purchase(bought)).payments[0]!.payment)[0]!;
  // Paid at the provider in the same moment in which the order is taken back here.
  town.world.provider.pay(at.id);
  must(await town.does(ana.actor, cancelOrder, { order, why: 'Never mind.' }));
  await town.settle();
  expect(await ana.state(order)).toBe('refunded');
  expect(town.world.provider.payment(at.id).status).toBe('refunded');
  expect(await mei.left()).toBe(3);
  await town.verifies();
});

test('a seller who does not dispatch in time loses the order: seven days, and the buyer has the money back', async () => {
  const order = await funded();
  const { order: seen } = await ana.sees(order);
  expect(seen.dispatch_by!.getTime() - seen.funded_at!.getTime()).toBe(7 * 86_400_000);
  await town.later({ days: 6, hours: 23 });
  expect(await ana.state(order)).toBe('funded');
  await town.later({ hours: 2 });
  expect((await ana.sees(order)).order).toMatchObject({
    state: 'refunded',
    ended_by: 'house',
    ended_why: 'not_dispatched_in_time',
  });
  expect(await mei.dispatches(order)).toEqual(refused('order_is_not_to_be_dispatched', { state: 'refunded' }));
  expect(await mei.left()).toBe(3);
  await town.verifies();
});
