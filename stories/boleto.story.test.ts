import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportPayment } from '#modules/payments';
import type { PaymentView } from '#modules/payments';
import { lapsePurchase } from '#modules/trade';
import { system } from '#platform/actor';
import { refused, openTown } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
});
afterAll(() => town.close());

async function orderBySlip(mei: Seller, ana: Buyer) {
  // The days' rates come in.
  await town.round();
  const bought = await ana.orders(mei.kettle, { method: 'boleto' });
  const slip = (await ana.purchase(bought)).payments[0]!;
  return { bought, slip, order: bought.orders[0]!.order };
}

/** A day after the time to pay was over. */
async function dayAfter(ana: Buyer, order: string): Promise<void> {
  const { payUntil } = await ana.sees(order);
  await town.later({ seconds: (payUntil.getTime() - town.house.clock.now().getTime()) / 1000 });
  await town.later({ days: 1 });
  await town.round();
}

test('a slip that nobody pays: the order lapses, its stock is free again, and nobody is asked for money any more', async () => {
  const mei = await town.seller('Mei, Shenzhen', { stock: 1 });
  const [ana, bia] = [town.buyer('Ana, São Paulo'), town.buyer('Bia, Manaus')];
  const { bought, slip, order } = await orderBySlip(mei, ana);
  expect(await mei.left()).toBe(0);
  expect(await bia.lays(mei.kettle)).toEqual(refused('not_so_many_left', { left: 0 }));

  await town.later({ days: 2 });
  expect(await ana.state(order)).toBe('placed');
  await town.later({ days: 9 });
  expect((await ana.sees(order)).order).toMatchObject({
    state: 'lapsed',
    ended_by: 'house',
    ended_why: 'not_paid_in_time',
  });
  expect(await mei.left()).toBe(1);
  expect((await ana.purchase(bought)).payments[0]!.state).toBe('expired');
  expect(town.world.provider.ofReference(slip.payment)[0]!.status).toBe('expired');
  expect(await ana.paysAgain(bought, 'card')).toEqual(refused('nothing_waits_for_money'));
  expect(await bia.lays(mei.kettle)).toMatchObject({ ok: true });
});

test('a slip paid at a counter after its time, with the kettle still there: the order is on again', async () => {
  const mei = await town.seller('Mei, Shenzhen', { stock: 1 });
  const ana = town.buyer('Ana, São Paulo');
  const { slip, order } = await orderBySlip(mei, ana);
  await dayAfter(ana, order);
  expect(await ana.state(order)).toBe('lapsed');

  town.world.provider.paySlip(slip.boleto!.line);
  await town.settle();
  expect((await ana.sees(order)).order).toMatchObject({ state: 'funded', ended_by: null, closed_at: null });
  expect(await mei.left()).toBe(0);
  expect(await mei.dispatches(order)).toMatchObject({ ok: true });
  await town.verifies();
});

test('a slip paid after its time, and the kettle is gone: the money goes back', async () => {
  const mei = await town.seller('Mei, Shenzhen', { stock: 1 });
  const [ana, bia] = [town.buyer('Ana, São Paulo'), town.buyer('Bia, Manaus')];
  const { slip, order } = await orderBySlip(mei, ana);
  await dayAfter(ana, order);
  await bia.pays(await bia.orders(mei.kettle, { method: 'pix' }));

  town.world.provider.paySlip(slip.boleto!.line);
  await town.settle();
  expect((await ana.sees(order)).order).toMatchObject({ state: 'refunding', ended_why: 'paid_too_late_and_sold_out' });
  // A bank transfer takes its days.
  await town.later({ days: 3 });
  expect(await ana.state(order)).toBe('refunded');
  const { money } = await ana.sees(order);
  expect(money).toMatchObject({ refunded: money!.paid, held: { minor: 0n } });
  expect(await mei.left()).toBe(0);
  await town.verifies();
});

test('the slip is paid while the buyer takes Pix instead, and both arrive: what came twice goes back by itself', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const { bought, slip, order } = await orderBySlip(mei, ana);
  await ana.paysAgain(bought, 'pix');
  // Her brother paid the slip that lay in the kitchen; its bank had it before we took it back, and tells late.
  const pix = (await ana.purchase(bought)).payments.find((one) => one.method === 'pix')!;
  await paidAll(slip, order);
  town.world.provider.payPix(pix.pix!.emv);
  await town.settle();

  expect(await ana.state(order)).toBe('funded');
  const payments = (await ana.purchase(bought)).payments;
  expect(payments.map(({ method, state, problem }) => [method, state, problem])).toEqual([
    ['pix', 'paid', 'paid_twice'],
    ['boleto', 'paid', undefined],
  ]);
  expect(town.world.provider.ofReference(pix.payment)[0]!.status).toBe('refunded');
  expect((await town.holds(order, 'CNY')).minor).toBe(23_000n);
  await town.verifies();
});

/** The provider says that a slip was paid, whatever it had said before. */
async function paidAll({ payment, amount }: PaymentView, order: string): Promise<void> {
  const at = town.world.provider.ofReference(payment)[0]!;
  const told = { id: at.id, reference: payment, status: 'paid', amount } as const;
  expect(await town.does(system, reportPayment, { provider: 'harbour', told })).toMatchObject({ ok: true });
  await town.settle();
  expect((await town.holds(order, 'CNY')).minor).toBe(23_000n);
}

test('the time to pay ends between the money and its news: paid is paid', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const { bought, slip, order } = await orderBySlip(mei, ana);
  town.world.provider.paySlip(slip.boleto!.line);
  // The webhook is taken in, and its news waits for the relay.
  await town.world.outside();
  expect(await ana.state(order)).toBe('placed');
  expect(await town.does(system, lapsePurchase, { purchase: bought.purchase })).toEqual(
    refused('nothing_waits_for_money'),
  );
  await town.settle();
  expect(await ana.state(order)).toBe('funded');
  expect((await town.holds(order, 'CNY')).minor).toBe(23_000n);
  await town.verifies();
});
