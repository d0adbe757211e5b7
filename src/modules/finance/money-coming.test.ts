import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { setPayoutAccount } from '#modules/parties';
import { expectedRelease, moneyOf } from '#modules/payments';
import { guest, system } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Buyer, Seller, Town } from '../../../stories/town.ts';
import { balanceOfStore } from './balance.ts';
import type { StoreBalance } from './balance.ts';
import { moneyComing } from './money-coming.ts';
import { setPayoutPlan } from './weekly-payouts.ts';
import { statementOf } from './statement.ts';

let town: Town;
let mei: Seller;
let luisa: Buyer;

beforeAll(async () => {
  town = await openTown();
  mei = await town.seller('Mei, Shenzhen');
  luisa = town.buyer('Luísa');
});
afterAll(() => town.close());

const coming = async () => (await town.ask(mei.actor, moneyComing, { store: mei.store }))!;

async function bought(): Promise<string> {
  const placed = await luisa.orders(mei.kettle);
  await luisa.pays(placed);
  return placed.orders[0]!.order;
}

async function delivered(order: string): Promise<void> {
  await mei.dispatches(order);
  const { shipments } = (await luisa.sees(order)) as { shipments: { number: string | null }[] };
  town.world.carrier.move(shipments[0]!.number!, 'delivered');
  await town.settle();
}

test('an order’s money has no day until it is delivered; then it comes on the day on which it is accepted by itself', async () => {
  expect(await coming()).toMatchObject({ days: [], toSend: { orders: 0 }, travelling: { orders: 0 }, atBank: 0n });
  const order = await bought();
  const share = (await town.ask(mei.actor, expectedRelease, { order }))!.seller;
  expect(await coming()).toMatchObject({
    currency: share.currency,
    days: [],
    toSend: { minor: share.minor, orders: 1 },
  });

  await delivered(order);
  const { days, toSend, travelling } = await coming();
  expect([days.length, toSend.orders, travelling.orders]).toEqual([1, 0, 0]);
  expect(days[0]).toMatchObject({ released: share.minor, orders: 1, payout: 0n });

  // On that day, and not before, exactly this is on the balance.
  const span = (new Date(`${days[0]!.day}T00:00:00Z`).getTime() - town.house.clock.now().getTime()) / 1000;
  await town.later({ seconds: Math.floor(span) });
  expect((await coming()).days).toHaveLength(1);
  await town.later({ days: 1 });
  expect(await coming()).toMatchObject({ days: [] });
  expect((await town.ask(mei.actor, moneyOf, { order }))!.toSeller).toEqual(share);

  // The statement finds the sale by what the buyer paid for it, in the buyer's money.
  const span2 = { store: mei.store, from: '2026-01-01', to: '2027-12-31' };
  const found = async (amount: number) => must(await town.ask(system, statementOf, { ...span2, amount })).lines;
  const { due, goods } = (await town.ask(mei.actor, moneyOf, { order }))!;
  expect(due.currency).not.toBe(goods.currency);
  for (const amount of [due, goods, share])
    expect(await found(Number(amount.minor))).toMatchObject([{ kind: 'sale', reference: order, sale: { paid: due } }]);
  expect(await found(Number(due.minor) + 1)).toEqual([]);
});

test('a weekly payout stands on its Monday; nobody else is told', async () => {
  must(await town.does(mei.actor, setPayoutPlan, { store: mei.store, weekly: true }));
  expect((await coming()).days).toEqual([]);
  const account = { holder: 'Mei Lin', country: 'CN', number: '6222021234567890123', bank: '102584000008' };
  must(await town.does(mei.actor, setPayoutAccount, { store: mei.store, currency: mei.currency, ...account }));
  const { days } = await coming();
  const [{ available }] = (await town.ask(mei.actor, balanceOfStore, { store: mei.store }))!.balances as [StoreBalance];
  expect(days).toMatchObject([{ released: 0n, orders: 0, payout: available }]);
  expect(new Date(`${days[0]!.day}T00:00:00Z`).getUTCDay()).toBe(1);
  for (const by of [guest('g'), luisa.actor])
    expect(await town.ask(by, moneyComing, { store: mei.store })).toBeUndefined();
});
