import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTrackingNumber } from '#kernel/tracking-number';
import { day, hour, openTestWorld, type TestWorld } from '../testing.ts';
import { checkDigit, newNumber, routingCode } from './numbers.ts';
import { localTime } from './places.ts';

let town: TestWorld;
afterEach(() => town.close());

const asked = (changed: Record<string, unknown> = {}) => ({
  reference: 'shipment-1',
  service: 'meridian-standard',
  from: { country: 'CN', name: 'Shenzhen Kettle Works', city: 'Shenzhen', postal_code: '518000' },
  to: { country: 'BR', name: 'Ana Souza', city: 'São Paulo', postal_code: '01310-100' },
  parcels: [{ weight_g: 1300, size_mm: [220, 180, 260] }],
  contents: [
    {
      description: 'Electric kettle',
      hs_code: '8516.79',
      origin: 'CN',
      quantity: 1,
      value: { currency: 'USD', minor: 2500 },
    },
  ],
  ...changed,
});
const ship = async (changed?: Record<string, unknown>) =>
  (await town.post('/carrier/v1/shipments', asked(changed))).body;
const codes = () => town.receiver.received.map(({ data }) => data.code);

describe('a parcel that is moved by hand', () => {
  beforeEach(async () => void (town = await openTestWorld()));

  test('is announced with a number, and found by it and by its reference', async () => {
    const { status, body } = await town.post('/carrier/v1/shipments', asked());
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...asked(), kind: 'shipment', status: 'created', routing_code: 'BR-013', events: [] });
    expect(body.number).toMatch(/^LZ\d{9}CN$/);
    expect(Number(body.number[10])).toBe(checkDigit(body.number.slice(2, 10)));
    expect((await town.get(`/carrier/v1/shipments/${body.number.toLowerCase()}`)).body).toEqual(body);
    expect((await town.get('/carrier/v1/shipments?reference=shipment-1')).body.shipments).toEqual([body]);
    expect((await ship({ reference: 'shipment-2' })).number).not.toBe(body.number);
    expect((await town.get('/carrier/v1/shipments/LZ000000000CN')).body.error.code).toBe('shipment_not_found');
  });

  test('is shipped once per key, and only with what customs and the belt need', async () => {
    const key = { 'idempotency-key': 's' };
    const first = await town.post('/carrier/v1/shipments', asked(), key);
    expect((await town.post('/carrier/v1/shipments', asked(), key)).body).toEqual(first.body);
    for (const wrong of [
      { contents: [] },
      { parcels: [] },
      { to: { country: 'Brazil' } },
      { parcels: [{ weight_g: 0, size_mm: [1, 1, 1] }] },
    ]) {
      expect((await town.post('/carrier/v1/shipments', asked(wrong))).status).toBe(400);
    }
    expect((await town.post('/carrier/v1/shipments', asked(), { authorization: 'Bearer no' })).status).toBe(401);
  });

  test('goes all the way: every scan told with its place and the time on the wall there', async () => {
    const { number } = await ship();
    town.world.carrier.move(number, 'accepted');
    await town.later(day);
    await town.post(`/carrier/sandbox/shipments/${number}/move`, { to: 'customs' });
    await town.later(day);
    town.world.carrier.move(number, 'delivered');
    await town.world.deliverWebhooks();
    expect(codes()).toEqual(['EMA', 'EMC', 'EMD', 'EDB', 'EDC', 'EDG', 'EMI']);
    expect(town.receiver.received[0]).toMatchObject({
      channel: 'carrier',
      type: 'tracking.event',
      signatureHolds: true,
      data: {
        number,
        reference: 'shipment-1',
        code: 'EMA',
        time: '2026-03-02T17:00:00+08:00',
        place: 'Shenzhen',
        country: 'CN',
        sequence: 1,
      },
    });
    expect(town.receiver.received[6]!.data).toMatchObject({
      time: '2026-03-04T06:00:00-03:00',
      place: 'São Paulo',
      sequence: 7,
    });
    const { events, status } = (await town.get(`/carrier/v1/shipments/${number}`)).body;
    expect([status, events]).toEqual(['delivered', town.receiver.received.map(({ data }) => data)]);
  });

  test('meets what can happen: held, nobody in, sent back, lost and found', async () => {
    const { move } = town.world.carrier;
    const [held, out, back, lost] = [await ship(), await ship(), await ship(), await ship()];
    move(held.number, 'held');
    expect(move(held.number, 'cleared').events.map(({ code }) => code)).toEqual([
      'EMA',
      'EMC',
      'EMD',
      'EDB',
      'EME',
      'EDC',
    ]);
    move(out.number, 'attempt_failed');
    expect(
      move(out.number, 'delivered')
        .events.slice(-3)
        .map(({ code }) => code),
    ).toEqual(['EDG', 'EMH', 'EMI']);
    expect(move(back.number, 'returned').events.map(({ code, country }) => code + country)).toEqual(['EMACN', 'RTSCN']);
    move(lost.number, 'lost');
    expect(move(lost.number, 'arrived').events.map(({ code }) => code)).toEqual(['EMA', 'LST', 'EMC', 'EMD']);
  });

  test('does not leave its end, does not go back, and tells one scan once', async () => {
    const { number } = await ship();
    const { move } = town.world.carrier;
    move(number, 'customs');
    expect(() => move(number, 'departed')).toThrow('customs already');
    move(number, 'delivered');
    expect(move(number, 'delivered').events).toHaveLength(7);
    const answer = await town.post(`/carrier/sandbox/shipments/${number}/move`, { to: 'lost' });
    expect([answer.status, answer.body.error.code]).toEqual([409, 'shipment_is_delivered']);
  });

  test('crosses no border within one country, and tells a single scan when only that is wanted', async () => {
    const { number } = await ship({ to: { country: 'CN' } });
    expect(town.world.carrier.move(number, 'delivered').events.map(({ code }) => code)).toEqual([
      'EMA',
      'EDD',
      'EDG',
      'EMI',
    ]);
    const near = await ship({ to: { country: 'CN' } });
    expect(town.world.carrier.move(near.number, 'departed').status).toBe('sorted');
    const other = await ship();
    expect(town.world.carrier.move(other.number, 'delivered', { only: true }).events.map(({ code }) => code)).toEqual([
      'EMI',
    ]);
  });

  test('is called back before the first scan, not after', async () => {
    const [one, two] = [await ship(), await ship()];
    expect((await town.post(`/carrier/v1/shipments/${one.number}/cancel`)).body.status).toBe('cancelled');
    town.world.carrier.move(two.number, 'accepted');
    expect((await town.post(`/carrier/v1/shipments/${two.number}/cancel`)).body.error.code).toBe(
      'shipment_is_under_way',
    );
    expect(() => town.world.carrier.move(one.number, 'accepted')).toThrow('cancelled');
  });

  test('of another carrier is followed by its number, once', async () => {
    const first = await town.post('/carrier/v1/trackers', {
      number: 'RB 123456785 GB',
      carrier: 'royal-mail',
      reference: 'shipment-9',
      to_country: 'DE',
    });
    expect([first.status, first.body.number, first.body.from.country]).toEqual([201, 'RB123456785GB', 'GB']);
    expect((await town.post('/carrier/v1/trackers', { number: 'rb123456785gb' })).status).toBe(200);
    expect((await town.post('/carrier/v1/trackers', { number: '#' })).status).toBe(400);
    town.world.carrier.move('RB123456785GB', 'arrived');
    await town.world.deliverWebhooks();
    expect(town.receiver.received.at(-1)!.data).toMatchObject({
      place: 'Frankfurt FRA',
      time: '2026-03-02T10:00:00+01:00',
      reference: 'shipment-9',
    });
  });

  test('is moved on a page, one button a step; a press too many does nothing', async () => {
    const { number } = await ship();
    expect((await town.visit('/carrier')).page).toContain(number);
    const press = (to: string) => town.visit(`/carrier/p/${number}/move`, { to });
    const { page } = await town.visit(`/carrier/p/${number}`);
    expect(page).toContain('value="accepted" class="main"');
    expect(page).not.toContain('value="held"');
    expect((await press('customs')).leadsTo).toBe(`/carrier/p/${number}`);
    await press('accepted');
    await press('nonsense');
    await press('delivered');
    await press('lost');
    expect(town.world.carrier.shipment(number)).toMatchObject({ status: 'delivered' });
    expect((await town.visit(`/carrier/p/${number}`)).page).toContain('at the end of its way');
    expect((await town.visit(`/carrier?number=${number}`)).leadsTo).toBe(`/carrier/p/${number}`);
    expect((await town.visit('/carrier?number=LZ1')).page).toContain('There is no parcel LZ1');
  });
});

