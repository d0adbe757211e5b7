import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, hour, minute, newPayment, openTestWorld, type TestWorld } from '../testing.ts';

let town: TestWorld;
beforeEach(async () => void (town = await openTestWorld()));
afterEach(() => town.close());

const create = async (...asked: Parameters<typeof newPayment>) =>
  (await town.post('/pay/v1/payments', newPayment(...asked))).body;
const paymentNow = async (id: string) => (await town.get(`/pay/v1/payments/${id}`)).body;

describe('a payment is asked for', () => {
  test('by card: pending, with a page of its own', async () => {
    const asked = newPayment('card', { installments: 6 });
    const { status, body } = await town.post('/pay/v1/payments', asked);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...asked,
      expires_at: '2026-03-05T23:00:00.000Z',
      status: 'pending',
      boleto: null,
      pix: null,
      late: false,
    });
    expect(body.created_at).toBe('2026-03-02T09:00:00.000Z');
    expect(body.redirect_url).toBe(`${town.world.url}/pay/p/${body.id}`);
    expect(body).not.toHaveProperty('inner');
    expect(await paymentNow(body.id)).toEqual(body);
    expect((await town.get(`/pay/v1/payments?reference=${asked.reference}`)).body).toEqual({ payments: [body] });
  });

  test('by boleto: the slip of its amount, due on the day in Brasília', async () => {
    const { boleto, redirect_url } = await create('boleto', { expires_at: '2026-03-06T02:59:59Z' });
    expect(boleto.due_date).toBe('2026-03-05');
    expect(boleto.barcode).toMatch(/^9999\d{5}0000015000\d{25}$/);
    expect(boleto.line).toMatch(/^\d{5}\.\d{5} \d{5}\.\d{6} \d{5}\.\d{6} \d \d{4}0000015000$/);
    expect(boleto.slip_url).toBe(redirect_url);
    expect((await create('boleto')).boleto.barcode).not.toBe(boleto.barcode);
  });

  test('by Pix: the code that is in the picture', async () => {
    const { pix } = await create('pix');
    expect(pix.emv).toContain('5406150.00');
    expect(pix.expires_at).toBe('2026-03-05T23:00:00.000Z');
  });

  test('once per key; the same key for something else is refused', async () => {
    const asked = newPayment('card');
    const key = { 'idempotency-key': 'purchase-7' };
    const first = await town.post('/pay/v1/payments', asked, key);
    town.world.provider.pay(first.body.id);
    const second = await town.post('/pay/v1/payments', asked, key);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await town.get(`/pay/v1/payments?reference=${asked.reference}`)).body.payments).toHaveLength(1);

    const other = await town.post('/pay/v1/payments', { ...asked, description: 'Teapot' }, key);
    expect([other.status, other.body.error.code]).toEqual([409, 'idempotency_key_reused']);
    expect((await town.post('/pay/v1/payments', asked, { 'idempotency-key': '' })).status).toBe(400);
    await town.later(25 * hour);
    await create('card');
    const nextDay = await town.post('/pay/v1/payments', { ...asked, description: 'Teapot' }, key);
    expect(nextDay.status).toBe(201);
  });

  test('not without the key of the shop, and not in a shape that cannot be', async () => {
    const without = await town.post('/pay/v1/payments', newPayment('card'), { authorization: 'Bearer guessed' });
    expect([without.status, without.body.error.code]).toEqual([401, 'key_not_known']);
    const refusals: [Record<string, unknown>, number, string][] = [
      [{ amount: { currency: 'BRL', minor: 1.5 } }, 400, 'amount.minor'],
      [{ amount: { currency: 'BRL', minor: '100' } }, 400, 'amount.minor'],
      [{ amount: { currency: 'BRL', minor: 0 } }, 400, 'amount.minor'],
      [{ return_url: 'javascript:alert(1)' }, 400, 'return_url'],
      [{ customer: { name: 'Ana', email: 'ana@example.com' } }, 400, 'customer.country'],
      [{ expires_at: '2026-03-02T08:59:59Z' }, 422, 'expires_at'],
      [{ method: 'boleto', amount: { currency: 'EUR', minor: 100 } }, 422, 'amount.currency'],
    ];
    for (const [wrong, status, field] of refusals) {
      const answer = await town.post('/pay/v1/payments', newPayment('card', wrong));
      expect([answer.status, answer.body.error.field]).toEqual([status, field]);
    }
    expect((await town.get('/pay/v1/payments/pay_none')).body.error.code).toBe('payment_not_found');
    expect((await town.get('/pay/v1/payments')).status).toBe(400);
  });
});

