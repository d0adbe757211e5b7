import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system, visitor } from './actor.ts';
import { openApi } from './api.ts';
import { signWebhook, webhookProblem } from './crypto.ts';
import type { Module } from './house.ts';
import { perform } from './perform.ts';
import { settle } from './settle.ts';
import { plantPeriodic } from './run-jobs.ts';
import { sql } from './sql.ts';
import { openTestHouse, testSecrets } from './testing.ts';
import type { TestHouse } from './testing.ts';
import { failedWebhooks, refusedWebhooks, tryWebhookAgain } from './kept-webhooks.ts';
import { webhookRoute, webhooksAgain } from './webhooks.ts';
import type { WebhookDoor, WebhookEvent } from './webhooks.ts';
import { question } from './work.ts';
import type { Work } from './work.ts';

let broken = 0;
const door: WebhookDoor = {
  source: 'bells',
  path: '/webhooks/bells',
  secret: (house) => house.config.world.webhookSecret,
  take: async (work: Work, event: WebhookEvent): Promise<Result<undefined, { no: 'bell_not_known' }>> => {
    await work.run(sql`insert into bells.rung (what) values (${(event.data as { what: string }).what})`);
    if (broken-- > 0) throw new Error('the rope is torn');
    return event.type === 'bell.rung' ? ok() : refuse({ no: 'bell_not_known' });
  },
};
const bells: Module = {
  name: 'bells',
  routes: (api, house) => webhookRoute(house, api, door),
  periodic: webhooksAgain(door),
};

let house: TestHouse;
let api: FastifyInstance;
beforeAll(async () => {
  house = await openTestHouse({ modules: [bells] });
  await house.db.query('create schema bells; create table bells.rung (what text)');
  api = await openApi(house, { whoAsks: async () => visitor });
  await plantPeriodic(house);
  await settle(house);
});
afterAll(async () => {
  await api.close();
  await house.close();
});

function send(
  id: string,
  type: string,
  what: string,
  change: { body?: string; headers?: Record<string, string> } = {},
) {
  const body = JSON.stringify({ type, timestamp: house.clock.now().toISOString(), data: { what } });
  const head = signWebhook(testSecrets.webhookSecret, id, house.clock.now(), body);
  return api.inject({
    method: 'POST',
    url: '/api/v1/webhooks/bells',
    headers: {
      'content-type': 'application/json',
      'webhook-id': head.id,
      'webhook-timestamp': head.timestamp,
      'webhook-signature': head.signature,
      ...change.headers,
    },
    payload: change.body ?? body,
  });
}
const rung = async (what: string) =>
  ((await house.db.query(sql`select count(*)::int as n from bells.rung where what = ${what}`)).rows[0] as { n: number })
    .n;
const failed = () => question(house, system, failedWebhooks, { source: 'bells' });

test('the vector of the specification holds', () => {
  const head = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const at = new Date(1614265330_000);
  expect(webhookProblem('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', head, '{"test": 2432232314}', at)).toBeUndefined();
  expect(webhookProblem('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', head, '{"test": 2432232315}', at)).toBe(
    'the signature is wrong',
  );
  expect(
    webhookProblem('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', head, '{"test": 2432232314}', new Date(1614265631_000)),
  ).toMatch(/five minutes/);
});

test('a signed webhook is done once, however often it comes, also at the same moment', async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => send('m1', 'bell.rung', 'noon')));
  expect(all.map((one) => one.statusCode)).toEqual(Array(6).fill(200));
  expect((await send('m1', 'bell.rung', 'noon')).statusCode).toBe(200);
  expect(await rung('noon')).toBe(1);
});

test('the same id with another content changes nothing', async () => {
  expect((await send('m1', 'bell.rung', 'midnight')).statusCode).toBe(200);
  expect(await rung('midnight')).toBe(0);
});

test('what is not signed, changed on the way, or old is refused with 401 and noted', async () => {
  const noted = async () => (await question(house, system, refusedWebhooks, { source: 'bells' })).length;
  expect(
    (await send('m2', 'bell.rung', 'false', { body: '{"type":"bell.rung","data":{"what":"false"}}' })).statusCode,
  ).toBe(401);
  expect((await send('m2', 'bell.rung', 'false', { headers: { 'webhook-signature': 'v1,AAAA' } })).statusCode).toBe(
    401,
  );
  expect((await send('m2', 'bell.rung', 'false', { headers: { 'webhook-id': '' } })).statusCode).toBe(401);
  const old = signWebhook(testSecrets.webhookSecret, 'm2', new Date(house.clock.now().getTime() - 600_000), '{}');
  expect(
    (
      await send('m2', 'bell.rung', 'false', {
        body: '{}',
        headers: { 'webhook-timestamp': old.timestamp, 'webhook-signature': old.signature },
      })
    ).statusCode,
  ).toBe(401);
  expect(await rung('false')).toBe(0);
  expect(await noted()).toBe(4);
});

test('one that breaks is kept, answered 200, and done later by itself, once', async () => {
  broken = 2;
  expect((await send('m3', 'bell.rung', 'fragile')).statusCode).toBe(200);
  expect(await rung('fragile')).toBe(0);
  expect(await failed()).toMatchObject([
    { id: 'm3', type: 'bell.rung', attempts: 1, error: 'Error: the rope is torn' },
  ]);
  house.clock.advance({ seconds: 20 });
  await settle(house);
  expect(await failed()).toMatchObject([{ id: 'm3', attempts: 2 }]);
  house.clock.advance({ seconds: 20 });
  await settle(house);
  expect(await failed()).toEqual([]);
  expect(await rung('fragile')).toBe(1);
});

test('one that is refused again and again waits for a person, who may send it round again', async () => {
  expect((await send('m4', 'bell.stolen', 'thief')).statusCode).toBe(200);
  for (let n = 0; n < 13; n++) {
    house.clock.advance({ hours: 2 });
    await settle(house);
  }
  expect(await failed()).toMatchObject([{ id: 'm4', attempts: 12, error: 'bell_not_known', due_at: null }]);
  const again = (by: typeof system, id: string) =>
    perform(house, { key: `again ${id} ${by.id}`, by }, tryWebhookAgain, {
      source: 'bells',
      id,
      why: 'the bell was named',
    });
  expect(await again(visitor, 'm4')).toEqual({ ok: false, refusal: { no: 'only_staff_may' } });
  expect(await again(system, 'm5')).toEqual({ ok: false, refusal: { no: 'webhook_not_found' } });
  expect(await again(system, 'm4')).toMatchObject({ ok: true });
  expect(await failed()).toMatchObject([{ id: 'm4', attempts: 0, due_at: house.clock.now() }]);
});
