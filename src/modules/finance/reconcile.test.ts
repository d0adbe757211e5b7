import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { toJson } from '#kernel/money';
import { must, ok } from '#kernel/result';
import { balancesOf } from '#modules/ledger';
import { bank, feesExpense, providerSettled, pspReceivable } from '#modules/payments';
import { system } from '#platform/actor';
import { announce } from '#platform/facts';
import type { Asking, Work } from '#platform/work';
import { keepStatement } from './fetch-statement.ts';
import {
  bankDay,
  bookSettlement,
  explainBankLine,
  reconciliation,
  requestPayout,
  settlementsForDesk,
} from './index.ts';
import type { ProviderSettlement, Reconciliation } from './index.ts';
import { matchOf } from './reconcile.ts';
import { cny, openTown, staff } from './house.testing.ts';
import type { Town } from './house.testing.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => {
  town.world.bank.faults();
  town.house.clock.advance({ hours: 1 });
});

const settlement = (
  id: string,
  {
    gross = 100_000,
    refunded = 0,
    fee = 2_900,
    net,
    currency = 'CNY',
  }: { gross?: number; refunded?: number; fee?: number; net?: number; currency?: string } = {},
): ProviderSettlement => {
  const of = (minor: number) => toJson({ currency, minor: BigInt(minor) });
  return {
    provider: 'harbour',
    settlement: id,
    day: '2026-03-02',
    gross: of(gross),
    refunded: of(refunded),
    fee: of(fee),
    net: of(net ?? gross - refunded - fee),
    paidAt: '2026-03-03T02:00:00.000Z',
  };
};
const books = (told: ProviderSettlement, by = system) => town.does(by, bookSettlement, told);
const accounts = async () =>
  Object.fromEntries(
    (
      await town.asks(
        system,
        (ask: Asking) => balancesOf(ask, [bank, feesExpense, pspReceivable('harbour')]),
        undefined,
      )
    ).map(({ account, minor }) => [account, minor]),
  );
const desk = async (): Promise<Reconciliation> => must(await town.asks(staff('money'), reconciliation, undefined));

test('what the provider owed becomes money at the bank, less its fee; told again it is one', async () => {
  expect(await books(settlement('set_1'))).toEqual(ok({ booked: true }));
  expect(await books(settlement('set_1'))).toEqual(ok({ booked: false }));
  expect(await accounts()).toEqual({ bank: 97_100n, fees_expense: 2_900n, 'psp_receivable/harbour': -100_000n });
  expect(await town.proof()).toEqual({ sum: 0n, problems: 0 });
});

test('a day on which more was given back than taken is a debit of our account', async () => {
  const before = await accounts();
  must(await books(settlement('set_2', { gross: 10_000, refunded: 30_000, fee: 300 })));
  const after = await accounts();
  expect(after['bank']! - before['bank']!).toBe(-20_300n);
  expect(after['psp_receivable/harbour']! - before['psp_receivable/harbour']!).toBe(20_000n);
});

test('parts that do not add up, or are in two currencies, are not booked but shown to the desk', async () => {
  const before = await accounts();
  expect(await books(settlement('set_3', { net: 97_099 }))).toEqual(ok({ booked: false }));
  expect(await books({ ...settlement('set_4'), fee: { currency: 'EUR', amount: '29.00' } })).toEqual(
    ok({ booked: false }),
  );
  expect(await accounts()).toEqual(before);
  expect((await desk()).unbooked.map(({ settlement: id, problem }) => [id, problem])).toEqual([
    ['set_4', 'currencies_are_mixed'],
    ['set_3', 'parts_do_not_add_up'],
  ]);
  expect(await books(settlement('set_5'), staff('orders'))).toEqual({
    ok: false,
    refusal: { no: 'only_the_provider_may_say' },
  });
});

test('payments announces a settlement, and it is booked', async () => {
  const tells = async (work: Work) => {
    announce(work, providerSettled(settlement('set_6')));
    return ok();
  };
  must(await town.does(system, tells, {}));
  await town.settles();
  const { settlements, next } = must(await town.asks(staff('money'), settlementsForDesk, { limit: 2 }));
  expect([settlements.map((one) => one.settlement), settlements[0]!.net, next]).toEqual([
    ['set_6', 'set_4'],
    97_100n,
    '2026-03-02~set_4',
  ]);
  expect(
    must(await town.asks(staff('money'), settlementsForDesk, { limit: 2, before: next! })).settlements.map(
      (one) => one.settlement,
    ),
  ).toEqual(['set_3', 'set_2']);
  expect(await town.asks(staff('orders'), settlementsForDesk, {})).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_money_may_look' },
  });
});

