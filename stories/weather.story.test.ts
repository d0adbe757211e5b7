import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { webhooksForDesk } from '#modules/payments';
import type { Placed } from '#modules/trade';
import type { Actor } from '#platform/actor';
import { signWebhook } from '#platform/crypto';
import { testSecrets } from '#platform/testing';
import type { Faults } from '../world/ground/faults.ts';
import { openTown } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
let tea: Actor;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen', { stock: 500 });
  tea = await town.staff('Tea, desk', ['money']);
});
beforeEach(() => {
  ana = town.buyer('Ana, São Paulo');
});
afterEach(async () => {
  town.world.provider.faults();
  town.world.carrier.faults();
  await town.settle();
  await town.verifies();
});
afterAll(() => town.close());

const at = async (placed: Placed) => town.world.provider.ofReference((await ana.purchase(placed)).payments[0]!.payment);
const transfers = async (placed: Placed) => {
  const { rows } = await town.house.db.query(`
    select entry from ledger.transfers where entry in (select 'capture:' || id from payments.payments where purchase = '${placed.purchase}') and credit like 'escrow/%'`);
  return rows.length;
};

test.each<Faults>([
  { webhooks: 'twice' },
  { webhooks: 'out_of_order' },
  { webhooks: 'bad_signature' },
  { webhooks: 'late', late_ms: 60_000 },
  { webhooks: ['twice', 'late', 'out_of_order', 'bad_signature'], late_ms: 60_000, seed: 4 },
])('webhooks come %o: the order is paid once, and travels to its end', async (faults) => {
  town.world.provider.faults(faults);
  town.world.carrier.faults(faults);
  const bought = await ana.orders(mei.kettle, { method: 'pix', carriage: { [mei.store]: 'seller:standard' } });
  const order = bought.orders[0]!.order;
  await ana.pays(bought);
  await town.later({ minutes: 2 });
  expect(await ana.state(order)).toBe('funded');
  expect(await transfers(bought)).toBe(1);
  must(await mei.dispatches(order));
  await town.carries(order, 'delivered');
  await town.later({ minutes: 2 });
  expect(await ana.state(order)).toBe('delivered');
  must(await ana.accepts(order));
  expect(await ana.state(order)).toBe('completed');
});

test('every webhook is lost: what the provider took is found by asking', async () => {
  town.world.provider.faults({ webhooks: 'lost' });
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  await ana.pays(bought);
  expect(await ana.state(bought.orders[0]!.order)).toBe('placed');
  await town.later({ minutes: 3 });
  await town.round();
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
  expect(await transfers(bought)).toBe(1);
});

test('a webhook that anybody could have written is refused, noted, and changes nothing', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const [pending] = await at(bought);
  const body = JSON.stringify({
    type: 'payment.paid',
    timestamp: town.house.clock.now().toISOString(),
    data: { ...pending, status: 'paid' },
  });
  const knock = (head: Record<string, string>) =>
    fetch(`${town.url}/api/v1/webhooks/payments`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...head },
      body,
    });
  const signed = (secret: string, when: Date, over = body) => {
    const { id, timestamp, signature } = signWebhook(secret, 'msg_forged', when, over);
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  };
  const now = town.house.clock.now();
  const others = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const tries = [
    [{}, 'a header is missing'],
    [signed(others, now), 'the signature is wrong'],
    [signed(testSecrets.webhookSecret, now, body.replace('paid', 'pad')), 'the signature is wrong'],
    [
      signed(testSecrets.webhookSecret, new Date(now.getTime() - 6 * 60_000)),
      'the timestamp is more than five minutes off',
    ],
  ] as const;
  for (const [head, why] of tries) {
    const answer = await knock(head);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({
      error: { no: 'webhook_is_not_believed', says: expect.stringContaining(why) },
    });
  }
  await town.settle();
  expect(await ana.state(bought.orders[0]!.order)).toBe('placed');
  const { refused } = must(await town.ask(tea, webhooksForDesk, undefined as never));
  const noted = refused.map(({ why }) => why);
  for (const [, why] of tries) expect(noted).toContain(why);
});

test.each<Faults>([
  { api: 'timeout_after', hang_ms: 15 },
  { api: 'timeout_before', hang_ms: 15 },
  { api: 'error_500' },
  { api: ['timeout_after', 'error_500', 'slow'], hang_ms: 15, slow_ms: 15, rate: 0.7, seed: 11 },
])(
  'the provider’s own doors fail with %o while it is told of a payment: one payment there in the end',
  async (faults) => {
    town.world.provider.faults(faults);
    const bought = await ana.orders(mei.kettle, { method: 'pix' });
    const order = bought.orders[0]!.order;
    for (let wait = 0; wait < 5; wait++) await town.later({ seconds: 4 });
    town.world.provider.faults();
    for (let wait = 0; wait < 2; wait++) {
      await town.later({ minutes: 1 });
      await town.round();
    }
    expect(await at(bought)).toMatchObject([{ status: 'pending' }]);
    await ana.pays(bought);
    expect(await ana.state(order)).toBe('funded');
    expect(await transfers(bought)).toBe(1);
  },
);

test('the provider gives the money back and never answers: it is given back once', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  await ana.pays(bought);
  town.world.provider.faults({ api: 'timeout_after', webhooks: 'lost', hang_ms: 15 });
  must(await ana.cancels(bought.orders[0]!.order, 'I changed my mind.'));
  for (let wait = 0; wait < 5; wait++) await town.later({ seconds: 4 });
  expect(await ana.state(bought.orders[0]!.order)).toBe('refunding');
  town.world.provider.faults();
  await town.later({ minutes: 15 });
  await town.round();
  expect(await ana.state(bought.orders[0]!.order)).toBe('refunded');
  const [payment] = await at(bought);
  expect(payment).toMatchObject({ status: 'refunded' });
  expect(town.world.provider.refundsOf(payment!.id)).toHaveLength(1);
});

test('the provider is silent until the time to pay is over: the order lapses, and money that came is found and used', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const order = bought.orders[0]!.order;
  town.world.provider.faults({ webhooks: 'lost', api: 'error_500' });
  town.world.provider.pay((await at(bought))[0]!.id);
  await town.later({ hours: 2 });
  expect(await ana.state(order)).toBe('lapsed');
  town.world.provider.faults();
  await town.later({ hours: 1 });
  await town.round();
  expect(await ana.state(order)).toBe('funded');
  expect(await transfers(bought)).toBe(1);
});
