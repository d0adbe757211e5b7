import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must, ok } from '#kernel/result';
import { parties } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import type { Work } from '#platform/work';
import {
  correctNumber,
  correctTracking,
  logistics,
  parcelsForDesk,
  parcelsOfStore,
  reportTracking,
  shipmentForStore,
  shipmentsOf,
  shipWithCarrier,
} from './index.ts';
import type { PostalAddress, ReportedScan } from './index.ts';
import { asks, doing, openMeisStore, staff, worker } from './stores.testing.ts';

let house: TestHouse;
let store: string;
let mei: Actor;
const luisa: PostalAddress = {
  country: 'BR',
  name: 'Luísa Araújo',
  street: 'Av. Paulista',
  number: '1578',
  city: 'São Paulo',
  region: 'SP',
  postalCode: '01310-200',
};

beforeAll(async () => {
  house = await openTestHouse({ modules: [parties, logistics], pool: 12 });
  ({ store, mei } = await openMeisStore(house));
});
afterAll(() => house.close());

let serial = 0;
const nextNumber = () => `YT${String(++serial).padStart(16, '0')}`;
const ships = (number: string, { order = newId(house.clock.now()), carrier = 'yunexpress' } = {}) =>
  doing(house, mei, shipWithCarrier, { order, store, carrier, number, to: luisa });
async function shipped(): Promise<{ order: string; number: string; shipment: string }> {
  const [order, number] = [newId(house.clock.now()), nextNumber()];
  house.clock.advance({ hours: 1 });
  return { order, number, ...must(await ships(number, { order })) };
}
const scan = (code: string, hours = 0, other: Partial<ReportedScan> = {}): ReportedScan => ({
  code,
  at: new Date(house.clock.now().getTime() + hours * 3_600_000),
  place: 'Shenzhen',
  country: 'CN',
  says: code,
  ...other,
});
const tells = (number: string, ...scans: ReportedScan[]) =>
  doing(house, system, reportTracking, { carrier: 'yunexpress', number, scans, toldBy: 'webhook' as const });
const factsOf = async (shipment: string) =>
  (
    (
      await house.db.query(
        `select name, body from platform.facts where body ->> 'shipment' = '${shipment}' order by id`,
      )
    ).rows as { name: string; body: { at: string } }[]
  ).map(({ name, body }) => [name.replace('logistics.parcel_', ''), body.at]);
const viewOf = async (order: string) => (await asks(house, system, shipmentsOf, { order }))[0]!;

test('a parcel with the seller’s own carrier: shipped, followed, delivered', async () => {
  const { order, number, shipment } = await shipped();
  expect(await viewOf(order)).toMatchObject({
    state: 'created',
    carrierName: 'YunExpress',
    number,
    by: 'seller',
    booking: null,
    label: false,
    events: [],
  });
  const accepted = scan('EMA');
  house.clock.advance({ days: 9 });
  const delivered = scan('EMI', -2, { place: 'São Paulo', country: 'BR' });
  expect(await tells(number, accepted)).toEqual(ok({ fresh: 1, state: 'accepted' }));
  expect(await tells(number.toLowerCase(), accepted, delivered)).toEqual(ok({ fresh: 1, state: 'delivered' }));
  expect(await tells(number, delivered)).toEqual(ok({ fresh: 0, state: null }));
  expect(await viewOf(order)).toMatchObject({
    state: 'delivered',
    acceptedAt: accepted.at,
    deliveredAt: delivered.at,
    page: `https://www.yuntrack.com/parcelTracking?id=${number}`,
    events: [
      { code: 'EMI', status: 'delivered', place: 'São Paulo' },
      { code: 'EMA', status: 'accepted', place: 'Shenzhen' },
    ],
  });
  expect(await factsOf(shipment)).toEqual([
    ['accepted', accepted.at.toISOString()],
    ['delivered', delivered.at.toISOString()],
  ]);
});

