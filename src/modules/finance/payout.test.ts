import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must, ok } from '#kernel/result';
import { setPayoutAccount, suspendStore } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import {
  askBankAgain,
  balanceOfStore,
  payoutLife,
  payoutsForDesk,
  payoutsOf,
  requestPayout,
  setPayoutPlan,
  settlePayout,
} from './index.ts';
import type { PayoutView } from './index.ts';
import { cny, openTown, staff, worker } from './house.testing.ts';
import type { Town } from './house.testing.ts';
import { mondayAfter } from './weekly-payouts.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => {
  town.world.bank.faults();
  town.house.clock.advance({ hours: 1 });
});

const asks = (mei: Actor, minor: number) =>
  town.does(mei, requestPayout, { store: mei.stores[0]!.store, amount: cny(minor) });
const payoutsOfStore = async (store: string): Promise<PayoutView[]> =>
  (await town.asks(system, payoutsOf, { store }))!.payouts;
const told = async (payout: string) =>
  (
    (await town.house.db.query(`select name from platform.facts where body ->> 'payout' = '${payout}' order by id`))
      .rows as { name: string }[]
  ).map(({ name }) => name.replace('finance.payout_', ''));

test('Mei asks for three hundred of her four hundred and seventy-five yuan; the bank books it, and it is hers', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  expect(await town.balance(store)).toEqual({
    currency: 'CNY',
    pending: 0n,
    orders: 0,
    available: 47_500n,
    onTheWay: 0n,
    minimum: 8_000n,
  });
  const { payout } = must(await asks(mei, 30_000));
  expect(await town.balance(store)).toMatchObject({ available: 17_500n, onTheWay: 30_000n });
  await town.settles();
  expect(await town.balance(store)).toMatchObject({ available: 17_500n, onTheWay: 0n });
  expect(await payoutsOfStore(store)).toMatchObject([
    { payout, state: 'paid', minor: 30_000n, holder: 'Mei Kettle Works Ltd', last4: '0123', problem: null },
  ]);
  expect(town.world.bank.ofReference(payout)).toMatchObject([
    {
      amount: { currency: 'CNY', minor: 30_000 },
      status: 'booked',
      to: { holder: 'Mei Kettle Works Ltd', account: { number: '6222021234567890123' } },
    },
  ]);
  expect(await told(payout)).toEqual(['requested', 'paid']);
  expect(await town.proof()).toEqual({ sum: 0n, problems: 0 });
});

test('what cannot be paid out is refused, each with its reason', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const no = async (by: Actor, amount = cny(10_000)) => await town.does(by, requestPayout, { store, amount });
  expect(await no(worker(store, 'orders'))).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
  expect(await no(worker(newId(town.house.clock.now()), 'owner'))).toEqual({
    ok: false,
    refusal: { no: 'store_not_found' },
  });
  const bare = await town.store('');
  expect(await asks(bare.mei, 10_000)).toEqual({ ok: false, refusal: { no: 'payout_account_is_missing' } });
  expect(await no(mei, { currency: 'EUR', minor: 10_000n })).toEqual({
    ok: false,
    refusal: { no: 'account_is_in_another_currency', currency: 'CNY' },
  });
  await town.house.db.query(`update finance.payout_minimums set valid_to = '2016-12-31' where currency = 'CNY'`);
  expect(await no(mei)).toEqual({
    ok: false,
    refusal: { no: 'payouts_are_not_made_in_this_currency', currency: 'CNY' },
  });
  await town.house.db.query(`update finance.payout_minimums set valid_to = null where currency = 'CNY'`);
  expect(await no(mei, cny(7_999))).toEqual({
    ok: false,
    refusal: { no: 'amount_is_below_the_minimum', minimum: cny(8_000) },
  });
  expect(await no(mei, cny(-5))).toEqual({
    ok: false,
    refusal: { no: 'amount_is_below_the_minimum', minimum: cny(8_000) },
  });
  expect(await no(mei, cny(47_501))).toEqual({
    ok: false,
    refusal: { no: 'more_than_is_available', available: cny(47_500) },
  });
  must(await town.does(staff('admission'), suspendStore, { store, why: 'Papers ran out.' }));
  expect(await no(mei)).toEqual({ ok: false, refusal: { no: 'store_is_suspended' } });
  expect(await payoutsOfStore(store)).toEqual([]);
});

