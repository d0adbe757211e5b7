import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hour, minute, newPayment, openTestWorld, type TestWorld } from './testing.ts';

let town: TestWorld;
beforeEach(async () => void (town = await openTestWorld()));
afterEach(() => town.close());

const seconds = (n: number) => n * 1000;
async function paid() {
  const { body } = await town.post('/pay/v1/payments', newPayment('pix'));
  town.world.provider.pay(body.id);
  return body.id as string;
}
const ids = () => town.receiver.received.map(({ data }) => data.id);

describe('a webhook', () => {
  test('that nobody takes is sent again, later each time, until somebody does', async () => {
    const refusals = [500, 301, 404];
    town.receiver.answers(() => refusals.shift() ?? 200);
    await paid();
    const times: string[] = [];
    for (let elapsed = 0; elapsed <= 100; elapsed++) {
      const before = town.receiver.received.length;
      await town.later(elapsed === 0 ? 0 : seconds(1));
      if (town.receiver.received.length > before) times.push(`${elapsed} s`);
    }
    expect(times).toEqual(['0 s', '2 s', '7 s', '22 s']);
    expect(new Set(town.receiver.received.map(({ id }) => id)).size).toBe(1);
    expect(town.receiver.received.every(({ signatureHolds }) => signatureHolds)).toBe(true);
    expect(town.world.nextDue()).toEqual(new Date('2026-03-03T02:00:00Z'));
  });

  test('is sent again when the one who refused it asks for it', async () => {
    town.receiver.answers(() => (town.receiver.received.length > 1 ? 200 : { status: 429, retryAfter: 90 }));
    await paid();
    await town.later(0);
    await town.later(seconds(89));
    expect(town.receiver.received).toHaveLength(1);
    await town.later(seconds(1));
    expect(town.receiver.received).toHaveLength(2);
  });

  test('is not sent again after 410: nobody wants it any more', async () => {
    town.receiver.answers(() => 410);
    await paid();
    await town.later(0);
    await town.later(hour);
    expect(town.receiver.received).toHaveLength(1);
  });

  test('waits while nobody listens at all', async () => {
    town.world.sendWebhooksTo({
      payments: 'http://127.0.0.1:9/',
      bank: 'http://127.0.0.1:9/',
      carrier: 'http://127.0.0.1:9/',
    });
    await paid();
    expect(await town.world.deliverWebhooks()).toBe(1);
    town.world.sendWebhooksTo(town.receiver.urls);
    await town.later(seconds(2));
    expect(town.receiver.types()).toEqual(['payment.paid']);
  });

  test('twice: the same message, the same id', async () => {
    await town.post('/pay/sandbox/faults', { webhooks: 'twice' });
    await paid();
    expect(await town.world.deliverWebhooks()).toBe(2);
    expect(town.receiver.received[0]).toEqual(town.receiver.received[1]);
    await town.later(hour);
    expect(town.receiver.received).toHaveLength(2);
  });

  test('late: ten minutes, or as long as is asked for', async () => {
    town.world.provider.faults({ webhooks: 'late' });
    await paid();
    await town.later(10 * minute - 1);
    expect(town.receiver.received).toEqual([]);
    await town.later(1);
    expect(town.receiver.received).toMatchObject([{ timestamp: '2026-03-02T09:00:00.000Z', signatureHolds: true }]);
    town.world.provider.faults({ webhooks: 'late', late_ms: 5000 });
    await paid();
    await town.later(seconds(5));
    expect(town.receiver.received).toHaveLength(2);
  });

  test('out of order: the next one passes it; when there is none, it comes after half a minute', async () => {
    town.world.provider.faults({ webhooks: 'out_of_order' });
    const [first, second, third] = [await paid(), await paid(), await paid()];
    await town.world.deliverWebhooks();
    expect(ids().toSorted()).toEqual([first, second, third].toSorted());
    expect(ids().indexOf(first)).toBeGreaterThan(ids().indexOf(second));
    const last = await paid();
    expect(await town.world.deliverWebhooks()).toBe(0);
    await town.later(seconds(30));
    expect(ids().at(-1)).toBe(last);
  });

  test('lost: never sent, only asking tells', async () => {
    town.world.provider.faults({ webhooks: 'lost' });
    const id = await paid();
    await town.later(hour);
    expect(town.receiver.received).toEqual([]);
    expect(town.world.lostWebhooks()).toMatchObject([{ type: 'payment.paid', subject: id }]);
    expect((await town.get(`/pay/v1/payments/${id}`)).body.status).toBe('paid');
  });

  test('badly signed: refused, then sent again as it should be', async () => {
    town.world.provider.faults({ webhooks: 'bad_signature' });
    await paid();
    await town.later(0);
    await town.later(seconds(2));
    expect(town.receiver.received.map(({ signatureHolds }) => signatureHolds)).toEqual([false, true]);
  });

  test('about one thing keeps its order while it arrives', async () => {
    const { body } = await town.post('/carrier/v1/trackers', { number: 'RB123456785GB', to_country: 'BR' });
    town.world.carrier.move(body.number, 'delivered');
    for (let i = 0; i < 30; i++) await paid();
    await town.world.deliverWebhooks();
    const scans = town.receiver.received.filter(({ type }) => type === 'tracking.event');
    expect(scans.map(({ data }) => data.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('the API', () => {
  test('breaks before anything is done', async () => {
    await town.post('/pay/sandbox/faults', { api: 'error_500' });
    const asked = newPayment('card');
    const { status, body } = await town.post('/pay/v1/payments', asked);
    expect([status, body.error.code]).toEqual([500, 'internal_error']);
    await town.post('/pay/sandbox/faults', {});
    expect((await town.get(`/pay/v1/payments?reference=${asked.reference}`)).body.payments).toEqual([]);
  });

  test('never answers: before it has done it, or after; the key tells which', async () => {
    const asked = newPayment('card');
    const key = { 'idempotency-key': 'once' };
    const found = async () => {
      town.world.provider.faults();
      return (await town.get(`/pay/v1/payments?reference=${asked.reference}`)).body.payments.length;
    };
    town.world.provider.faults({ api: 'timeout_before', hang_ms: 50 });
    await expect(town.post('/pay/v1/payments', asked, key)).rejects.toThrow();
    expect(await found()).toBe(0);
    town.world.provider.faults({ api: 'timeout_after', hang_ms: 50 });
    await expect(town.post('/pay/v1/payments', asked, key)).rejects.toThrow();
    expect(await found()).toBe(1);
    const again = await town.post('/pay/v1/payments', asked, key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await found()).toBe(1);
  });

  test('gives up on a caller that has given up, so that the world can close', async () => {
    town.world.bank.faults({ api: 'timeout_after' });
    const call = fetch(`${town.world.url}/bank/v1/statement?day=2026-03-02`, {
      headers: { authorization: 'Bearer key-of-the-tests' },
      signal: AbortSignal.timeout(50),
    });
    await expect(call).rejects.toThrow('timeout');
    const unanswered = town.get('/bank/v1/statement?day=2026-03-02');
    await Promise.all([expect(unanswered).rejects.toThrow(), town.world.close()]);
  });

  test('is slow, and then right', async () => {
    town.world.provider.faults({ api: 'slow', slow_ms: 120 });
    const began = performance.now();
    expect((await town.post('/pay/v1/payments', newPayment('card'))).status).toBe(201);
    expect(performance.now() - began).toBeGreaterThan(115);
  });

  test('misbehaves one company at a time, and says how', async () => {
    await town.post('/carrier/sandbox/faults', { api: 'error_500', webhooks: ['twice', 'late'], rate: 0.5, seed: 7 });
    expect((await town.get('/carrier/sandbox/faults')).body).toEqual({
      api: 'error_500',
      webhooks: ['twice', 'late'],
      rate: 0.5,
      seed: 7,
    });
    expect((await town.get('/bank/v1/statement?day=2026-03-02')).status).toBe(200);
    expect((await town.post('/bank/sandbox/faults', { webhooks: 'sometimes' })).status).toBe(400);
    expect((await town.post('/bank/sandbox/faults', { webhook: 'late' })).status).toBe(400);
  });
});
