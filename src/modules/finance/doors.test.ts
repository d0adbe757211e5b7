import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { finance } from './index.ts';
import { openTown, staff, worker } from './house.testing.ts';
import type { Town } from './house.testing.ts';

let town: Town;
let store: string;
let mei: Actor;
beforeAll(async () => {
  town = await openTown();
  ({ store, mei } = await town.store());
  await town.sells(store, 50_000);
  town.house.clock.advance({ minutes: 1 });
});
afterAll(() => town.close());

async function call(
  by: Actor,
  method: 'GET' | 'PUT' | 'POST',
  path: string,
  body?: object,
  key?: string,
): Promise<{ status: number; said: Record<string, unknown> }> {
  town.asker.by = by;
  const answer = await town.api.inject({
    method,
    url: `/api/v1${path}`,
    ...(body ? { payload: body } : {}),
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  });
  return { status: answer.statusCode, said: answer.json<Record<string, unknown>>() };
}
const refused = ({ status, said }: Awaited<ReturnType<typeof call>>) => [status, (said['error'] as { no: string }).no];

test('a store reads its balance, asks for a payout, once however often it is sent, and sees it', async () => {
  expect(await call(mei, 'GET', `/stores/${store}/balance`)).toMatchObject({
    status: 200,
    said: {
      balances: [{ currency: 'CNY', pending: 0, orders: 0, available: 47_500, onTheWay: 0, minimum: 8_000 }],
      account: { holder: 'Mei Kettle Works Ltd', last4: '0123', currency: 'CNY' },
      plan: { weekly: false, nextAt: null, skipped: null },
    },
  });
  const amount = { currency: 'CNY', minor: 30_000 };
  const first = await call(mei, 'POST', `/stores/${store}/payouts`, { amount }, 'monday');
  expect(await call(mei, 'POST', `/stores/${store}/payouts`, { amount }, 'monday')).toEqual(first);
  expect(await call(mei, 'GET', `/stores/${store}/payouts`)).toMatchObject({
    status: 200,
    said: { payouts: [{ ...first.said, minor: 30_000, state: 'requested', settledAt: null }], next: null },
  });
  const { error } = (await call(mei, 'POST', `/stores/${store}/payouts`, { amount })).said;
  expect(error).toMatchObject({ no: 'more_than_is_available', available: { currency: 'CNY', minor: 17_500 } });
  expect(
    refused(await call(mei, 'POST', `/stores/${store}/payouts`, { amount: { currency: 'CNY', minor: 1.5 } })),
  ).toEqual([400, 'input_is_wrong']);
});

test('nobody else sees or draws it', async () => {
  for (const by of [worker(store, 'orders'), worker(newId(town.house.clock.now()), 'owner')]) {
    for (const path of ['balance', 'payouts', 'months', 'statement', 'statement.csv', 'statement.pdf'])
      expect((await call(by, 'GET', `/stores/${store}/${path}`)).status, path).toBe(404);
    expect(
      refused(await call(by, 'POST', `/stores/${store}/payouts`, { amount: { currency: 'CNY', minor: 10_000 } })),
    ).toEqual([404, 'store_not_found']);
    expect(refused(await call(by, 'PUT', `/stores/${store}/payout-plan`, { weekly: true }))).toEqual([
      404,
      'store_not_found',
    ]);
  }
  expect((await call(visitor, 'GET', `/stores/${store}/balance`)).status).toBe(401);
  expect((await call(staff('money'), 'GET', '/stores/x/balance')).status).toBe(404);
});

test('plan, months, statement and its values', async () => {
  expect(await call(mei, 'PUT', `/stores/${store}/payout-plan`, { weekly: true })).toMatchObject({
    status: 200,
    said: { weekly: true, nextAt: '2026-03-09T06:00:00.000Z' },
  });
  expect(await call(mei, 'GET', `/stores/${store}/months`)).toEqual({ status: 200, said: { months: [] } });
  expect(await call(mei, 'GET', `/stores/${store}/statement?limit=1`)).toMatchObject({
    status: 200,
    said: {
      closing: 17_500,
      opening: null,
      lines: [{ kind: 'payout', minor: -30_000, sale: null }],
      next: expect.any(String),
    },
  });
  expect(await call(mei, 'GET', `/stores/${store}/statement`)).toMatchObject({
    said: {
      opening: 0,
      lines: [{}, { kind: 'sale', sale: { gross: 50_000, commission: 2_500, carriage: 0 } }],
      next: null,
    },
  });
  expect(await call(mei, 'GET', `/stores/${store}/statement.csv`)).toMatchObject({
    status: 200,
    said: { name: 'statement-2026-03-01-2026-03-02-CNY.csv' },
  });
  const paper = await call(mei, 'GET', `/stores/${store}/statement.pdf?locale=ar`);
  expect(paper).toMatchObject({
    status: 200,
    said: { name: 'statement-2026-03-01-2026-03-02-CNY.pdf', type: 'application/pdf' },
  });
  expect(Buffer.from(paper.said['base64'] as string, 'base64').toString('latin1')).toMatch(/^%PDF-[^]*Naskh/);
  expect(refused(await call(mei, 'GET', `/stores/${store}/statement?from=2026-03-09&to=2026-03-01`))).toEqual([
    422,
    'days_are_not_a_span',
  ]);
});

test('the desk’s doors are the desk’s', async () => {
  for (const path of ['payouts', 'reconciliation', 'bank-statement', 'settlements']) {
    expect((await call(staff('money'), 'GET', `/desk/${path}`)).status, path).toBe(200);
    expect(refused(await call(staff('listings'), 'GET', `/desk/${path}`))).toEqual([
      403,
      'only_staff_for_money_may_look',
    ]);
    expect(refused(await call(mei, 'GET', `/desk/${path}`))).toEqual([403, 'not_allowed']);
  }
  const { said } = await call(staff('money'), 'GET', `/desk/payouts?store=${store}&state=requested`);
  const [{ payout }] = said['payouts'] as [{ payout: string }];
  expect(await call(staff('money'), 'POST', `/desk/payouts/${payout}/look`, { why: 'The seller wrote.' })).toEqual({
    status: 200,
    said: {},
  });
  expect(refused(await call(staff('money'), 'POST', '/desk/payouts/x/look', { why: 'x' }))).toEqual([
    404,
    'payout_not_found',
  ]);
  expect(refused(await call(staff('money'), 'POST', '/desk/bank-lines/x/explanation', { why: 'x' }))).toEqual([
    404,
    'bank_line_not_found',
  ]);
});

test('every door of the department is in the description of the API', async () => {
  const { paths } = (await town.api.inject('/api/openapi.json')).json<{ paths: Record<string, object> }>();
  for (const { path } of finance.doors!) expect(paths).toHaveProperty([`/api/v1${path}`]);
});
