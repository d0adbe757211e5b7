import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { moneyOf } from '#kernel/money';
import { must, ok } from '#kernel/result';
import { parties } from '#modules/parties';
import { system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openApi } from '#platform/api';
import { settle } from '#platform/settle';
import { openTestHouse, testSecrets } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import type { Work } from '#platform/work';
import { startWorld } from '../../../world/world.ts';
import type { World } from '../../../world/world.ts';
import { hearCarrier } from './hear-carrier.ts';
import {
  bookShipment,
  labelPdf,
  logistics,
  shipmentsOf,
  shipWithCarrier,
  withdrawLabelsOf,
  withdrawShipment,
} from './index.ts';
import type { ShipmentView } from './index.ts';
import { asks, doing, openMeisStore, staff, worker } from './stores.testing.ts';

let house: TestHouse;
let world: World;
let api: FastifyInstance;
let store: string;
let mei: Actor;

beforeAll(async () => {
  const start = new Date('2026-03-02T09:00:00Z');
  world = await startWorld({
    port: 0,
    now: () => house?.clock.now() ?? start,
    secret: testSecrets.webhookSecret,
    providerKey: testSecrets.providerKey,
    smtpPort: null,
  });
  house = await openTestHouse({ modules: [parties, logistics], world: world.url });
  api = await openApi(house, { whoAsks: async () => visitor });
  const at = await api.listen({ port: 0, host: '127.0.0.1' });
  const nowhere = `${at}/api/v1/webhooks/nobody`;
  world.sendWebhooksTo({ carrier: `${at}/api/v1/webhooks/carrier`, payments: nowhere, bank: nowhere });
  ({ store, mei } = await openMeisStore(house));
});
afterAll(async () => {
  await api.close();
  await world.close();
  await house.close();
});
beforeEach(() => {
  world.carrier.faults();
  house.clock.advance({ hours: 1 });
});

const settles = () => settle(house, () => world.outside());
async function bookOne(
  work: Work,
  { order, country = 'BR', hs = '851610' }: { order: string; country?: string; hs?: string },
) {
  return ok(
    await bookShipment(work, {
      order,
      store,
      option: 'line:meridian',
      reference: '7KX2M-09QTW',
      grams: 1180,
      sizeMm: [[220, 200, 240]],
      from: { country: 'CN', name: 'Mei Kettle Works', city: 'Shenzhen' },
      to: {
        country,
        name: 'Luísa Araújo',
        street: 'Av. Paulista',
        number: '1578',
        extra: 'ap 42',
        district: 'Bela Vista',
        city: 'São Paulo',
        region: 'SP',
        postalCode: '01310-200',
        phone: '+55 11 91234-5678',
      },
      contents: [
        { description: 'Electric kettle', hs, origin: 'CN', quantity: 1, value: moneyOf('CNY', '128.00'), grams: 1180 },
      ],
    }),
  );
}
async function booking(input: { country?: string; hs?: string } = {}): Promise<{ order: string; shipment: string }> {
  const order = newId(house.clock.now());
  return { order, ...must(await doing(house, system, bookOne, { order, ...input })) };
}
const viewOf = async (order: string): Promise<ShipmentView> => (await asks(house, system, shipmentsOf, { order }))[0]!;
const told = async (shipment: string) =>
  (
    (await house.db.query(`select name from platform.facts where body ->> 'shipment' = '${shipment}' order by id`))
      .rows as { name: string }[]
  ).map(({ name }) => name);

