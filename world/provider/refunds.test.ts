import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, hour, newPayment, openTestWorld, type TestWorld } from '../testing.ts';

let town: TestWorld;
beforeEach(async () => void (town = await openTestWorld()));
afterEach(() => town.close());

async function paid(...asked: Parameters<typeof newPayment>) {
  const { body } = await town.post('/pay/v1/payments', newPayment(...asked));
  return town.world.provider.pay(body.id);
}
const brl = (minor: number) => ({ currency: 'BRL', minor });
const refund = (payment: string, reference: string, minor?: number) =>
  town.post('/pay/v1/refunds', { payment, reference, ...(minor && { amount: brl(minor) }) });

describe('money goes back', () => {
  test('in parts, never more than was paid, also while a part is on its way', async () => {
    const { id } = await paid('card');
    const first = await refund(id, 'return-1', 4000);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      payment: id,
      reference: 'return-1',
      amount: brl(4000),
      status: 'pending',
      by: 'card',
    });
    const over = await refund(id, 'return-2', 11_001);
    expect([over.status, over.body.error.code]).toEqual([422, 'more_than_was_paid']);

    await town.later(0);
    expect(town.world.provider.payment(id)).toMatchObject({ status: 'partly_refunded', refunded: brl(4000) });
    expect((await town.get(`/pay/v1/refunds/${first.body.id}`)).body.status).toBe('succeeded');

    const rest = await refund(id, 'return-3');
    expect(rest.body.amount).toEqual(brl(11_000));
    await town.later(0);
    expect(town.world.provider.payment(id)).toMatchObject({ status: 'refunded', refunded: brl(15_000) });
    expect((await refund(id, 'return-4', 1)).body.error.code).toBe('payment_is_not_paid');
    expect(town.receiver.types()).toEqual(['payment.paid', 'refund.succeeded', 'refund.succeeded']);
    expect(town.receiver.received[2]!.data).toEqual(
      (await town.get('/pay/v1/refunds?reference=return-3')).body.refunds[0],
    );
  });

  test('of a slip by transfer, and that takes two days', async () => {
    const { id } = await paid('boleto');
    const { body } = await refund(id, 'return-1');
    expect(body).toMatchObject({ by: 'transfer', expected_at: '2026-03-04T09:00:00.000Z' });
    await town.later(2 * day - 1);
    expect(town.world.provider.refundsOf(id)).toMatchObject([{ status: 'pending' }]);
    await town.later(1);
    expect(town.world.provider.refundsOf(id)).toMatchObject([
      { status: 'succeeded', finished_at: '2026-03-04T09:00:00.000Z' },
    ]);
  });

  test('or fails, and then may be tried again', async () => {
    const { id } = await paid('pix');
    town.world.provider.faults({ refunds: 'failed' });
    await refund(id, 'return-1');
    await town.later(0);
    expect(town.receiver.received.at(-1)).toMatchObject({
      type: 'refund.failed',
      data: { failure: { code: 'account_closed' } },
    });
    expect(town.world.provider.payment(id)).toMatchObject({ status: 'paid', refunded: brl(0) });
    town.world.provider.faults();
    expect((await refund(id, 'return-2')).body.amount).toEqual(brl(15_000));
  });

  test('not of what was never paid, not in another currency, once per key', async () => {
    const { body } = await town.post('/pay/v1/payments', newPayment('card'));
    expect((await refund(body.id, 'return-1')).body.error.code).toBe('payment_is_not_paid');
    expect((await refund('pay_none', 'return-1')).status).toBe(404);
    const { id } = await paid('card');
    const inEuro = await town.post('/pay/v1/refunds', {
      payment: id,
      reference: 'x',
      amount: { currency: 'EUR', minor: 1 },
    });
    expect(inEuro.body.error.code).toBe('other_currency');
    const asked = { payment: id, reference: 'return-2', amount: brl(500) };
    await town.post('/pay/v1/refunds', asked, { 'idempotency-key': 'r' });
    await town.post('/pay/v1/refunds', asked, { 'idempotency-key': 'r' });
    expect(town.world.provider.refundsOf(id)).toHaveLength(1);
  });
});

test('each day is settled per currency: gross, less what went back and the fees, into the account at the bank', async () => {
  const card = await paid('card');
  const slip = await paid('boleto', { amount: brl(20_000) });
  const euro = await paid('card', { amount: { currency: 'EUR', minor: 9_900 } });
  await refund(card.id, 'return-1', 5_000);
  await town.later(0);
  await town.later(15 * hour);
  const tomorrow = await paid('pix');
  await town.later(3 * hour);

  const { settlements } = (await town.get('/pay/v1/settlements?day=2026-03-02')).body;
  expect(settlements).toHaveLength(2);
  expect(settlements[0]).toMatchObject({
    currency: 'BRL',
    gross: brl(35_000),
    refunded: brl(5_000),
    fee: brl(435 + 349),
    net: brl(35_000 - 5_000 - 435 - 349),
    payments: [
      { payment: card.id, reference: card.reference, method: 'card', gross: 15_000, fee: 435, net: 14_565 },
      { payment: slip.id, method: 'boleto', gross: 20_000, fee: 349, net: 19_651 },
    ],
    refunds: [{ payment: card.id, reference: 'return-1', amount: 5_000 }],
    paid_at: '2026-03-03T02:00:00.000Z',
  });
  expect(settlements[1]).toMatchObject({ currency: 'EUR', net: { currency: 'EUR', minor: 9_900 - 287 } });
  expect(settlements[1].payments[0].payment).toBe(euro.id);
  expect(town.receiver.received.filter(({ type }) => type === 'settlement.paid').map(({ data }) => data)).toEqual(
    settlements,
  );
  expect((await town.get(`/pay/v1/settlements/${settlements[0].id}`)).body).toEqual(settlements[0]);

  expect((await town.get('/bank/v1/statement?day=2026-03-03')).body.accounts).toMatchObject([
    { currency: 'BRL', opening: 0, closing: 29_216, entries: [{ minor: 29_216, reference: settlements[0].id }] },
    { currency: 'EUR', closing: 9_613 },
  ]);

  await town.later(day);
  expect(town.world.provider.settlements('2026-03-03')).toMatchObject([
    { payments: [{ payment: tomorrow.id }], refunds: [] },
  ]);
  expect(town.world.provider.settlements('2026-03-04')).toEqual([]);
  expect((await town.get('/pay/v1/settlements')).status).toBe(400);
});
