import { Type } from 'typebox';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { system, visitor } from './actor.ts';
import type { Actor } from './actor.ts';
import { openApi } from './api.ts';
import { apiPage } from './api-page.ts';
import { door } from './door.ts';
import { announce, fact } from './facts.ts';
import type { Module } from './house.ts';
import { openTestHouse } from './testing.ts';
import type { TestHouse } from './testing.ts';
import type { Asking, Work } from './work.ts';

const rang = fact<{ times: number }>('bells.rang');
async function ring(
  work: Work,
  { bell, times }: { bell: string; times: number },
): Promise<Result<{ rang: string; minor: bigint }, { no: 'no_such_bell' } | { no: 'too_often'; most: number }>> {
  if (bell === 'none') return refuse({ no: 'no_such_bell' });
  if (times > 3) return refuse({ no: 'too_often', most: 3 });
  announce(work, rang({ times }));
  return ok({ rang: bell, minor: 12n });
}
async function look(_ask: Asking, { bell }: { bell: string }): Promise<{ bell: string } | undefined> {
  if (bell === 'broken') throw new Error('secret of the house');
  return bell === 'none' ? undefined : { bell };
}

const bells: Module = {
  name: 'bells',
  doors: [
    door({
      method: 'POST',
      path: '/bells/{bell}/rings',
      says: 'Rings a bell.',
      may: 'person',
      body: Type.Object({ times: Type.Integer({ minimum: 1 }) }),
      answer: Type.Object({ rang: Type.String(), minor: Type.Integer() }),
      refusals: { no_such_bell: 404, too_often: 429 },
      deed: ring,
    }),
    door({
      method: 'GET',
      path: '/bells/{bell}',
      says: 'A bell.',
      may: 'anyone',
      answer: Type.Object({ bell: Type.String() }),
      keep: 60,
      question: look,
    }),
    door({
      method: 'GET',
      path: '/desk/bells/{bell}',
      says: 'A bell, for staff.',
      may: 'staff',
      answer: Type.Object({ bell: Type.String() }),
      question: look,
    }),
  ],
};

let house: TestHouse;
let api: FastifyInstance;
const luc: Actor = { id: 'luc', kind: 'person', name: 'Luc', stores: [], staff: [] };

beforeAll(async () => {
  house = await openTestHouse({ modules: [bells] });
  api = await openApi(house, {
    whoAsks: async (_house, request) => ({ luc, system })[request.headers['x-who'] as string] ?? visitor,
  });
});
afterAll(async () => {
  await api.close();
  await house.close();
});

const post = (bell: string, body: unknown, headers: Record<string, string> = { 'x-who': 'luc' }) =>
  api.inject({
    method: 'POST',
    url: `/api/v1/bells/${bell}/rings`,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });

test('a deed is done, and with the same key done once', async () => {
  const first = await post('big', { times: 2 }, { 'x-who': 'luc', 'idempotency-key': 'k' });
  const again = await post('big', { times: 2 }, { 'x-who': 'luc', 'idempotency-key': 'k' });
  expect(first.json()).toEqual({ rang: 'big', minor: 12 });
  expect(again.json()).toEqual(first.json());
  const { rows } = await house.db.query(`select body from platform.facts where name = 'bells.rang'`);
  expect(rows).toEqual([{ body: { times: 2 } }]);
  const other = await post('big', { times: 1 }, { 'x-who': 'luc', 'idempotency-key': 'k' });
  expect(other.statusCode).toBe(409);
  expect(other.json()).toMatchObject({ error: { no: 'key_used_for_something_else' } });
});

test('a refusal has its own status, its name for programs and a sentence for people', async () => {
  expect((await post('none', { times: 1 })).statusCode).toBe(404);
  const often = await post('big', { times: 4 });
  expect(often.statusCode).toBe(429);
  expect(often.json()).toEqual({ error: { no: 'too_often', says: 'Too often.', most: 3 } });
});

test('wrong input says what and where', async () => {
  const wrong = await post('big', { times: 0 });
  expect(wrong.statusCode).toBe(400);
  expect(wrong.json()).toMatchObject({ error: { no: 'input_is_wrong', where: [{ where: 'body/times' }] } });
  const broken = await api.inject({
    method: 'POST',
    url: '/api/v1/bells/big/rings',
    headers: { 'content-type': 'application/json', 'x-who': 'luc' },
    payload: '{',
  });
  expect(broken.statusCode).toBe(400);
});

test('who may not enter is told to sign in, or that it is not theirs', async () => {
  expect((await post('big', { times: 1 }, {})).statusCode).toBe(401);
  const desk = (who: string) => api.inject({ url: '/api/v1/desk/bells/big', headers: { 'x-who': who } });
  expect((await desk('nobody')).statusCode).toBe(401);
  expect((await desk('luc')).statusCode).toBe(403);
  expect((await desk('system')).statusCode).toBe(200);
});

test('a question that finds nothing is 404; a bug is 500 with the request and without our secrets', async () => {
  expect((await api.inject('/api/v1/bells/none')).statusCode).toBe(404);
  expect((await api.inject('/api/v1/bells/big')).headers['cache-control']).toBe('public, max-age=60');
  const broken = await api.inject('/api/v1/bells/broken');
  expect(broken.statusCode).toBe(500);
  expect(broken.body).not.toContain('secret of the house');
  expect(broken.json()).toMatchObject({
    error: { no: 'our_fault', request: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  });
  expect((await api.inject('/api/v1/nowhere')).statusCode).toBe(404);
});

test('the OpenAPI document and its page say every door', async () => {
  const document = (await api.inject('/api/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual([
    '/api/v1/bells/{bell}/rings',
    '/api/v1/bells/{bell}',
    '/api/v1/desk/bells/{bell}',
  ]);
  expect(document.paths['/api/v1/bells/{bell}/rings'].post.summary).toBe('Rings a bell.');
  expect(apiPage(document)).toContain('<code>/api/v1/desk/bells/{bell}</code>');
});