test('which line is which: by payout, by settlement, to the minor unit', () => {
  const ours = {
    payouts: new Map([['p', { payout: 'p', currency: 'CNY', minor: 500n }]]),
    settlements: new Map([['s', { settlement: 's', currency: 'BRL', net: 900n }]]),
  };
  const line = (other: object) => matchOf({ id: 'l', currency: 'CNY', minor: -500n, reference: '', ...other }, ours);
  expect(line({ reference: 'p' })).toEqual({ match: 'payout', ours: 'p' });
  expect(line({ reference: 'p', minor: -501n })).toEqual({ match: 'amount_differs', ours: 'p' });
  expect(line({ reference: 'p', minor: 500n })).toEqual({ match: 'amount_differs', ours: 'p' });
  expect(line({ reference: 'p', currency: 'EUR' })).toEqual({ match: 'amount_differs', ours: 'p' });
  expect(line({ id: 's', currency: 'BRL', minor: 900n })).toEqual({ match: 'settlement', ours: 's' });
  expect(line({ id: 's', currency: 'BRL', minor: 899n })).toEqual({ match: 'amount_differs', ours: 's' });
  expect(line({})).toEqual({ match: 'not_ours', ours: null });
});

test('the bank’s statement is fetched day by day, and payouts are found in it', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const { payout } = must(await town.does(mei, requestPayout, { store, amount: cny(20_000) }));
  await town.settles();
  const day = town.house.clock.now().toISOString().slice(0, 10);
  town.house.clock.set(new Date('2026-03-03T02:00:00Z'));
  await town.periodic('finance.reconcile');
  await town.periodic('finance.reconcile');
  const { lines, days } = must(await town.asks(staff('money'), bankDay, { day }));
  expect(lines).toMatchObject([{ match: 'payout', ours: payout, minor: -20_000n, currency: 'CNY' }]);
  expect(days).toEqual([{ day, currency: 'CNY', opening: 0n, closing: -20_000n }]);
  expect((await desk()).open).toEqual([]);
  expect(await town.asks(staff('orders'), bankDay, { day })).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_money_may_look' },
  });
});

test('a payout that the bank booked without a word is found by its statement, and ends the usual way', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  town.world.bank.faults({ webhooks: 'lost' });
  const { payout } = must(await town.does(mei, requestPayout, { store, amount: cny(20_000) }));
  await town.settles();
  town.world.bank.faults();
  town.house.clock.set(new Date('2026-03-04T02:00:00Z'));
  await town.periodic('finance.reconcile');
  await town.settles();
  expect((await town.house.db.query(`select state from finance.payouts where payout = '${payout}'`)).rows).toEqual([
    { state: 'paid' },
  ]);
});

const entry = (id: string, minor: number, reference = '') => ({
  id,
  at: '2026-03-04T10:00:00.000Z',
  minor,
  reference,
  text: 'x',
});
const keeps = (day: string, ...entries: ReturnType<typeof entry>[]) =>
  town.does(system, keepStatement, {
    statement: { day, accounts: [{ currency: 'CNY', opening: 0, closing: 0, entries }] },
  });

test('lines that are not ours, or of another amount, wait for a person; what was told too early is matched when it is booked', async () => {
  must(await keeps('2026-03-04', entry('line_charge', -150), entry('set_7', 97_100), entry('set_8', 97_099)));
  expect((await desk()).open.map(({ line, match }) => [line, match])).toEqual([
    ['line_charge', 'not_ours'],
    ['set_7', 'not_ours'],
    ['set_8', 'not_ours'],
  ]);
  must(await books(settlement('set_7')));
  must(await books(settlement('set_8')));
  expect((await desk()).open.map(({ line, match }) => [line, match])).toEqual([
    ['line_charge', 'not_ours'],
    ['set_8', 'amount_differs'],
  ]);

  const explains = (line: string, why: string, by = staff('money')) => town.does(by, explainBankLine, { line, why });
  expect(await explains('line_charge', 'x', staff('orders'))).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_money_may' },
  });
  expect(await explains('line_charge', ' ')).toEqual({ ok: false, refusal: { no: 'reason_is_missing' } });
  expect(await explains('nothing', 'x')).toEqual({ ok: false, refusal: { no: 'bank_line_not_found' } });
  expect(await explains('set_7', 'x')).toEqual({ ok: false, refusal: { no: 'bank_line_is_matched' } });
  expect(await explains('line_charge', 'The bank’s monthly charge.')).toEqual(ok());
  expect((await desk()).open.map(({ line }) => line)).toEqual(['set_8']);
  expect(
    (await town.house.db.query(`select why from platform.audit where subject = 'bank_line:line_charge'`)).rows,
  ).toEqual([{ why: 'The bank’s monthly charge.' }]);
});

test('what we say was paid and no statement shows is missing, a day later', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const { payout } = must(await town.does(mei, requestPayout, { store, amount: cny(20_000) }));
  await town.settles();
  const missing = async () =>
    (await desk()).missing.map(({ kind, ours }) => [kind, ours]).filter(([, ours]) => ours === payout);
  // The bank's statements of these days are empty.
  must(await keeps('2026-03-05'));
  expect(await missing()).toEqual([]);
  must(await keeps('2026-03-06'));
  expect(await missing()).toEqual([['payout', payout]]);
  must(await keeps('2026-03-06', { ...entry(newId(town.house.clock.now()), -20_000, payout) }));
  expect(await missing()).toEqual([]);
  expect(await town.asks(mei, reconciliation, undefined)).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_money_may_look' },
  });
});