test('told in any order, in any portions, at once and again: one accepted, one delivered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(['EMA', 'EMC', 'EMD', 'EDB', 'EDC', 'EDG', 'EMI', 'EMA', 'EMI'], { minLength: 9 }),
      fc.integer({ min: 1, max: 4 }),
      async (codes, size) => {
        const { number, shipment } = await shipped();
        const order = ['EMA', 'EMC', 'EMD', 'EDB', 'EDC', 'EDG', 'EMI'];
        const scans = codes.map((code) => scan(code, -0.9 + order.indexOf(code) / 10));
        const portions = Array.from({ length: Math.ceil(scans.length / size) }, (_, n) =>
          scans.slice(n * size, (n + 1) * size),
        );
        await Promise.all(portions.map((portion) => tells(number, ...portion)));
        const { rows } = await house.db.query(`select state from logistics.shipments where shipment = '${shipment}'`);
        expect(rows).toEqual([{ state: 'delivered' }]);
        expect((await factsOf(shipment)).map(([name]) => name).sort()).toEqual(['accepted', 'delivered']);
      },
    ),
    { numRuns: 12 },
  );
});

test('a delivery whose first scan never came is also an acceptance; a clock that is ahead does not carry a fact into the future', async () => {
  const { number, shipment } = await shipped();
  must(await tells(number, scan('EMI', 5)));
  const now = house.clock.now().toISOString();
  expect(await factsOf(shipment)).toEqual([
    ['accepted', now],
    ['delivered', now],
  ]);
});

test('returned and lost are told once each; a lost parcel that turns up is a correction', async () => {
  const back = await shipped();
  must(await tells(back.number, scan('EMA', -0.5), scan('RTS', -0.1)));
  must(await tells(back.number, scan('EMI')));
  expect((await factsOf(back.shipment)).map(([name]) => name)).toEqual(['accepted', 'returned']);
  const gone = await shipped();
  must(await tells(gone.number, scan('LST', -0.2)));
  expect((await factsOf(gone.shipment)).map(([name]) => name)).toEqual(['lost']);
  must(await tells(gone.number, scan('EMI', -0.1)));
  expect((await factsOf(gone.shipment)).map(([name]) => name)).toEqual(['lost', 'accepted', 'corrected', 'delivered']);
});

test('scans that came before anybody claimed the number count when it is claimed', async () => {
  const [order, number] = [newId(house.clock.now()), nextNumber()];
  house.clock.advance({ hours: 2 });
  expect(await tells(number, scan('EMA', -1))).toEqual(ok({ fresh: 1, state: null }));
  const { shipment } = must(await ships(number, { order }));
  expect((await viewOf(order)).state).toBe('accepted');
  expect((await factsOf(shipment)).map(([name]) => name)).toEqual(['accepted']);
});

test('a claim and a scan at the same moment: whoever is first, the scan counts once', async () => {
  for (let n = 0; n < 8; n++) {
    const [order, number] = [newId(house.clock.now()), nextNumber()];
    house.clock.advance({ minutes: 5 });
    const [claimed] = await Promise.all([
      ships(number, { order }),
      tells(number, scan('EMA')),
      tells(number, scan('EMA')),
    ]);
    expect((await factsOf(must(claimed).shipment)).map(([name]) => name)).toEqual(['accepted']);
  }
});

test('numbers that are wrong or another’s are refused, each with its reason', async () => {
  expect(await ships('YT1', { carrier: 'pigeon' })).toMatchObject({ ok: false, refusal: { no: 'carrier_is_unknown' } });
  expect(await ships('LZ000000005CN', { carrier: 'meridian' })).toMatchObject({
    ok: false,
    refusal: { no: 'carrier_is_unknown' },
  });
  expect(await ships('YT12345')).toEqual({
    ok: false,
    refusal: { no: 'number_is_wrong', carrier: 'YunExpress', example: 'YT2229521272164446' },
  });
  const first = await shipped();
  expect(await ships(first.number)).toEqual({ ok: false, refusal: { no: 'number_is_used' } });
  // The same order and number again is the same shipment.
  expect(await ships(first.number, { order: first.order })).toEqual(ok({ shipment: first.shipment }));
});