describe('a payment ends', () => {
  test('paid: told once, signed, with the whole payment', async () => {
    const { id } = await create('pix');
    const paid = await town.post(`/pay/sandbox/payments/${id}/pay`);
    expect(paid.body).toMatchObject({ status: 'paid', paid_at: '2026-03-02T09:00:00.000Z', late: false });
    await town.post(`/pay/sandbox/payments/${id}/pay`);
    expect(await town.world.deliverWebhooks()).toBe(1);
    expect(town.receiver.received).toEqual([
      {
        channel: 'payments',
        id: expect.stringMatching(/^msg_/),
        type: 'payment.paid',
        timestamp: '2026-03-02T09:00:00.000Z',
        data: paid.body,
        signatureHolds: true,
      },
    ]);
    expect(await paymentNow(id)).toEqual(paid.body);
  });

  test('by the card that is used', async () => {
    const outcomes: [string, string, string | undefined][] = [
      ['4242 4242 4242 4242', 'paid', undefined],
      ['4000002760003184', 'paid', undefined],
      ['4000000000000002', 'failed', 'card_declined'],
      ['4000000000009995', 'failed', 'insufficient_funds'],
      ['4111111111111111', 'failed', 'not_a_test_card'],
    ];
    for (const [card, status, code] of outcomes) {
      const { id } = await create('card', { installments: 12 });
      const { body } = await town.post(`/pay/sandbox/payments/${id}/pay`, { card, installments: 3 });
      expect([body.status, body.failure?.code]).toEqual([status, code]);
      if (status === 'paid') expect(body.card).toMatchObject({ last4: card.slice(-4), installments: 3 });
    }
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual([
      'payment.paid',
      'payment.paid',
      'payment.failed',
      'payment.failed',
      'payment.failed',
    ]);
  });

  test('charged, and nobody is ever told: who asks later finds it paid', async () => {
    const { id } = await create('card');
    const { body } = await town.post(`/pay/sandbox/payments/${id}/pay`, { card: '4000000000000341' });
    expect(body.status).toBe('pending');
    const cancelled = await town.post(`/pay/v1/payments/${id}/cancel`);
    expect([cancelled.status, cancelled.body.error.code]).toEqual([409, 'payment_is_being_charged']);
    await town.later(29_000);
    expect((await paymentNow(id)).status).toBe('pending');
    await town.later(1000);
    expect(await paymentNow(id)).toMatchObject({ status: 'paid', card: { last4: '0341' } });
    expect(town.receiver.received).toEqual([]);
  });

  test('expired at its time, even when nobody looked; then it can no longer be paid by Pix', async () => {
    const { id } = await create('pix', { expires_at: '2026-03-02T09:15:00Z' });
    await town.later(20 * minute);
    expect(await paymentNow(id)).toMatchObject({ status: 'expired' });
    expect(town.receiver.received).toMatchObject([{ type: 'payment.expired', timestamp: '2026-03-02T09:15:00.000Z' }]);
    const late = await town.post(`/pay/sandbox/payments/${id}/pay`);
    expect([late.status, late.body.error.code]).toEqual([409, 'payment_is_expired']);
  });

  test('cancelled by the shop, twice is once; not when it is paid', async () => {
    const { id } = await create('boleto');
    expect((await town.post(`/pay/v1/payments/${id}/cancel`)).body.status).toBe('cancelled');
    expect((await town.post(`/pay/v1/payments/${id}/cancel`)).status).toBe(200);
    expect((await town.post(`/pay/sandbox/payments/${id}/pay`)).body.error.code).toBe('payment_is_cancelled');
    const other = await create('boleto');
    town.world.provider.pay(other.id);
    expect((await town.post(`/pay/v1/payments/${other.id}/cancel`)).body.error.code).toBe('payment_is_paid');
    await town.world.deliverWebhooks();
    expect(town.receiver.types()).toEqual(['payment.cancelled', 'payment.paid']);
  });
});

describe('a slip', () => {
  test('is still paid for five days after it expired, and says that it was late', async () => {
    const { id, boleto } = await create('boleto');
    await town.later(3 * day + 20 * hour);
    expect(town.receiver.types()).toEqual(['payment.expired']);
    expect(town.world.provider.paySlip(boleto.line)).toMatchObject({ id, status: 'paid', late: true });
    await town.later(0);
    expect(town.receiver.received.at(-1)).toMatchObject({ type: 'payment.paid', data: { late: true } });
  });

  test('after that no bank takes it', async () => {
    const { boleto } = await create('boleto');
    await town.later(9 * day);
    expect(() => town.world.provider.paySlip(boleto.barcode)).toThrow('5 days');
  });

  test('can be planned: the bank pays at that time', async () => {
    const { id } = await create('boleto');
    town.world.provider.payLater(id, new Date('2026-03-04T10:00:00Z'));
    await town.later(2 * day);
    expect((await paymentNow(id)).status).toBe('pending');
    await town.later(day);
    expect(await paymentNow(id)).toMatchObject({ status: 'paid', paid_at: '2026-03-04T10:00:00.000Z', late: false });
  });

  test('cancelled before the planned day is not paid', async () => {
    const { id } = await create('boleto');
    town.world.provider.payLater(id, new Date('2026-03-04T10:00:00Z'));
    town.world.provider.cancel(id);
    await town.later(3 * day);
    expect((await paymentNow(id)).status).toBe('cancelled');
  });
});