test('a line books the parcel, gives it a number, and tells how it goes until it is delivered', async () => {
  const { order, shipment } = await booking();
  expect(await viewOf(order)).toMatchObject({ booking: 'asked', number: null, label: false });
  await settles();
  const booked = await viewOf(order);
  expect(booked).toMatchObject({
    by: 'line',
    booking: 'booked',
    state: 'created',
    label: true,
    carrierName: 'Meridian Line',
  });
  expect(world.carrier.shipment(booked.number!)).toMatchObject({
    reference: shipment,
    service: 'Meridian Line',
    routing_code: 'BR-013',
    parcels: [{ weight_g: 1180, size_mm: [240, 220, 200] }],
    to: {
      name: 'Luísa Araújo',
      lines: ['Av. Paulista, 1578', 'ap 42', 'Bela Vista'],
      postal_code: '01310-200',
      phone: '+55 11 91234-5678',
    },
    contents: [{ description: 'Electric kettle', hs_code: '851610', value: { currency: 'CNY', minor: 12_800 } }],
  });
  world.carrier.move(booked.number!, 'delivered');
  await settles();
  expect(await viewOf(order)).toMatchObject({ state: 'delivered', events: { length: 7 } });
  expect(await told(shipment)).toEqual(['logistics.parcel_accepted', 'logistics.parcel_delivered']);
});

test('webhooks that come twice, late or out of order end the same', async () => {
  for (const webhooks of ['twice', 'late', 'out_of_order'] as const) {
    const { order, shipment } = await booking();
    await settles();
    world.carrier.faults({ webhooks });
    const { number } = await viewOf(order);
    for (const step of ['accepted', 'departed', 'arrived', 'delivered'] as const) {
      world.carrier.move(number!, step, { only: true });
      house.clock.advance({ minutes: 20 });
      await settles();
    }
    house.clock.advance({ hours: 2 });
    await settles();
    expect((await viewOf(order)).state, webhooks).toBe('delivered');
    expect(await told(shipment)).toEqual(['logistics.parcel_accepted', 'logistics.parcel_delivered']);
  }
});

test('webhooks that are lost are made up for by asking', async () => {
  const { order } = await booking();
  await settles();
  world.carrier.faults({ webhooks: 'lost' });
  world.carrier.move((await viewOf(order)).number!, 'arrived');
  await settles();
  expect((await viewOf(order)).state).toBe('created');
  house.clock.advance({ hours: 50 });
  await logistics.periodic!.find(({ name }) => name === 'logistics.ask_for_silent')!.run(house);
  await settles();
  expect(await viewOf(order)).toMatchObject({ state: 'arrived_dest', events: [{ toldBy: 'asked' }, {}, {}] });
  // Heard a moment ago, it is not asked for again.
  const asked = async () =>
    (await house.db.query(`select asked_at from logistics.shipments where order_id = '${order}'`)).rows;
  const before = await asked();
  house.clock.advance({ hours: 1 });
  await logistics.periodic!.find(({ name }) => name === 'logistics.ask_for_silent')!.run(house);
  expect(await asked()).toEqual(before);
});

test('a webhook with a bad signature is refused and changes nothing', async () => {
  const { order } = await booking();
  await settles();
  world.carrier.faults({ webhooks: 'bad_signature' });
  world.carrier.move((await viewOf(order)).number!, 'accepted');
  await world.deliverWebhooks();
  expect((await viewOf(order)).events).toEqual([]);
  expect((await house.db.query(`select why from platform.webhooks_refused where source = 'carrier'`)).rows).toEqual([
    { why: 'the signature is wrong' },
  ]);
  house.clock.advance({ minutes: 1 });
  await settles();
  expect((await viewOf(order)).state).toBe('accepted');
});

test('a carrier that does not answer is asked again, and books one parcel', async () => {
  for (const fault of ['error_500', 'timeout_after'] as const) {
    world.carrier.faults({ api: fault, hang_ms: 50 });
    const { order, shipment } = await booking();
    await settles();
    expect((await viewOf(order)).booking).toBe('asked');
    world.carrier.faults();
    house.clock.advance({ minutes: 1 });
    await settles();
    expect((await viewOf(order)).booking).toBe('booked');
    expect(world.carrier.ofReference(shipment), fault).toHaveLength(1);
  }
});

