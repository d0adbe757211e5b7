import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { labelsPdf, standingParcels } from '#modules/logistics';
import { makeTrackingNumber } from '#kernel/tracking-number';
import { guest } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { notesOf, writeNote } from './order-notes.ts';
import { packing, packingOf, setPlace } from './packing.ts';
import type { PackedOrder } from './packing.ts';
import { orderNeighbours, sellerOrders } from './seller-orders.ts';
import { dispatchOrders, labelOrders } from './ship-orders.ts';

let town: Town;
let mei: Seller;
const byLine: string[] = [];
let own = '';
let unpaid = '';

beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen');
  for (const [n, name] of ['Luísa', 'Tiago', 'Ana'].entries()) {
    const buyer = town.buyer(name);
    const placed = await buyer.orders(mei.kettle, { quantity: n + 1, carriage: { [mei.store]: 'line:meridian' } });
    await buyer.pays(placed);
    byLine.push(placed.orders[0]!.order);
    await town.later({ hours: 1 });
  }
  const carla = town.buyer('Carla');
  const placed = await carla.orders(mei.kettle);
  await carla.pays(placed);
  own = placed.orders[0]!.order;
  unpaid = (await town.buyer('Bia').orders(mei.kettle)).orders[0]!.order;
});
afterAll(() => town.close());

const looks = (wanted: object = {}) => town.ask(mei.actor, sellerOrders, { store: mei.store, ...wanted });
const names = async (wanted: object) => (await looks(wanted))!.orders.map(({ name }) => name);

test('a store finds its orders by what is to be done, by word, by carriage, and in any order', async () => {
  expect(await looks({ tab: 'funded' })).toMatchObject({
    total: 4,
    counts: { funded: 4, shipped: 0, problems: 0, all: 4 },
    countries: ['BR'],
  });
  expect(await names({ tab: 'funded' })).toEqual(['Luísa', 'Tiago', 'Ana', 'Carla']);
  expect(await names({ tab: 'funded', sort: 'name' })).toEqual(['Ana', 'Carla', 'Luísa', 'Tiago']);
  expect(await names({ tab: 'all', sort: '-total' })).toEqual(['Ana', 'Tiago', 'Luísa', 'Carla']);
  expect(await names({ carriage: 'seller' })).toEqual(['Carla']);
  expect(await names({ text: 'tiag' })).toEqual(['Tiago']);
  expect(await names({ text: '100%' })).toEqual([]);
  expect(await names({ tab: 'funded', page: 2, limit: 3 })).toEqual(['Carla']);
  expect(await names({ country: 'PT' })).toEqual([]);
  const around = { store: mei.store, tab: 'funded', order: byLine[1]! };
  expect(await town.ask(mei.actor, orderNeighbours, around)).toEqual({ previous: byLine[0], next: byLine[2] });
  expect(await town.ask(guest('g'), sellerOrders, { store: mei.store })).toBeUndefined();
});

test('labels are booked together; what cannot be is told of its order and takes nothing from the others', async () => {
  const orders = [byLine[2]!, own, byLine[0]!, 'no-such-order', unpaid, byLine[1]!];
  expect(await town.does(guest('g'), labelOrders, { store: mei.store, orders })).toEqual({
    ok: false,
    refusal: { no: 'store_not_found' },
  });
  expect(await town.does(mei.actor, labelOrders, { store: mei.store, orders: [] })).toMatchObject({
    refusal: { no: 'no_order_is_chosen' },
  });
  const many = Array.from({ length: 101 }, (_, n) => `order ${n}`);
  expect(await town.does(mei.actor, labelOrders, { store: mei.store, orders: many })).toMatchObject({
    refusal: { no: 'too_many_orders', most: 100 },
  });

  const batch = must(await town.does(mei.actor, labelOrders, { store: mei.store, orders }));
  expect(batch.done.map(({ order }) => order)).toEqual([...byLine].sort());
  expect(new Map(batch.refused.map(({ order, refusal }) => [order, refusal.no]))).toEqual(
    new Map([
      [own, 'buyer_did_not_choose_a_line'],
      ['no-such-order', 'order_not_found'],
      [unpaid, 'order_is_not_to_be_dispatched'],
    ]),
  );
  await town.settle();
  const parcels = await town.ask(mei.actor, standingParcels, { store: mei.store, orders: byLine });
  expect(parcels.map(({ booking }) => booking)).toEqual(['booked', 'booked', 'booked']);
  const shipments = parcels.map(({ shipment }) => shipment);
  const printed = await town.ask(mei.actor, labelsPdf, { shipments: [...shipments, 'nothing'] });
  expect(printed!.labels).toBe(3);
  expect(Buffer.from(printed!.pdf).toString('latin1')).toContain('/Count 3');
  expect(await town.ask(guest('g'), labelsPdf, { shipments })).toBeUndefined();

  // Asked again, they keep the labels they have.
  const again = must(await town.does(mei.actor, labelOrders, { store: mei.store, orders: byLine }));
  expect(again.done.map(({ shipment }) => shipment).sort()).toEqual(shipments.sort());
});