test('two orders that claim one number at once: one gets it', async () => {
  const number = nextNumber();
  const both = await Promise.all([ships(number), ships(number), ships(number)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
});

test('a parcel that was scanned before the order was placed is not this order’s', async () => {
  const number = nextNumber();
  must(await tells(number, scan('EMA', -1)));
  expect(await ships(number)).toEqual({ ok: false, refusal: { no: 'number_is_used' } });
});

test('after a year a number may come again, and the old scans are not the new parcel’s', async () => {
  const old = await shipped();
  must(await tells(old.number, scan('EMA', -0.5), scan('EMI')));
  house.clock.advance({ days: 366 });
  const order = newId(house.clock.now());
  must(await ships(old.number, { order }));
  expect(await viewOf(order)).toMatchObject({ state: 'created', events: [] });
  house.clock.advance({ days: 1 });
  must(await tells(old.number, scan('EMA')));
  expect((await viewOf(order)).state).toBe('accepted');
  expect((await viewOf(old.order)).state).toBe('delivered');
});

test('a mistyped number is put right until something is scanned', async () => {
  const { order, number, shipment } = await shipped();
  const right = nextNumber();
  const corrects = (input: { carrier?: string; number: string }, by = mei) =>
    doing(house, by, correctNumber, { shipment, carrier: 'yunexpress', ...input });
  expect(await corrects({ number: right }, worker(store, 'products'))).toEqual({
    ok: false,
    refusal: { no: 'shipment_not_found' },
  });
  expect(await corrects({ number: 'YT1' })).toMatchObject({ ok: false, refusal: { no: 'number_is_wrong' } });
  expect(await corrects({ number: (await shipped()).number })).toEqual({
    ok: false,
    refusal: { no: 'number_is_used' },
  });
  expect(await corrects({ number: right })).toEqual(ok({ carrier: 'yunexpress', number: right }));
  expect(await corrects({ number: right })).toMatchObject({ ok: true });
  must(await tells(number, scan('EMA')));
  expect((await viewOf(order)).state).toBe('created');
  must(await tells(right, scan('EMA')));
  expect((await viewOf(order)).state).toBe('accepted');
  expect(await corrects({ number: nextNumber() })).toEqual({
    ok: false,
    refusal: { no: 'parcel_is_under_way', state: 'accepted' },
  });
});

test('the desk takes back an end with its reason; the same end again is not announced again', async () => {
  const { number, shipment, order } = await shipped();
  must(await tells(number, scan('EMA', -0.9), scan('EMI', -0.5)));
  const says = (state: 'in_transit' | 'delivered', why = 'Left with another Luísa.', by: Actor = staff('orders')) =>
    doing(house, by, correctTracking, { shipment, state, why });
  expect(await says('in_transit', 'x', staff('money'))).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_orders_may' },
  });
  expect(await says('in_transit', '  ')).toEqual({ ok: false, refusal: { no: 'reason_is_missing' } });
  expect(
    await doing(house, staff('orders'), correctTracking, {
      shipment: newId(house.clock.now()),
      state: 'lost',
      why: 'x',
    }),
  ).toEqual({ ok: false, refusal: { no: 'shipment_not_found' } });
  expect(await says('delivered')).toEqual({
    ok: false,
    refusal: { no: 'parcel_is_there_already', state: 'delivered' },
  });
  expect(await says('in_transit')).toEqual(ok({ state: 'in_transit' }));
  expect(await viewOf(order)).toMatchObject({
    state: 'in_transit',
    deliveredAt: null,
    events: [{ corrects: true, toldBy: 'desk', says: 'Left with another Luísa.' }, {}, {}],
  });
  house.clock.advance({ days: 1 });
  must(await tells(number, scan('EMI')));
  expect((await viewOf(order)).state).toBe('delivered');
  expect((await factsOf(shipment)).map(([name]) => name)).toEqual(['accepted', 'delivered', 'corrected']);
  expect(
    (await house.db.query(`select deed, why from platform.audit where subject = 'shipment:${shipment}'`)).rows,
  ).toEqual([{ deed: 'tracking_corrected', why: 'Left with another Luísa.' }]);
});