test('two payouts at once, each of more than half: one is made, and the balance is never below zero', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const said = await Promise.all(Array.from({ length: 10 }, () => asks(mei, 30_000)));
  expect(said.filter((one) => one.ok)).toHaveLength(1);
  expect(new Set(said.map((one) => (one.ok ? '' : one.refusal.no)))).toEqual(new Set(['', 'more_than_is_available']));
  expect(await town.balance(store)).toMatchObject({ available: 17_500n, onTheWay: 30_000n });
});

test('the bank’s word comes twice, late, out of order, or before its answer: the same end, once', async () => {
  for (const webhooks of ['twice', 'late', 'out_of_order'] as const) {
    const { store, mei } = await town.store();
    await town.sells(store, 50_000);
    town.world.bank.faults({ webhooks });
    const { payout } = must(await asks(mei, 20_000));
    await town.settles();
    town.house.clock.advance({ minutes: 30 });
    await town.settles();
    expect((await payoutsOfStore(store))[0], webhooks).toMatchObject({ state: 'paid' });
    expect(await told(payout)).toEqual(['requested', 'paid']);
  }
  expect(await town.proof()).toEqual({ sum: 0n, problems: 0 });
});

test('a word that is lost is asked for', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  town.world.bank.faults({ webhooks: 'lost' });
  must(await asks(mei, 20_000));
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({ state: 'sent' });
  town.house.clock.advance({ hours: 24 });
  await town.periodic('finance.ask_for_open_payouts');
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({ state: 'paid' });
});

test('a bank that does not answer: nothing is assumed, it is asked, and pays once', async () => {
  for (const api of ['error_500', 'timeout_before', 'timeout_after'] as const) {
    const { store, mei } = await town.store();
    await town.sells(store, 50_000);
    town.world.bank.faults({ api, hang_ms: 50, webhooks: 'lost' });
    const { payout } = must(await asks(mei, 20_000));
    await town.settles();
    expect((await payoutsOfStore(store))[0], api).toMatchObject({ state: 'unknown' });
    expect(await town.balance(store)).toMatchObject({ available: 27_500n, onTheWay: 20_000n });
    town.world.bank.faults({});
    town.house.clock.advance({ minutes: 2 });
    await town.settles();
    town.house.clock.advance({ hours: 25 });
    await town.periodic('finance.ask_for_open_payouts');
    await town.settles();
    expect((await payoutsOfStore(store))[0], api).toMatchObject({ state: 'paid' });
    expect(town.world.bank.ofReference(payout)).toHaveLength(1);
    expect(await told(payout)).toEqual(['requested', 'paid']);
  }
});

test('rejected while we knew of nothing, and asked for days later: it is not paid a second time', async () => {
  const { store, mei } = await town.store('6222021234567890000');
  await town.sells(store, 50_000);
  town.world.bank.faults({ api: 'timeout_after', hang_ms: 50, webhooks: 'lost' });
  const { payout } = must(await asks(mei, 20_000));
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({ state: 'unknown' });
  // The bank forgets our key after a day, and the reference is free again: only asking first tells.
  town.world.bank.faults({});
  town.house.clock.advance({ days: 3 });
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({ state: 'rejected' });
  expect(town.world.bank.ofReference(payout)).toHaveLength(1);
});