describe('a parcel that nobody moves', () => {
  test('travels by itself, in its own time', async () => {
    town = await openTestWorld({ pace: 1 });
    const { number } = await ship();
    await town.later(day);
    expect(codes()).toEqual(['EMA']);
    await town.later(20 * day);
    const { events, status } = town.world.carrier.shipment(number);
    expect(['delivered', 'returned', 'lost']).toContain(status);
    const times = events.map(({ time }) => Date.parse(time));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(times).size).toBe(times.length);
    expect(Date.parse(events[0]!.time)).toBeGreaterThan(Date.parse('2026-03-02T17:00:00Z'));
    expect(town.receiver.received.map(({ data }) => data)).toEqual(events);
  });

  test('is faster with pace, and goes on from where a hand has put it', async () => {
    town = await openTestWorld({ pace: 288 });
    const [left, pushed] = [await ship(), await ship({ reference: 'shipment-2' })];
    town.world.carrier.move(pushed.number, 'out_for_delivery');
    await town.later(hour / 4);
    expect(town.world.carrier.shipment(pushed.number).status).toBe('delivered');
    expect(town.world.carrier.shipment(left.number).status).not.toBe('delivered');
    await town.later(hour);
    expect(town.world.carrier.shipment(left.number).status).toBe('delivered');
    expect(town.world.carrier.shipment(pushed.number).events).toHaveLength(7);
  });

  test('stays where it is when it was called back', async () => {
    town = await openTestWorld({ pace: 288 });
    const { number } = await ship();
    await town.post(`/carrier/v1/shipments/${number}/cancel`);
    await town.later(day);
    expect(town.world.carrier.shipment(number)).toMatchObject({ status: 'cancelled', events: [] });
  });

  test('waits when journeys are not to run', async () => {
    town = await openTestWorld();
    await ship();
    await town.later(60 * day);
    expect(town.receiver.received).toEqual([]);
  });
});