test('a carrier that does not answer for hours: the seller is told, and asks again', async () => {
  world.carrier.faults({ api: 'error_500' });
  const { order, shipment } = await booking();
  for (let n = 0; n < 12; n++) {
    await settles();
    house.clock.advance({ hours: 1 });
  }
  expect(await viewOf(order)).toMatchObject({
    booking: 'unanswered',
    problem: 'Something broke on our side.',
    label: false,
  });
  expect(await told(shipment)).toEqual(['logistics.booking_failed']);
  world.carrier.faults();
  expect(must(await doing(house, system, bookOne, { order }))).toEqual({ shipment });
  await settles();
  expect(await viewOf(order)).toMatchObject({ booking: 'booked', problem: null, label: true });
});

test('a carrier that says no: the reason is kept, and asking again is a new shipment', async () => {
  const { order, shipment } = await booking({ hs: 'kettle' });
  await settles();
  expect(await viewOf(order)).toMatchObject({ booking: 'refused', problem: expect.stringContaining('hs_code') });
  const again = must(await doing(house, system, bookOne, { order }));
  expect(again.shipment).not.toBe(shipment);
  await settles();
  expect((await asks(house, system, shipmentsOf, { order })).map(({ booking: how }) => how)).toEqual([
    'booked',
    'refused',
  ]);
});

test('asking twice for a label is one label', async () => {
  const { order, shipment } = await booking();
  expect(must(await doing(house, system, bookOne, { order }))).toEqual({ shipment });
  await settles();
  expect(must(await doing(house, system, bookOne, { order }))).toEqual({ shipment });
  expect(await asks(house, system, shipmentsOf, { order })).toHaveLength(1);
});

test('a first scan that overtakes the answer to our booking is not lost', async () => {
  const { order, shipment } = await booking();
  // The carrier books it and scans it before we have read its answer.
  world.carrier.faults({ api: 'timeout_after', hang_ms: 50 });
  await settles();
  world.carrier.faults();
  const { number } = world.carrier.ofReference(shipment)[0]!;
  world.carrier.move(number, 'accepted');
  await world.deliverWebhooks();
  expect(await viewOf(order)).toMatchObject({ number: null, events: [] });
  house.clock.advance({ minutes: 1 });
  await settles();
  expect(await viewOf(order)).toMatchObject({ number, state: 'accepted', booking: 'booked' });
  expect(await told(shipment)).toEqual(['logistics.parcel_accepted']);
});

test('a label is withdrawn until the carrier has the parcel, by who ships the store’s orders', async () => {
  const { order, shipment } = await booking();
  await settles();
  const { number } = await viewOf(order);
  const withdraws = (by: Actor, which = shipment) => doing(house, by, withdrawShipment, { shipment: which });
  expect(await withdraws(worker(store, 'products'))).toEqual({ ok: false, refusal: { no: 'shipment_not_found' } });
  expect(await withdraws(mei, newId(house.clock.now()))).toEqual({ ok: false, refusal: { no: 'shipment_not_found' } });
  expect(await withdraws(worker(store, 'orders'))).toEqual(ok());
  expect(await withdraws(mei)).toEqual(ok());
  await settles();
  expect(await viewOf(order)).toMatchObject({ state: 'withdrawn', label: false });
  expect(world.carrier.shipment(number!).status).toBe('cancelled');
  expect(await asks(house, mei, labelPdf, { shipment })).toBeUndefined();

  const under = await booking();
  await settles();
  world.carrier.move((await viewOf(under.order)).number!, 'accepted');
  await settles();
  expect(await withdraws(mei, under.shipment)).toEqual({
    ok: false,
    refusal: { no: 'parcel_is_under_way', state: 'accepted' },
  });
  const own = must(
    await doing(house, mei, shipWithCarrier, {
      order: newId(house.clock.now()),
      store,
      carrier: 'other',
      number: 'VAN-7',
      to: { country: 'BR', name: 'Luísa' },
    }),
  );
  expect(await withdraws(mei, own.shipment)).toEqual({
    ok: false,
    refusal: { no: 'only_labels_of_a_line_are_withdrawn' },
  });
});

