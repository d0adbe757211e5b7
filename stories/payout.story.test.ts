import { afterAll, beforeAll, expect, test } from 'vitest';
import { money } from '#kernel/money';
import { must } from '#kernel/result';
import { balanceOfStore, payoutsOf, requestPayout } from '#modules/finance';
import { setPayoutAccount } from '#modules/parties';
import { openTown, refused } from './town.ts';
import type { Seller, Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
});
afterAll(() => town.close());

/** A seller with one kettle sold and accepted: 218.50 yuan to have. */
async function sellerWithMoney(number: string): Promise<Seller> {
  await town.round();
  const mei = await town.seller('Mei, Shenzhen');
  must(
    await town.does(mei.actor, setPayoutAccount, {
      store: mei.store,
      holder: 'Mei Lin',
      country: 'CN',
      currency: 'CNY',
      number,
      bank: '102584000008',
    }),
  );
  const ana = town.buyer('Ana, São Paulo');
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'seller:standard' } });
  await ana.pays(bought);
  const order = bought.orders[0]!.order;
  must(await mei.dispatches(order));
  await town.carries(order, 'delivered');
  must(await ana.accepts(order));
  return mei;
}

const asks = (mei: Seller, minor: bigint) =>
  town.does(mei.actor, requestPayout, { store: mei.store, amount: money('CNY', minor) });
const balance = async (mei: Seller) => (await town.ask(mei.actor, balanceOfStore, { store: mei.store }))!.balances[0]!;
const payouts = async (mei: Seller) => (await town.ask(mei.actor, payoutsOf, { store: mei.store }))!.payouts;

test('Mei asks for what is hers: it leaves the balance at once, and the bank books it', async () => {
  const mei = await sellerWithMoney('6222020200112233446');
  expect(await asks(mei, 21_851n)).toEqual(refused('more_than_is_available', { available: money('CNY', 21_850n) }));
  expect(await asks(mei, 1n)).toMatchObject(refused('amount_is_below_the_minimum'));
  must(await asks(mei, 21_850n));
  expect(await balance(mei)).toMatchObject({ available: 0n, onTheWay: 21_850n });
  expect(await asks(mei, 10_000n)).toEqual(refused('more_than_is_available', { available: money('CNY', 0n) }));

  await town.settle();
  expect(await payouts(mei)).toMatchObject([{ state: 'paid', minor: 21_850n, last4: '3446' }]);
  expect(await balance(mei)).toMatchObject({ available: 0n, onTheWay: 0n });
  await town.verifies();
});

test('the bank sends it back: the money is Mei’s again, and she is written to', async () => {
  const mei = await sellerWithMoney('6222020200112230000');
  must(await asks(mei, 21_850n));
  await town.settle();
  const [payout] = await payouts(mei);
  expect(payout).toMatchObject({ state: 'rejected', problem: expect.stringMatching(/closed/i) });
  expect(await balance(mei)).toMatchObject({ available: 21_850n, onTheWay: 0n });
  expect(town.world.mail.letters().some(({ subject }) => /payout/i.test(subject))).toBe(true);
  await town.verifies();
});

test('the bank takes the order and never answers: nothing is assumed, it is asked, and nothing is paid twice', async () => {
  const mei = await sellerWithMoney('6222020200112233446');
  town.world.bank.faults({ api: 'timeout_after', webhooks: 'lost', hang_ms: 20 });
  must(await asks(mei, 21_850n));
  await town.settle();
  const [payout] = await payouts(mei);
  expect(payout!.state).toBe('unknown');
  expect(await balance(mei)).toMatchObject({ available: 0n, onTheWay: 21_850n });

  town.world.bank.faults();
  await town.later({ minutes: 30 });
  await town.round();
  expect((await payouts(mei))[0]!.state).toBe('paid');
  expect(town.world.bank.ofReference(payout!.payout)).toHaveLength(1);
  await town.verifies();
});
