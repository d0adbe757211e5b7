import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { setDigitalGood, addPicture, draftProduct, listProduct, submitProduct } from '#modules/catalogue';
import { acceptDelivery, cancelOrder, labelOrder, setTimer } from '#modules/trade';
import { system, visitor } from '#platform/actor';
import { samplePicture } from './sample-picture.ts';
import { openTown, refused } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen', { stock: 100 });
});
beforeEach(async () => {
  await town.round();
  ana = town.buyer('Ana, São Paulo');
});
afterAll(() => town.close());

async function dispatched(): Promise<string> {
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'seller:standard' } });
  await ana.pays(bought);
  const order = bought.orders[0]!.order;
  must(await mei.dispatches(order));
  return order;
}

test.each([
  ['lost', 'parcel_was_lost'],
  ['returned', 'parcel_came_back'],
] as const)('a parcel is %s: the buyer has the money back, the seller gets nothing', async (end, why) => {
  const order = await dispatched();
  const before = (await mei.balance()).minor;
  await town.carries(order, 'customs');
  await town.carries(order, end);
  const { order: seen, money, shipments } = await ana.sees(order);
  expect(seen).toMatchObject({ state: 'refunded', ended_by: 'house', ended_why: why });
  expect(money).toMatchObject({ refunded: money!.paid, held: { minor: 0n }, toSeller: { minor: 0n } });
  expect(shipments).toMatchObject([{ state: end }]);
  expect((await mei.balance()).minor).toBe(before);
  await town.verifies();
});

test('a lost parcel turns up after the money went back: the order stays ended', async () => {
  const order = await dispatched();
  await town.carries(order, 'lost');
  await town.carries(order, 'delivered');
  expect(await ana.state(order)).toBe('refunded');
  expect((await ana.sees(order)).shipments).toMatchObject([{ state: 'delivered' }]);
  expect(await ana.accepts(order)).toEqual(refused('order_is_not_awaiting_acceptance', { state: 'refunded' }));
});

test('the key in the letter’s link is enough on another device; one that somebody made up is not', async () => {
  const paid = async () => {
    const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'seller:standard' } });
    await ana.pays(bought);
    return { key: bought.secret, order: bought.orders[0]!.order };
  };
  const first = await paid();
  must(await mei.dispatches(first.order));
  await town.carries(first.order, 'delivered');
  expect(await town.does(visitor, acceptDelivery, { ...first, key: 'made up' })).toEqual(
    refused('only_the_buyer_may_accept'),
  );
  must(await town.does(visitor, acceptDelivery, first));
  expect(await ana.state(first.order)).toBe('completed');

  const second = await paid();
  const why = 'changed_my_mind';
  expect(await town.does(visitor, cancelOrder, { ...second, why, key: first.key })).toEqual(refused('order_not_found'));
  must(await town.does(visitor, cancelOrder, { ...second, why }));
  expect((await ana.sees(second.order)).order).toMatchObject({ ended_by: 'buyer' });
  await town.verifies();
});

test('the buyer says nothing: fifteen days after the delivery the seller is paid', async () => {
  const order = await dispatched();
  const before = (await mei.balance()).minor;
  await town.carries(order, 'delivered');
  const { accept_by, delivered_at } = (await ana.sees(order)).order;
  expect(accept_by!.getTime() - delivered_at!.getTime()).toBe(15 * 86_400_000);
  await town.later({ days: 14, hours: 23 });
  expect(await ana.state(order)).toBe('delivered');
  await town.later({ hours: 2 });
  expect(await ana.state(order)).toBe('completed');
  expect((await mei.balance()).minor - before).toBe(21_850n);
  await town.verifies();
});

test('nobody scans the parcel: after sixty days it is taken for delivered, and the time to object begins', async () => {
  const order = await dispatched();
  await town.later({ days: 59 });
  expect(await ana.state(order)).toBe('dispatched');
  await town.later({ days: 2 });
  expect(await ana.state(order)).toBe('delivered');
  await town.later({ days: 16 });
  expect(await ana.state(order)).toBe('completed');
});