test('a label that is withdrawn while the carrier books it is struck there too', async () => {
  world.carrier.faults({ api: 'timeout_after', hang_ms: 50 });
  const { order, shipment } = await booking();
  await settles();
  await doing(
    house,
    system,
    async function strikes(work: Work, input: { order: string }) {
      await withdrawLabelsOf(work, input);
      return ok();
    },
    { order },
  );
  world.carrier.faults();
  house.clock.advance({ minutes: 1 });
  await settles();
  expect(world.carrier.ofReference(shipment).map(({ status }) => status)).toEqual(['cancelled']);
  expect((await viewOf(order)).state).toBe('withdrawn');
});

test('the carrier of the seller’s choice is asked to tell of the parcel; what it knows already comes with the answer', async () => {
  const [order, late] = [newId(house.clock.now()), newId(house.clock.now())];
  house.clock.advance({ hours: 1 });
  must(
    await doing(house, mei, shipWithCarrier, {
      order,
      store,
      carrier: 'correios',
      number: 'LB123456785BR',
      to: { country: 'BR', name: 'Luísa' },
    }),
  );
  await settles();
  world.carrier.move('LB123456785BR', 'delivered');
  await settles();
  expect(await viewOf(order)).toMatchObject({ state: 'delivered', carrierName: 'Correios' });

  world.carrier.faults({ api: 'error_500', webhooks: 'lost' });
  const { shipment } = must(
    await doing(house, mei, shipWithCarrier, {
      order: late,
      store,
      carrier: 'post',
      number: 'RB123456785GB',
      to: { country: 'BR', name: 'Luísa' },
    }),
  );
  await settles();
  world.carrier.faults();
  house.clock.advance({ minutes: 1 });
  await settles();
  world.carrier.move('RB123456785GB', 'departed');
  await settles();
  expect(await told(shipment)).toEqual(['logistics.parcel_accepted']);
});

test('parcels that are not ours, and messages that nobody understands, change nothing', async () => {
  const before = (await house.db.query('select count(*)::int as n from logistics.scans')).rows;
  const send = (type: string, data: object) => doing(house, system, hearCarrier, { id: 'm', type, data });
  const scan = {
    number: 'LZ999999999CN',
    reference: null,
    code: 'EMA',
    says: '',
    time: '2026-03-02T18:00:00+08:00',
    place: 'Shenzhen',
    country: 'CN',
  };
  expect(await send('tracking.event', scan)).toEqual(ok());
  expect(await send('tracking.event', { ...scan, reference: newId(house.clock.now()) })).toEqual(ok());
  expect(await send('something.else', {})).toEqual(ok());
  expect(await send('tracking.event', { ...scan, time: 'yesterday' })).toEqual({
    ok: false,
    refusal: { no: 'webhook_is_not_understood' },
  });
  expect((await house.db.query('select count(*)::int as n from logistics.scans')).rows).toEqual(before);
});

test('the label is a PDF for who ships the store’s orders and for the desk, and for nobody else', async () => {
  const { order, shipment } = await booking();
  expect(await asks(house, mei, labelPdf, { shipment })).toBeUndefined();
  await settles();
  const pdf = await asks(house, mei, labelPdf, { shipment });
  expect(Buffer.from(pdf!).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await asks(house, mei, labelPdf, { shipment })).toEqual(pdf);
  expect(await asks(house, staff('orders'), labelPdf, { shipment })).toEqual(pdf);
  for (const by of [visitor, worker(store, 'products'), worker(newId(house.clock.now()), 'owner'), staff('money')]) {
    expect(await asks(house, by, labelPdf, { shipment })).toBeUndefined();
  }
  const { number } = await viewOf(order);
  expect(number).toMatch(/^LZ\d{9}CN$/);
});
