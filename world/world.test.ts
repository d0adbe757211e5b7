import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  day,
  minute,
  newPayment,
  openReceiver,
  openTestWorld,
  providerKey,
  secret,
  type TestWorld,
} from './testing.ts';
import { startWorld } from './world.ts';

let dir: string;
let town: TestWorld;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'world-'))));
afterEach(async () => {
  await town.close();
  rmSync(dir, { recursive: true });
});
const open = async (at?: string, pace = 0) => void (town = await openTestWorld({ dir, pace, ...(at && { at }) }));

test('the world remembers over a restart, and takes up what was under way', async () => {
  await open(undefined, 24);
  const [paid, waiting, planned] = [newPayment('card'), newPayment('pix'), newPayment('boleto')];
  const key = { 'idempotency-key': 'purchase-7' };
  const first = await town.post('/pay/v1/payments', paid, key);
  const pix = (await town.post('/pay/v1/payments', { ...waiting, expires_at: '2026-03-02T09:30:00Z' })).body;
  const slip = (await town.post('/pay/v1/payments', planned)).body;
  town.world.provider.pay(first.body.id);
  town.world.provider.payLater(slip.id, new Date('2026-03-02T12:00:00Z'));
  await town.post('/pay/v1/refunds', {
    payment: first.body.id,
    reference: 'return-1',
    amount: { currency: 'BRL', minor: 1000 },
  });
  const transfer = {
    reference: 'payout-1',
    amount: { currency: 'BRL', minor: 500 },
    to: { account: { number: '1234', country: 'CN', bank: 'ICBC' }, holder: 'Mei' },
    text: 'Payout',
  };
  await town.post('/bank/v1/transfers', transfer);
  const { number } = (await town.post('/carrier/v1/trackers', { number: 'RB123456785GB', to_country: 'BR' })).body;
  await town.close();

  await open('2026-03-03T09:00:00Z', 24);
  await town.world.outside();
  const again = await town.post('/pay/v1/payments', paid, { 'idempotency-key': 'purchase-7' });
  expect(again.body).toEqual({ ...first.body, redirect_url: again.body.redirect_url });
  expect(town.world.provider.payment(first.body.id)).toMatchObject({ status: 'partly_refunded' });
  expect(town.world.provider.payment(pix.id)).toMatchObject({
    status: 'expired',
    expires_at: '2026-03-02T09:30:00.000Z',
  });
  expect(town.world.provider.paySlip(slip.boleto.line)).toMatchObject({
    status: 'paid',
    paid_at: '2026-03-02T12:00:00.000Z',
  });
  expect(town.world.bank.ofReference('payout-1')).toMatchObject([{ status: 'booked' }]);
  expect(town.world.carrier.shipment(number).status).toBe('delivered');
  expect(town.world.provider.settlements('2026-03-02')).toMatchObject([
    { gross: { minor: 30_000 }, refunded: { minor: 1000 } },
  ]);

  const types = new Set(town.receiver.types());
  expect([...types].toSorted()).toEqual([
    'payment.expired',
    'payment.paid',
    'refund.succeeded',
    'settlement.paid',
    'tracking.event',
    'transfer.booked',
  ]);
  const next = (await town.post('/pay/v1/payments', newPayment('boleto'))).body;
  expect(next.boleto.barcode).not.toBe(slip.boleto.barcode);
});

test('a webhook that nobody took before the restart is sent after it', async () => {
  await open();
  town.receiver.answers(() => 503);
  const { id } = (await town.post('/pay/v1/payments', newPayment('card'))).body;
  town.world.provider.pay(id);
  await town.world.deliverWebhooks();
  const [before] = town.receiver.received;
  await town.close();
  await open('2026-03-02T09:10:00Z');
  await town.world.outside();
  expect(town.receiver.received).toMatchObject([{ id: before!.id, type: 'payment.paid', data: { id } }]);
  await town.close();
  await open('2026-03-03T01:00:00Z');
  await town.world.outside();
  expect(town.receiver.received).toEqual([]);
});

test('two worlds do not share a port, nor by that a memory', async () => {
  await open();
  const port = Number(new URL(town.world.url).port);
  const other = startWorld({ port, smtpPort: null, now: town.now, secret, providerKey, dir });
  await expect(other).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect((await town.get('/healthz')).body).toEqual({ ok: true });
});

test('by itself it needs nobody to ask: it tells at once, and lets things happen when they fall due', async () => {
  const receiver = await openReceiver(() => new Date());
  town = await openTestWorld({ now: () => new Date(), byItself: true, webhooks: receiver.urls });
  const create = async (expires_at: number) =>
    (await town.post('/pay/v1/payments', newPayment('card', { expires_at: new Date(expires_at).toISOString() }))).body
      .id;
  const [paid, expires] = [await create(Date.now() + day), await create(Date.now() + 150)];
  await town.post(`/pay/sandbox/payments/${paid}/pay`);
  const until = Date.now() + 5000;
  while (receiver.received.length < 2 && Date.now() < until) await new Promise((wait) => setTimeout(wait, 10));
  expect(receiver.received.map(({ type, data }) => [type, data.id])).toEqual([
    ['payment.paid', paid],
    ['payment.expired', expires],
  ]);
  await receiver.close();
});

test('hundreds of payments go through it, and it does not slow down', async () => {
  await open();
  const { provider } = town.world;
  const many = 500;
  const create = () =>
    town.post(
      '/pay/v1/payments',
      newPayment('card', { expires_at: new Date(town.now().getTime() + 30 * minute).toISOString() }),
    );
  const before = process.cpuUsage();
  for (let done = 0; done < many; done += 50) {
    const batch = await Promise.all(Array.from({ length: 50 }, create));
    for (const { body } of batch) provider.pay(body.id);
    await town.world.deliverWebhooks();
  }
  expect(town.receiver.received).toHaveLength(many);
  // Far more than it takes, so that only a cost that grows with what is there already can fail it. Processor time, not the
  // clock's: others may be at work on the same machine.
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000 / many).toBeLessThan(10);
});
