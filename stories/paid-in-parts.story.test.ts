import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, refused } from './town.ts';
import type { Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
});
afterAll(() => town.close());

const paid = (placed: { total: { minor: bigint } }, part: bigint) =>
  [part, placed.total.minor - part].map((minor) => ({ currency: 'BRL', minor }));

test('Ana pays a kettle with two cards: the order begins when both have paid', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const bought = await ana.orders(mei.kettle, { method: 'card', also: [{ method: 'card', minor: 5000 }] });
  const order = bought.orders[0]!.order;
  const amounts = async () =>
    (await ana.purchase(bought)).payments.map(({ amount }) => amount).sort((a, b) => Number(a.minor - b.minor));
  expect(await amounts()).toEqual(paid(bought, 5000n));

  await ana.pays(bought);
  expect((await ana.sees(order)).order.state).toBe('placed');
  await ana.pays(bought);
  expect((await ana.sees(order)).order.state).toBe('funded');
  await town.verifies();
});

test('a part that is no amount, or leaves nothing to pay, is refused', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  await ana.lays(mei.kettle);
  for (const minor of [0, -5, 1.5, 99_999_999]) {
    expect(await ana.places({ method: 'card', also: [{ method: 'card', minor }] })).toMatchObject(
      refused('parts_do_not_fit'),
    );
  }
  expect(await ana.places({ method: 'card', also: [{ method: 'cowrie', minor: 5000 }] })).toMatchObject(
    refused('method_is_not_offered'),
  );
});

test('one part is paid and the other is not: what lacks may be paid another way', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const bought = await ana.orders(mei.kettle, { method: 'card', also: [{ method: 'card', minor: 5000 }] });
  await ana.pays(bought);
  expect(await ana.paysAgain(bought, 'card')).toMatchObject({ ok: true });
  await ana.pays(bought);
  expect((await ana.sees(bought.orders[0]!.order)).order.state).toBe('funded');
  await town.verifies();
});

test('one part is paid and the time for the other is over: the part goes back, and nothing stays in escrow', async () => {
  const mei = await town.seller('Mei, Shenzhen');
  const ana = town.buyer('Ana, São Paulo');
  const bought = await ana.orders(mei.kettle, { method: 'card', also: [{ method: 'card', minor: 5000 }] });
  const order = bought.orders[0]!.order;
  await ana.pays(bought);
  expect((await town.holds(order, 'CNY')).minor).toBeGreaterThan(0n);
  await town.later({ minutes: 31 });
  const seen = await ana.sees(order);
  expect(seen.order.state).toBe('lapsed');
  expect(seen.money).toMatchObject({ held: { minor: 0n }, refunded: seen.money!.paid });
  await town.verifies();
});
