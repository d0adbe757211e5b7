import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { day, minute, openTestWorld, type TestWorld } from '../testing.ts';
import { ibanHolds } from './transfers.ts';

let town: TestWorld;
beforeEach(async () => void (town = await openTestWorld({ bankBooksAfterMs: minute })));
afterEach(() => town.close());

const iban = { iban: 'BR18 0036 0305 0000 1000 9795 493C 1' };
const chinese = (number: string) => ({ number, country: 'CN', bank: 'ICBC Shenzhen' });
const asked = (reference: string, account: object = iban) => ({
  reference,
  amount: { currency: 'BRL', minor: 9_500 },
  to: { account, holder: 'Shenzhen Kettle Works' },
  text: 'Payout 7',
});
const send = (...of: Parameters<typeof asked>) => town.post('/bank/v1/transfers', asked(...of));

describe('a transfer', () => {
  test('is accepted, and booked a minute later', async () => {
    const { status, body } = await send('payout-1');
    expect([status, body]).toMatchObject([
      201,
      { ...asked('payout-1'), status: 'accepted', finished_at: null, reason: null },
    ]);
    await town.later(minute - 1);
    expect((await town.get(`/bank/v1/transfers/${body.id}`)).body.status).toBe('accepted');
    await town.later(1);
    const { transfers } = (await town.get('/bank/v1/transfers?reference=payout-1')).body;
    expect(transfers).toMatchObject([{ id: body.id, status: 'booked', finished_at: '2026-03-02T09:01:00.000Z' }]);
    expect(town.receiver.received).toMatchObject([{ channel: 'bank', type: 'transfer.booked', signatureHolds: true }]);
    expect(town.receiver.received[0]!.data).toEqual(transfers[0]);
  });

  test('to an account that ends in 0000 comes back: it is closed', async () => {
    await send('payout-1', chinese('6222 0200 0000'));
    await town.later(minute);
    expect(town.receiver.received).toMatchObject([
      { type: 'transfer.rejected', data: { reason: { code: 'account_closed' } } },
    ]);
    expect((await town.get('/bank/v1/statement?day=2026-03-02')).body.accounts).toEqual([]);
    // The reference is free again, for the account that is right.
    expect((await send('payout-1')).status).toBe(201);
  });

  test('to one that ends in 9999 stays open for a day', async () => {
    const { body } = await send('payout-1', chinese('62220200-9999'));
    expect(body.expected_at).toBe('2026-03-03T09:00:00.000Z');
    await town.later(day - 1);
    expect(town.receiver.received).toEqual([]);
    await town.later(1);
    expect(town.receiver.types()).toEqual(['transfer.booked']);
  });

  test('is not made twice: not by the key, and not by the reference', async () => {
    const key = { 'idempotency-key': 'payout-1' };
    const first = await town.post('/bank/v1/transfers', asked('payout-1'), key);
    expect((await town.post('/bank/v1/transfers', asked('payout-1'), key)).body).toEqual(first.body);
    const other = await send('payout-1');
    expect([other.status, other.body.error.code]).toEqual([409, 'reference_used']);
    expect(town.world.bank.ofReference('payout-1')).toHaveLength(1);
  });

  test('is not taken to an IBAN that is none, nor without amount, account or key', async () => {
    const wrong = await send('payout-1', { iban: 'BR1800360305000010009795493C2' });
    expect([wrong.status, wrong.body.error.field]).toEqual([422, 'to.account.iban']);
    expect((await send('payout-1', { number: '1234' })).status).toBe(400);
    expect(
      (await town.post('/bank/v1/transfers', { ...asked('p'), amount: { currency: 'BRL', minor: -1 } })).status,
    ).toBe(400);
    expect((await town.post('/bank/v1/transfers', asked('p'), { authorization: '' })).status).toBe(401);
    expect((await town.get('/bank/v1/transfers/trf_none')).body.error.code).toBe('transfer_not_found');
    expect((await town.get('/bank/v1/transfers')).status).toBe(400);
  });

  test('is booked or rejected by hand, and then stays so', async () => {
    const [one, two] = [(await send('payout-1')).body, (await send('payout-2')).body];
    expect((await town.post(`/bank/sandbox/transfers/${one.id}/book`)).body.status).toBe('booked');
    expect((await town.post(`/bank/sandbox/transfers/${one.id}/reject`)).body.error.code).toBe('transfer_is_booked');
    town.world.bank.reject(two.id, { code: 'name_differs', message: 'The account is in another name.' });
    await town.later(minute);
    expect(town.receiver.received).toMatchObject([
      { type: 'transfer.booked' },
      { type: 'transfer.rejected', data: { reason: { code: 'name_differs' } } },
    ]);
    expect(town.world.bank.transfer(two.id).status).toBe('rejected');
  });
});

test('the statement carries the balance from day to day', async () => {
  const { body } = await send('payout-1');
  await town.later(minute);
  await town.later(day);
  await send('payout-2');
  await town.later(minute);
  expect((await town.get('/bank/v1/statement?day=2026-03-02')).body).toEqual({
    day: '2026-03-02',
    accounts: [
      {
        currency: 'BRL',
        opening: 0,
        closing: -9_500,
        entries: [
          {
            id: body.id,
            at: '2026-03-02T09:01:00.000Z',
            minor: -9_500,
            reference: 'payout-1',
            text: 'Shenzhen Kettle Works: Payout 7',
          },
        ],
      },
    ],
  });
  expect(town.world.bank.statement('2026-03-03')).toMatchObject([
    { opening: -9_500, closing: -19_000, entries: [{ minor: -9_500 }] },
  ]);
  expect((await town.get('/bank/v1/statement?day=today')).status).toBe(400);
});

test('IBANs, of rules 5.3', () => {
  const valid =
    'GR1601101050000010547023795 BE31435411161155 GB82WEST12345698765432 DE89370400440532013000 BR1800360305000010009795493C1';
  expect(valid.split(' ').every(ibanHolds)).toBe(true);
  expect(ibanHolds('GB82WEST12345698765431')).toBe(false);
  expect(ibanHolds('GB82')).toBe(false);
});
