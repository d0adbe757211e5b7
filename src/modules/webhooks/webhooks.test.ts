import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { guest } from '#platform/actor';
import { webhookProblem } from '#platform/crypto';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { checkAddress, isPublic, mayCall } from './address.ts';
import { mostDaysFailing, pauses } from './deliver.ts';
import { addWebhook, editWebhook, removeWebhook, rotateWebhookSecret, testWebhook } from './endpoints.ts';
import { deliveriesOf, deliveryOf, resendDelivery, webhooksOfStore } from './log.ts';

/** A store's own program: keeps what it hears and answers as it is told to. */
interface Program {
  url: string;
  heard: { headers: IncomingHttpHeaders; body: string }[];
  status: number;
  close(): void;
}

async function openProgram(): Promise<Program> {
  const heard: Program['heard'] = [];
  const server: Server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      answer.writeHead(program.status, { location: 'http://127.0.0.1:1/' }).end('heard you');
    });
  });
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  const { port } = server.address() as AddressInfo;
  const program: Program = { url: `http://127.0.0.1:${port}/hook`, heard, status: 200, close: () => server.close() };
  return program;
}

let town: Town;
let mei: Seller;
let program: Program;
let endpoint: string;
let secret: string;

beforeAll(async () => {
  [town, program] = await Promise.all([openTown('2026-03-02T09:00:00Z'), openProgram()]);
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(async () => {
  program.close();
  await town.close();
});

const call = (key: string, by = mei.actor) => ({ house: town.house, by, key });
const adds = (key: string, url = program.url, events = ['order.funded', 'order.dispatched']) =>
  addWebhook(call(key), { store: mei.store, url, events });
const log = async () => (await town.ask(mei.actor, deliveriesOf, { store: mei.store }))!.deliveries;
const believed = (one: Program['heard'][number], by: string) =>
  webhookProblem(
    by,
    {
      id: String(one.headers['webhook-id']),
      timestamp: String(one.headers['webhook-timestamp']),
      signature: String(one.headers['webhook-signature']),
    },
    one.body,
    town.house.clock.now(),
  );

test('an address is refused that is not public, or wants what there is not', async () => {
  expect(
    await addWebhook(call('a', { ...mei.actor, stores: [] }), { store: mei.store, url: program.url, events: [] }),
  ).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
  expect(await adds('b', 'https://10.0.0.1/')).toMatchObject({ refusal: { no: 'address_is_not_public_https' } });
  expect(await adds('c', `https://shop.example/${'x'.repeat(500)}`)).toMatchObject({
    refusal: { no: 'address_is_too_long' },
  });
  expect(await adds('d', program.url, [])).toMatchObject({ refusal: { no: 'no_event_is_chosen' } });
  expect(await adds('e', program.url, ['order.eaten'])).toMatchObject({ refusal: { no: 'event_is_unknown' } });
});

test.each([
  ['https://93.184.216.34/', true],
  ['https://hooks.shop.example/a?b=c', true],
  ['https://[2606:4700::1111]/', true],
  ['http://hooks.shop.example/', false],
  ['https://user:word@hooks.shop.example/', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['https://0x7f000001/', true], // The parser reads it as 127.0.0.1, which the sandbox may call.
  ['https://192.168.1.1/', false],
  ['https://[fd00::1]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['https://[2002:7f00:1::]/', false],
  ['https://intranet/', false],
  ['https://db.internal/', false],
  ['ftp://hooks.shop.example/', false],
  ['nonsense', false],
])('%s may be called: %s', (url, may) => {
  expect(checkAddress(town.house, url).ok).toBe(may);
});

test('only the sandbox calls this very machine', () => {
  const world = { ...town.house.config.world, provider: 'https://pay.provider.example/' };
  const outside = { ...town.house, config: { ...town.house.config, world } };
  expect(mayCall(town.house, '127.0.0.1')).toBe(true);
  expect(mayCall(outside, '127.0.0.1')).toBe(false);
  expect(checkAddress(outside, program.url).ok).toBe(false);
  expect(checkAddress(outside, 'https://0x7f000001/').ok).toBe(false);
  expect(isPublic('::ffff:127.0.0.1')).toBe(false);
  expect(isPublic('not an address')).toBe(false);
});

test('a paid order is told, signed with the secret that was shown once', async () => {
  const added = must(await adds('added'));
  ({ endpoint, secret } = added);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(must(await adds('added'))).toEqual(added);
  expect(JSON.stringify(await town.ask(mei.actor, webhooksOfStore, { store: mei.store }))).not.toContain(secret);

  const luisa = town.buyer('Luísa');
  const placed = await luisa.orders(mei.kettle);
  await luisa.pays(placed);
  await town.settle();
  expect(program.heard).toHaveLength(1);
  const [first] = program.heard;
  expect(JSON.parse(first!.body)).toEqual({
    type: 'order.funded',
    timestamp: expect.any(String),
    data: { store: mei.store, order: placed.orders[0]!.order, number: placed.orders[0]!.number },
  });
  expect(believed(first!, secret)).toBeUndefined();
  const [line] = await log();
  expect(line).toMatchObject({ type: 'order.funded', state: 'delivered', attempts: 1, status: 200 });
  expect(await town.ask(mei.actor, deliveryOf, { store: mei.store, delivery: line!.delivery })).toMatchObject({
    body: first!.body,
    tries: [{ n: 1, status: 200, answer: 'heard you' }],
  });
});

test('after a change of the secret both count for a day', async () => {
  const rotated = must(await rotateWebhookSecret(call('rotated'), { store: mei.store, endpoint }));
  const tests = async () => {
    must(await town.does(mei.actor, testWebhook, { store: mei.store, endpoint }));
    await town.settle();
    return program.heard.at(-1)!;
  };
  const now = await tests();
  expect([believed(now, rotated.secret), believed(now, secret)]).toEqual([undefined, undefined]);
  await town.later({ hours: 25 });
  const then = await tests();
  expect(believed(then, rotated.secret)).toBeUndefined();
  expect(believed(then, secret)).toBe('the signature is wrong');
});

test('what is not taken is tried again for days under the same id; a redirect is not followed', async () => {
  program.heard.length = 0;
  program.status = 302;
  must(await town.does(mei.actor, testWebhook, { store: mei.store, endpoint }));
  await town.settle();
  expect((await log())[0]).toMatchObject({ state: 'waiting', attempts: 1, status: 302 });
  for (const pause of pauses) await town.later({ minutes: pause / 60 + 1 });
  expect((await log())[0]).toMatchObject({ state: 'failed', attempts: pauses.length + 1, nextAt: null });
  expect(new Set(program.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

  // By hand once more.
  program.status = 204;
  const { delivery } = (await log())[0]!;
  must(await town.does(mei.actor, resendDelivery, { store: mei.store, delivery }));
  await town.settle();
  expect((await log())[0]).toMatchObject({ state: 'delivered', attempts: pauses.length + 2 });
});

test('who takes nothing for days is switched off, and told by letter', async () => {
  program.status = 500;
  must(await town.does(mei.actor, testWebhook, { store: mei.store, endpoint }));
  await town.settle();
  const find = async () => (await town.ask(mei.actor, webhooksOfStore, { store: mei.store }))!.webhooks[0]!;
  await town.later({ days: mostDaysFailing - 1 });
  expect(await find()).toMatchObject({ failingSince: expect.any(Date), offAt: null });
  await town.later({ days: 1 });
  expect(await find()).toMatchObject({ offWhy: 'failed_for_days' });
  expect(town.world.mail.letters({}).some(({ subject }) => subject.includes(program.url))).toBe(true);
  expect(await town.does(mei.actor, testWebhook, { store: mei.store, endpoint })).toMatchObject({
    refusal: { no: 'webhook_address_is_off' },
  });
  must(await town.does(mei.actor, editWebhook, { store: mei.store, endpoint, on: true }));
  expect(await find()).toMatchObject({ offAt: null, failingSince: null });

  // One that says it is gone is not asked again.
  program.status = 410;
  must(await town.does(mei.actor, testWebhook, { store: mei.store, endpoint }));
  await town.settle();
  expect(await find()).toMatchObject({ offWhy: 'gone' });
});

test('nobody else sees or touches an address, and what is taken away is gone', async () => {
  const hao = await town.seller('Hao, Jingdezhen');
  for (const by of [guest('g'), hao.actor]) {
    expect(await town.ask(by, webhooksOfStore, { store: mei.store })).toBeUndefined();
    expect(await town.ask(by, deliveriesOf, { store: mei.store })).toBeUndefined();
    expect(await town.does(by, removeWebhook, { store: mei.store, endpoint })).toMatchObject({
      refusal: { no: 'store_not_found' },
    });
  }
  expect(await town.does(hao.actor, removeWebhook, { store: hao.store, endpoint })).toMatchObject({
    refusal: { no: 'webhook_address_not_found' },
  });
  must(await town.does(mei.actor, removeWebhook, { store: mei.store, endpoint }));
  expect(await town.ask(mei.actor, webhooksOfStore, { store: mei.store })).toEqual({ webhooks: [] });
});