test('a rejected payout: the money is back, the store is told why, and may ask again', async () => {
  const { store, mei, email } = await town.store('6222021234567890000');
  await town.sells(store, 50_000);
  const { payout } = must(await asks(mei, 20_000));
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({
    state: 'rejected',
    problem: 'The account of the payee is closed.',
  });
  expect(await town.balance(store)).toMatchObject({ available: 47_500n, onTheWay: 0n });
  expect(await told(payout)).toEqual(['requested', 'rejected']);
  const [letter] = town.world.mail.letters({ to: email });
  expect(letter).toMatchObject({ subject: 'Your payout of CN¥200.00 came back' });
  expect(letter!.text).toContain('ending in 0000');
  expect(letter!.text).toContain('The account of the payee is closed.');
  expect(await asks(mei, 20_000)).toMatchObject({ ok: true });
  expect(await town.proof()).toEqual({ sum: 0n, problems: 0 });
});

test('a bank that says no at once ends the payout the same way', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 3_000_000_000_000);
  const { payout } = must(await asks(mei, 2_000_000_000_000));
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({
    state: 'rejected',
    problem: expect.stringContaining('amount.minor'),
  });
  expect(await told(payout)).toEqual(['requested', 'rejected']);
  expect(await town.balance(store)).toMatchObject({ available: 2_850_000_000_000n, onTheWay: 0n });
});

test('only the house hears the bank; what contradicts what was said before is kept for a person', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const { payout } = must(await asks(mei, 20_000));
  await town.settles();
  const says = (status: 'accepted' | 'booked' | 'rejected', minor = 20_000, by: Actor = system, which = payout) =>
    town.does(by, settlePayout, {
      payout: which,
      told: { id: 'trf_1', amount: { currency: 'CNY', minor }, status, reason: null },
    });
  expect(await says('booked', 20_000, mei)).toEqual({ ok: false, refusal: { no: 'only_the_bank_may_say' } });
  expect(await says('booked', 20_000, system, newId(town.house.clock.now()))).toEqual({
    ok: false,
    refusal: { no: 'payout_not_found' },
  });
  expect(await says('booked', 19_999)).toEqual({
    ok: false,
    refusal: { no: 'bank_speaks_of_another_amount', booked: '19999 CNY' },
  });
  expect(await says('rejected')).toEqual({ ok: false, refusal: { no: 'bank_contradicts_itself', state: 'paid' } });
  expect(await says('booked')).toEqual(ok({ state: 'paid' }));
  expect(await says('accepted')).toEqual(ok({ state: 'paid' }));
  await expect(
    town.house.db.query(`update finance.payouts set state = 'rejected' where payout = '${payout}'`),
  ).rejects.toThrow(/illegal step/);
});

test('an account that changes later does not turn round a payout on its way', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  town.world.bank.faults({ api: 'error_500' });
  const { payout } = must(await asks(mei, 20_000));
  await town.settles();
  must(
    await town.does(mei, setPayoutAccount, {
      store,
      holder: 'Somebody Else',
      country: 'CN',
      currency: 'CNY',
      number: '6222029999999999999',
      bank: '102584002215',
    }),
  );
  town.world.bank.faults();
  town.house.clock.advance({ minutes: 2 });
  await town.settles();
  expect(town.world.bank.ofReference(payout)).toMatchObject([
    { to: { holder: 'Mei Kettle Works Ltd', account: { number: '6222021234567890123' } } },
  ]);
  const { rows } = await town.house.db.query(`select account from finance.payouts where payout = '${payout}'`);
  expect(JSON.stringify(rows)).not.toContain('6222021234567890123');
});