test('the desk sets a timer: orders that begin the step after that have it, those before keep theirs', async () => {
  const rules = await town.staff('Rita, desk', ['rules']);
  const early = await dispatched();
  await town.carries(early, 'delivered');
  expect(await town.does(mei.actor, setTimer, { name: 'acceptance', minutes: 60, why: 'Hurry.' })).toEqual(
    refused('only_staff_for_rules_may_set_timers'),
  );
  must(await town.does(rules, setTimer, { name: 'acceptance', minutes: 3 * 1440, why: 'A trial in spring.' }));
  const late = await dispatched();
  await town.carries(late, 'delivered');
  await town.later({ days: 4 });
  expect(await ana.state(late)).toBe('completed');
  expect(await ana.state(early)).toBe('delivered');
  await town.later({ days: 12 });
  expect(await ana.state(early)).toBe('completed');
  must(await town.does(rules, setTimer, { name: 'acceptance', minutes: 15 * 1440, why: 'The trial is over.' }));
});

test('the line that the buyer paid for: the label is printed, the first scan dispatches, and the line is paid its carriage', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'line:meridian' } });
  await ana.pays(bought);
  const order = bought.orders[0]!.order;
  expect(await mei.dispatches(order)).toEqual(refused('buyer_paid_for_the_line', { line: 'line:meridian' }));
  const number = await mei.dispatchesByLine(order);
  expect(number).toMatch(/^[A-Z]{2}\d{9}[A-Z]{2}$/);
  expect(await ana.state(order)).toBe('dispatched');
  await town.carries(order, 'delivered');
  must(await ana.accepts(order));
  const { money } = await ana.sees(order);
  expect(money!.toLine.minor).toBeGreaterThan(0n);
  expect(money!.toSeller.minor + money!.commission.minor + money!.toLine.minor).toBe(money!.goods.minor);
  await town.verifies();
});

test('a label is printed and the parcel never handed over: too late, the money goes back, the label is void', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'line:meridian' } });
  await ana.pays(bought);
  const order = bought.orders[0]!.order;
  must(await town.does(mei.actor, labelOrder, { order }));
  await town.settle();
  await town.later({ days: 8 });
  const seen = await ana.sees(order);
  expect(seen.order).toMatchObject({ state: 'refunded', ended_why: 'not_dispatched_in_time' });
  expect(seen.shipments).toMatchObject([{ state: 'withdrawn' }]);
  await town.verifies();
});

/** A poster to be printed at home. */
async function listPoster(): Promise<string> {
  const drafted = must(
    await town.does(mei.actor, draftProduct, {
      store: mei.store,
      category: 'design-files',
      kind: 'digital',
      titles: { en: 'Poster: tea for every hour', 'pt-BR': 'Pôster: chá para cada hora' },
      descriptions: {
        en: 'Twelve ways to make tea, to be printed and hung.',
        'pt-BR': 'Doze maneiras de fazer chá, para imprimir e pendurar.',
      },
      attributes: { format: 'pdf', commercial: false },
      variants: [{ tiers: [{ from: 1, minor: 3000 }] }],
    }),
  );
  const { product, variants } = drafted;
  must(await town.does(mei.actor, addPicture, { product, data: await samplePicture() }));
  must(await town.does(mei.actor, setDigitalGood, { product, variant: variants[0]!, text: 'Open sesame: TEA-1234' }));
  must(await town.does(mei.actor, submitProduct, { product } as never));
  must(await town.does(system, listProduct, { product }));
  await town.settle();
  return variants[0]!;
}

test('digital goods need no address: they are handed over with the money, and only with it', async () => {
  const variant = await listPoster();
  const bought = await ana.orders(variant, { method: 'pix', address: {} });
  const order = bought.orders[0]!.order;
  expect((await ana.sees(order)).digitalGoods).toEqual([]);
  await ana.pays(bought);
  expect(await ana.sees(order)).toMatchObject({
    order: { state: 'delivered' },
    digitalGoods: [{ text: 'Open sesame: TEA-1234' }],
  });
  expect(await mei.dispatches(order)).toEqual(refused('order_is_not_to_be_dispatched', { state: 'delivered' }));
  expect(await ana.cancels(order, 'I have read it.')).toEqual(
    refused('order_cannot_be_cancelled', { state: 'delivered' }),
  );
  await town.later({ days: 16 });
  expect(await ana.state(order)).toBe('completed');
  await town.verifies();
});
