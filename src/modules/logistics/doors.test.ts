import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { parties } from '#modules/parties';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openApi } from '#platform/api';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { logistics, shipWithCarrier } from './index.ts';
import { doing, openMeisStore, staff } from './stores.testing.ts';

let house: TestHouse;
let api: FastifyInstance;
let store: string;
let mei: Actor;
let asker: Actor = visitor;

beforeAll(async () => {
  house = await openTestHouse({ modules: [parties, logistics] });
  api = await openApi(house, { whoAsks: async () => asker });
  ({ store, mei } = await openMeisStore(house));
});
afterAll(async () => {
  await api.close();
  await house.close();
});

async function call(
  by: Actor,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<{ status: number; said: Record<string, unknown> }> {
  asker = by;
  const answer = await api.inject({ method, url: `/api/v1${path}`, ...(body ? { payload: body } : {}) });
  return { status: answer.statusCode, said: answer.json<Record<string, unknown>>() };
}
const refused = ({ status, said }: Awaited<ReturnType<typeof call>>) => [status, (said['error'] as { no: string }).no];

test('a store says its carriage, and everybody reads it: amounts are numbers on the wire', async () => {
  const zones = [
    {
      name: 'Americas',
      countries: ['BR', 'AR'],
      base: 1500,
      perKg: 4200,
      freeFrom: 20_000,
      maxGrams: null,
      days: [12, 25],
    },
  ];
  expect(await call(mei, 'PUT', `/stores/${store}/carriage`, { zones })).toEqual({ status: 200, said: { zones: 1 } });
  expect(await call(visitor, 'GET', `/stores/${store}/carriage`)).toEqual({
    status: 200,
    said: { currency: 'CNY', zones },
  });
  expect(
    refused(await call(mei, 'PUT', `/stores/${store}/carriage`, { zones: [{ ...zones[0], countries: ['XX'] }] })),
  ).toEqual([422, 'country_is_unknown']);
  expect(refused(await call(mei, 'PUT', `/stores/${store}/carriage`, { zones: [{ ...zones[0], base: -1 }] }))).toEqual([
    400,
    'input_is_wrong',
  ]);
  expect(refused(await call(visitor, 'PUT', `/stores/${store}/carriage`, { zones }))).toEqual([401, 'sign_in_first']);
});

test('carriers are told to anybody', async () => {
  const { said } = await call(visitor, 'GET', '/carriers');
  expect(said['carriers']).toContainEqual({
    code: 'yunexpress',
    name: 'YunExpress',
    example: 'YT2229521272164446',
    tracked: true,
  });
});

test('a shipment is seen by its store and the desk, and listed', async () => {
  const { shipment } = must(
    await doing(house, mei, shipWithCarrier, {
      order: newId(house.clock.now()),
      store,
      carrier: 'yunexpress',
      number: 'YT2229521272164446',
      to: { country: 'BR', name: 'Luísa' },
    }),
  );
  expect(await call(mei, 'GET', `/shipments/${shipment}`)).toMatchObject({
    status: 200,
    said: { shipment, state: 'created', events: [], booking: null },
  });
  expect(refused(await call({ ...mei, stores: [] }, 'GET', `/shipments/${shipment}`))).toEqual([404, 'not_found']);
  expect(await call(mei, 'GET', `/stores/${store}/parcels?limit=1`)).toMatchObject({
    status: 200,
    said: { parcels: [{ shipment, number: 'YT2229521272164446' }], next: null },
  });
  expect(await call(staff('orders'), 'GET', '/desk/parcels?number=YT22')).toMatchObject({
    status: 200,
    said: { parcels: [{ shipment }] },
  });
  expect(refused(await call(staff('money'), 'GET', '/desk/parcels'))).toEqual([403, 'only_staff_for_orders_may_look']);
  expect(refused(await call(mei, 'GET', '/desk/parcels'))).toEqual([403, 'not_allowed']);
  expect(refused(await call(mei, 'GET', `/shipments/${shipment}/label`))).toEqual([404, 'label_is_not_there']);
  expect(refused(await call(mei, 'DELETE', `/shipments/${shipment}`))).toEqual([
    409,
    'only_labels_of_a_line_are_withdrawn',
  ]);
  expect(refused(await call(mei, 'PUT', `/shipments/${shipment}/number`, { carrier: 'dhl', number: '1' }))).toEqual([
    422,
    'number_is_wrong',
  ]);
  expect(
    await call(staff('orders'), 'POST', `/desk/parcels/${shipment}/corrections`, {
      state: 'delivered',
      why: 'The buyer wrote.',
    }),
  ).toMatchObject({ status: 200, said: { state: 'delivered' } });
});

test('an address that names nothing is not found, whatever it is', async () => {
  for (const path of ['/shipments/x', '/shipments/x/label']) expect((await call(mei, 'GET', path)).status).toBe(404);
  expect(await call(visitor, 'GET', '/stores/x/carriage')).toEqual({
    status: 200,
    said: { currency: null, zones: [] },
  });
  expect(refused(await call(mei, 'DELETE', '/shipments/x'))).toEqual([404, 'shipment_not_found']);
  expect(refused(await call(mei, 'PUT', '/shipments/x/number', { carrier: 'dhl', number: '1' }))).toEqual([
    404,
    'shipment_not_found',
  ]);
  expect((await call(mei, 'GET', '/stores/x/parcels')).status).toBe(404);
  expect(
    refused(await call(staff('orders'), 'POST', '/desk/parcels/x/corrections', { state: 'lost', why: 'x' })),
  ).toEqual([404, 'shipment_not_found']);
});

test('the desk reads the lines and copies a card to a new day', async () => {
  const { said } = await call(staff('rules'), 'GET', '/desk/lines');
  const [line] = said['lines'] as {
    line: string;
    cards: ({ zone: string; now: boolean; source: string; addedBy: string } & Record<string, unknown>)[];
  }[];
  const { now, source, addedBy: _, ...russia } = line!.cards.find(({ zone }) => zone === 'russia')!;
  expect([now, russia['days'], russia['validTo']]).toEqual([true, [15, 25], null]);
  const card = { ...russia, validFrom: '2026-05-01' };
  expect(
    await call(staff('rules'), 'POST', '/desk/lines/meridian/cards', { card, source, why: 'A new year.' }),
  ).toEqual({ status: 200, said: { line: 'meridian', zone: 'russia', validFrom: '2026-05-01' } });
  expect(
    refused(await call(staff('rules'), 'POST', '/desk/lines/meridian/cards', { card, source, why: 'Again.' })),
  ).toEqual([409, 'later_card_is_there']);
  expect(refused(await call(staff('orders'), 'GET', '/desk/lines'))).toEqual([403, 'only_staff_for_rules_may_look']);
});

test('every door of the department is in the description of the API', async () => {
  const { paths } = (await api.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
  for (const { path } of logistics.doors!) expect(paths).toHaveProperty([`/api/v1${path}`]);
});