test('weekly: each Monday all that is available, once; what stands in the way is noted', async () => {
  const { store, mei } = await town.store();
  expect(await town.does(worker(store, 'products'), setPayoutPlan, { store, weekly: true })).toEqual({
    ok: false,
    refusal: { no: 'store_not_found' },
  });
  const { nextAt } = must(await town.does(mei, setPayoutPlan, { store, weekly: true }));
  expect(nextAt).toEqual(mondayAfter(town.house.clock.now()));
  await town.sells(store, 50_000);
  town.house.clock.set(nextAt!);
  await Promise.all([town.periodic('finance.pay_weekly'), town.periodic('finance.pay_weekly')]);
  await town.periodic('finance.pay_weekly');
  await town.settles();
  expect(await payoutsOfStore(store)).toMatchObject([{ weekly: true, minor: 47_500n, state: 'paid' }]);
  await town.sells(store, 5_000);
  town.house.clock.advance({ days: 16 });
  await town.periodic('finance.pay_weekly');
  expect(await town.asks(mei, balanceOfStore, { store })).toMatchObject({
    plan: { weekly: true, skipped: 'amount_is_below_the_minimum', nextAt: mondayAfter(town.house.clock.now()) },
  });
  expect(await payoutsOfStore(store)).toHaveLength(1);
  await town.sells(store, 5_000);
  town.house.clock.advance({ days: 7 });
  await town.periodic('finance.pay_weekly');
  expect(await payoutsOfStore(store)).toMatchObject([{ minor: 9_500n }, {}]);
  must(await town.does(mei, setPayoutPlan, { store, weekly: false }));
  await town.sells(store, 50_000);
  town.house.clock.advance({ days: 14 });
  await town.periodic('finance.pay_weekly');
  expect(await payoutsOfStore(store)).toHaveLength(2);
});

test('Monday at six, never today', () => {
  const at = (text: string) => mondayAfter(new Date(text)).toISOString();
  expect(at('2026-03-02T05:00:00Z')).toBe('2026-03-09T06:00:00.000Z');
  expect(at('2026-03-08T23:59:59Z')).toBe('2026-03-09T06:00:00.000Z');
  expect(at('2026-03-04T12:00:00Z')).toBe('2026-03-09T06:00:00.000Z');
});

test('balances and payouts are for the store’s people for money, and the desk', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  const { payout } = must(await asks(mei, 20_000));
  for (const by of [worker(store, 'orders'), worker(newId(town.house.clock.now()), 'owner'), staff('orders')]) {
    expect(await town.asks(by, balanceOfStore, { store })).toBeUndefined();
    expect(await town.asks(by, payoutsOf, { store })).toBeUndefined();
  }
  expect(await town.asks(worker(store, 'finance'), payoutsOf, { store })).toMatchObject({
    payouts: [{ payout }],
    next: null,
  });
  expect(await town.asks(staff('money'), payoutsForDesk, { store, state: 'requested' })).toMatchObject({
    ok: true,
    value: { payouts: [{ payout }] },
  });
  expect(await town.asks(mei, payoutsForDesk, {})).toEqual({
    ok: false,
    refusal: { no: 'only_staff_for_money_may_look' },
  });
});

test('the desk has the bank asked, with its reason, as long as it is not settled', async () => {
  const { store, mei } = await town.store();
  await town.sells(store, 50_000);
  town.world.bank.faults({ webhooks: 'lost' });
  const { payout } = must(await asks(mei, 20_000));
  await town.settles();
  const looks = (by: Actor, which = payout) => town.does(by, askBankAgain, { payout: which, why: 'The seller wrote.' });
  expect(await looks(staff('orders'))).toEqual({ ok: false, refusal: { no: 'only_staff_for_money_may' } });
  expect(await looks(staff('money'), 'x')).toEqual({ ok: false, refusal: { no: 'payout_not_found' } });
  expect(await looks(staff('money'))).toEqual(ok());
  await town.settles();
  expect((await payoutsOfStore(store))[0]).toMatchObject({ state: 'paid' });
  expect(await looks(staff('money'))).toEqual({ ok: false, refusal: { no: 'payout_is_settled', state: 'paid' } });
});

test('every state of a payout allows just its own steps', () => {
  expect(payoutLife.allowed()).toEqual({
    requested: ['sent', 'unknown', 'paid', 'rejected'],
    unknown: ['sent', 'paid', 'rejected'],
    sent: ['paid', 'rejected'],
    paid: [],
    rejected: [],
  });
});