test('numbers are those of UPU S10 (rules 3.3)', async () => {
  town = await openTestWorld();
  expect([checkDigit('47312482'), checkDigit('00000008'), checkDigit('00000015'), checkDigit('12345678')]).toEqual([
    9, 0, 5, 5,
  ]);
  expect(newNumber(47_312_482, 'CN')).toBe('LZ473124829CN');
  for (const serial of [0, 8, 15, 12_345_678, 99_999_999]) {
    expect(readTrackingNumber(newNumber(serial, 'CN'))).toMatchObject({
      ok: true,
      value: { service: 'LZ', country: 'CN' },
    });
  }
  expect(routingCode({ country: 'GB', postal_code: 'ec1a 1bb' })).toBe('GB-EC1');
  expect(routingCode({ country: 'HK' })).toBe('HK-000');
});

test('clocks hang right also when summer time begins and where the offset is not a whole hour', async () => {
  town = await openTestWorld();
  expect(localTime(new Date('2026-03-29T00:59:59Z'), 'Europe/Berlin')).toBe('2026-03-29T01:59:59+01:00');
  expect(localTime(new Date('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe('2026-03-29T03:00:00+02:00');
  expect(localTime(new Date('2026-03-29T18:30:00Z'), 'Asia/Kolkata')).toBe('2026-03-30T00:00:00+05:30');
  expect(localTime(new Date('2026-03-29T00:00:00Z'), 'UTC')).toBe('2026-03-29T00:00:00+00:00');
});