test('only the carrier, through the house, and the desk may tell scans; a scan is never changed', async () => {
  const { number } = await shipped();
  expect(
    await doing(house, mei, reportTracking, { carrier: 'yunexpress', number, scans: [scan('EMI')], toldBy: 'webhook' }),
  ).toEqual({ ok: false, refusal: { no: 'only_the_carrier_may_report' } });
  must(await tells(number, scan('EMA')));
  await expect(
    house.db.query(`update logistics.scans set status = 'delivered' where number = '${number}'`),
  ).rejects.toThrow(/never changed/);
});

test('the desk finds parcels by number, state and silence, in pages; a store only its own', async () => {
  house.clock.advance({ days: 40 });
  const silent = await shipped();
  house.clock.advance({ days: 8 });
  const fresh = await shipped();
  const finds = async (wanted: Parameters<typeof parcelsForDesk>[1]) =>
    must(await asks(house, staff('orders'), parcelsForDesk, wanted));
  expect((await finds({ number: fresh.number.toLowerCase() })).parcels).toMatchObject([
    { shipment: fresh.shipment, carrierName: 'YunExpress', country: 'BR' },
  ]);
  expect((await finds({ number: 'YT%' })).parcels).toEqual([]);
  const quiet = (await finds({ silentDays: 7, limit: 200 })).parcels.map(({ shipment }) => shipment);
  expect([quiet.includes(silent.shipment), quiet.includes(fresh.shipment)]).toEqual([true, false]);
  expect((await finds({ state: 'lost' })).parcels.every(({ state }) => state === 'lost')).toBe(true);
  expect((await finds({ notBooked: true })).parcels).toEqual([]);
  const all: string[] = [];
  for (let page = await finds({ limit: 7 }); ; page = await finds({ limit: 7, before: page.next! })) {
    all.push(...page.parcels.map(({ shipment }) => shipment));
    if (!page.next) break;
  }
  expect(all[0]).toBe(fresh.shipment);
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(
    ((await house.db.query('select count(*)::int as n from logistics.shipments')).rows[0] as { n: number }).n,
  );
  expect(await asks(house, staff('money'), parcelsForDesk, {})).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_orders_may_look' },
  });
  expect(await asks(house, staff('orders'), parcelsForDesk, { state: 'nowhere' })).toMatchObject({
    ok: false,
    refusal: { no: 'state_is_unknown' },
  });
  expect((await asks(house, mei, parcelsOfStore, { store, limit: 3 }))?.parcels).toHaveLength(3);
  expect(await asks(house, worker(newId(house.clock.now()), 'owner'), parcelsOfStore, { store })).toBeUndefined();
  expect(await asks(house, mei, shipmentForStore, { shipment: fresh.shipment })).toMatchObject({
    shipment: fresh.shipment,
  });
  expect(
    await asks(house, worker(newId(house.clock.now()), 'owner'), shipmentForStore, { shipment: fresh.shipment }),
  ).toBeUndefined();
});

test('numbers that nobody claims are forgotten after three months', async () => {
  const number = nextNumber();
  must(await tells(number, scan('EMA')));
  house.clock.advance({ days: 91 });
  const forget = logistics.periodic!.find(({ name }) => name === 'logistics.forget_unclaimed')!;
  await forget.run(house);
  const left = async (table: string) =>
    (await house.db.query(`select 1 from logistics.${table} where number = '${number}'`)).rows.length;
  expect([await left('parcels'), await left('scans')]).toEqual([0, 0]);
});

test('a refusal after the parcel was locked leaves nothing', async () => {
  const before = (await house.db.query('select count(*)::int as n from logistics.shipments')).rows;
  const number = nextNumber();
  const breaks = async (work: Work) => {
    must(await shipWithCarrier(work, { order: newId(work.now), store, carrier: 'yunexpress', number, to: luisa }));
    return { ok: false as const, refusal: { no: 'not_today' } };
  };
  expect(await perform(house, { key: 'broken', by: mei }, breaks, {})).toMatchObject({ ok: false });
  expect((await house.db.query('select count(*)::int as n from logistics.shipments')).rows).toEqual(before);
  expect(await ships(number)).toMatchObject({ ok: true });
});