test('numbers are said together, each with its own carrier', async () => {
  const number = makeTrackingNumber('RR', 12_345_678, 'CN');
  const parcels = [
    { order: own, carrier: 'post', number },
    { order: byLine[0]!, carrier: 'post', number: makeTrackingNumber('RR', 12_345_679, 'CN') },
  ];
  const batch = must(await town.does(mei.actor, dispatchOrders, { store: mei.store, parcels }));
  expect(batch.done.map(({ order }) => order)).toEqual([own]);
  expect(batch.refused).toMatchObject([{ order: byLine[0], refusal: { no: 'buyer_paid_for_the_line' } }]);
  expect(await looks({ tab: 'shipped' })).toMatchObject({ orders: [{ id: own }], counts: { funded: 3, shipped: 1 } });
});

test('an order whose time is nearly over is a problem', async () => {
  const due = (await looks({ tab: 'funded' }))!.orders[0]!.dispatch_by!;
  await town.later({ hours: (due.getTime() - town.house.clock.now().getTime()) / 3_600_000 - 20 });
  expect((await looks({ tab: 'problems' }))!.orders.map(({ id }) => id)).toContain(byLine[0]);
});

test('what is packed together is picked together, by place', async () => {
  const place = { store: mei.store, variant: mei.kettle, place: ' A  12 ' };
  expect(await town.does(mei.actor, setPlace, place)).toEqual({ ok: true, value: { place: 'A 12' } });
  expect(await town.does(mei.actor, setPlace, { ...place, place: 'x'.repeat(41) })).toMatchObject({
    refusal: { no: 'text_is_too_long', most: 40 },
  });
  expect(await town.does(mei.actor, setPlace, { ...place, variant: own })).toMatchObject({
    refusal: { no: 'variant_was_never_ordered' },
  });
  const found = await town.ask(mei.actor, packingOf, { store: mei.store, orders: [...byLine, unpaid, 'nothing'] });
  expect(found!.picks).toMatchObject([{ variant: mei.kettle, place: 'A 12', quantity: 6, orders: 3 }]);
  expect(found!.orders).toHaveLength(3);
  expect(await town.ask(guest('g'), packingOf, { store: mei.store, orders: byLine })).toBeUndefined();
});

test('the walk follows places as people number them, and orders follow the walk', () => {
  const line = (variant: string, quantity: number) => ({
    ...{ variant, product: 'p', title: variant, options: '', sku: variant, picture: null },
    quantity,
  });
  const order = (id: string, ...lines: ReturnType<typeof line>[]) => ({ id, lines }) as unknown as PackedOrder;
  const places = new Map([
    ['cup', 'A10'],
    ['pot', 'A2'],
  ]);
  const made = packing(
    [order('1', line('tray', 1)), order('2', line('cup', 2)), order('3', line('pot', 1), line('cup', 1))],
    places,
  );
  expect(made.picks.map(({ variant, quantity, orders }) => [variant, quantity, orders])).toEqual([
    ['pot', 1, 1],
    ['cup', 3, 2],
    ['tray', 1, 1],
  ]);
  expect(made.orders.map(({ id }) => id)).toEqual(['3', '2', '1']);
});

test('notes are for the people of the store', async () => {
  expect(await town.does(mei.actor, writeNote, { order: own, text: ' ' })).toMatchObject({
    refusal: { no: 'note_is_empty' },
  });
  expect(await town.does(mei.actor, writeNote, { order: own, text: 'x'.repeat(2001) })).toMatchObject({
    refusal: { no: 'text_is_too_long' },
  });
  must(await town.does(mei.actor, writeNote, { order: own, text: 'Asked for a gift ribbon.' }));
  expect(await town.ask(mei.actor, notesOf, { order: own })).toMatchObject({
    notes: [{ name: mei.actor.name, text: 'Asked for a gift ribbon.' }],
  });
  for (const by of [guest('g'), { ...mei.actor, stores: [] }]) {
    expect(await town.ask(by, notesOf, { order: own })).toBeUndefined();
    expect(await town.does(by, writeNote, { order: own, text: 'Hello' })).toMatchObject({
      refusal: { no: 'order_not_found' },
    });
  }
});
