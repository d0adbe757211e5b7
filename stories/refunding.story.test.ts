import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { must } from '#kernel/result';
import { refundByDesk, stuckMoney, tryRefundAgain } from '#modules/payments';
import type { Actor } from '#platform/actor';
import { openTown, refused } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
let tea: Actor;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  tea = await town.staff('Tea, desk', ['money']);
});
beforeEach(async () => {
  mei = await town.seller('Mei, Shenzhen', { stock: 10 });
  ana = town.buyer('Ana, São Paulo');
});
afterAll(() => town.close());

async function funded(): Promise<string> {
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'seller:standard' } });
  await ana.pays(bought);
  return bought.orders[0]!.order;
}

async function gives(order: string, minor?: number, why = 'The lid is dented.') {
  const said = await town.does(tea, refundByDesk, {
    order,
    why,
    ...(minor === undefined ? {} : { minor, currency: 'BRL' }),
  });
  await town.settle();
  return said;
}

test('the desk gives a part back before the goods arrive: the seller is paid of the rest, and so are we', async () => {
  const order = await funded();
  expect(await town.does(mei.actor, refundByDesk, { order, minor: 1000, why: 'Mine?' })).toEqual(
    refused('only_staff_for_money_may'),
  );
  expect(await gives(order, 1000, ' ')).toEqual(refused('say_why'));
  const { paid } = (await ana.sees(order)).money!;
  expect(await gives(order, Number(paid.minor) + 1)).toEqual(refused('more_than_was_paid', { left: paid }));

  must(await gives(order, Number(paid.minor / 4n)));
  const picture = (await ana.sees(order)).money!;
  expect(picture.refunded.minor).toBe(paid.minor / 4n);
  expect(await ana.state(order)).toBe('funded');
  await town.verifies();

  must(await mei.dispatches(order));
  await town.carries(order, 'delivered');
  must(await ana.accepts(order));
  // Of 230 yuan a quarter went back; of the rest the house keeps five per cent.
  const held = picture.held.minor;
  expect(held).toBeGreaterThan(17_200n);
  expect(held).toBeLessThan(17_300n);
  expect((await mei.balance()).minor).toBe(held - (held * 5n) / 100n);
  await town.verifies();
});

test('the desk gives all of it back before the goods are sent: the order ends with its money', async () => {
  const order = await funded();
  must(await gives(order));
  expect((await ana.sees(order)).order).toMatchObject({
    state: 'refunded',
    ended_by: 'desk',
    ended_why: 'The lid is dented.',
  });
  expect(await mei.dispatches(order)).toEqual(refused('order_is_not_to_be_dispatched', { state: 'refunded' }));
  expect(await mei.left()).toBe(10);
  await town.verifies();
});

test('the desk gives the rest back while the parcel is on its way: no timer pays the seller later', async () => {
  const order = await funded();
  must(await mei.dispatches(order));
  must(await gives(order, 500));
  must(await gives(order));
  expect(await ana.state(order)).toBe('refunded');
  await town.carries(order, 'delivered');
  await town.later({ days: 90 });
  expect(await ana.state(order)).toBe('refunded');
  expect((await mei.balance()).minor).toBe(0n);
  expect(await gives(order)).toEqual(refused('nothing_to_refund'));
  await town.round();
  await town.verifies();
});

test('a refund after the release is taken from the seller, our commission with it in proportion', async () => {
  const order = await funded();
  must(await mei.dispatches(order));
  await town.carries(order, 'delivered');
  must(await ana.accepts(order));
  const commission = (await town.commission('CNY')).minor;
  const { paid } = (await ana.sees(order)).money!;

  must(await gives(order, Number(paid.minor / 2n), 'It leaks.'));
  expect(await ana.state(order)).toBe('completed');
  expect((await mei.balance()).minor).toBeGreaterThanOrEqual(21_850n / 2n - 2n);
  expect((await mei.balance()).minor).toBeLessThanOrEqual(21_850n / 2n + 2n);
  must(await gives(order, undefined, 'It leaks badly.'));
  expect(await mei.balance()).toEqual(money('CNY', 0n));
  expect(commission - (await town.commission('CNY')).minor).toBe(1_150n);
  expect((await ana.sees(order)).money).toMatchObject({ refunded: paid });
  await town.verifies();
});

test('the provider takes a refund and fails: the buyer’s money stays owed, the desk sees it and tries again', async () => {
  const order = await funded();
  town.world.provider.faults({ refunds: 'failed' });
  must(await ana.cancels(order, 'I changed my mind.'));
  town.world.provider.faults();
  expect(await ana.state(order)).toBe('refunding');
  const { stuck } = must(await town.ask(tea, stuckMoney, undefined as never));
  expect(stuck).toMatchObject([{ why: 'refund_failed', order, problem: 'account_closed' }]);

  must(await town.does(tea, tryRefundAgain, { part: stuck[0]!.part!, why: 'The bank says it was a mistake.' }));
  await town.settle();
  expect(await ana.state(order)).toBe('refunded');
  expect(must(await town.ask(tea, stuckMoney, undefined as never)).stuck).toEqual([]);
  await town.verifies();
});
