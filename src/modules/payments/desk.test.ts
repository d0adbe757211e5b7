import { afterAll, beforeAll, expect, test } from 'vitest';
import { money, moneyOf as amount } from '#kernel/money';
import { must } from '#kernel/result';
import { sql } from '#platform/sql';
import {
  askAgain,
  changeMethod,
  heldForStore,
  lookNow,
  methodsFor,
  paymentRules,
  paymentsForDesk,
  refundByDesk,
  setCommission,
  stuckMoney,
  webhooksForDesk,
} from './index.ts';
import type { ChangeMethodInput } from './change-method.ts';
import type { DeskQuery } from './index.ts';
import {
  expects,
  opens,
  openTown,
  order,
  pays,
  person,
  pictureOf,
  releases,
  ruler,
  stateOf,
  store,
  treasurer,
  waits,
} from './town.testing.ts';
import type { Town } from './town.testing.ts';
import { slipProblem } from './slip.ts';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const eur = (text: string) => amount('EUR', text);
const get = async (path: string, asker = '') => {
  const answer = await town.api.inject({ method: 'GET', url: `/api/v1${path}`, headers: { 'x-test-asker': asker } });
  return { status: answer.statusCode, body: answer.json() };
};
const post = async (path: string, body: object, asker = '') => {
  const answer = await town.api.inject({
    method: 'POST',
    url: `/api/v1${path}`,
    headers: { 'x-test-asker': asker },
    payload: body,
  });
  return { status: answer.statusCode, no: answer.json().error?.no, body: answer.json() };
};

test('commission is of the store in the category, of the store, of the category, or the house rule; a sale keeps its own', async () => {
  const today = '2026-04-13';
  const sets = async (rule: { category?: string; store?: string; bps: number }, validFrom = today) =>
    must(await town.does(setCommission, { ...rule, validFrom, why: 'An agreement' }, ruler));
  const kettle = order(eur('100.00'));
  const before = await opens(town, [kettle]);
  await sets({ category: 'kettles', bps: 300 });
  await sets({ store, bps: 400 });
  await sets({ store, category: 'cups', bps: 100 });
  const lines = [
    { category: 'kettles', amount: eur('50.00') },
    { category: 'cups', amount: eur('50.00') },
  ];
  const mixed = order(eur('100.00'), eur('100.00'), { lines });
  const other = order(eur('100.00'), eur('100.00'), { store: '01900000-0000-7000-8000-0000000000bb' });
  const purchase = await opens(town, [mixed, other]);
  await pays(town, purchase, eur('200.00'));
  await pays(town, before, eur('100.00'));
  expect((await releases(town, mixed)).commission).toEqual(eur('2.50'));
  expect((await releases(town, other)).commission).toEqual(eur('3.00'));
  expect((await releases(town, kettle)).commission).toEqual(eur('5.00'));
  await sets({ category: 'kettles', bps: 200 }, '2026-05-01');
  const { commission } = must(await town.asks(paymentRules, undefined as never, ruler));
  expect(commission.filter((one) => one.category === 'kettles')).toMatchObject([
    { bps: 200, valid_from: '2026-05-01', valid_to: null },
    { bps: 300, valid_to: '2026-05-01' },
  ]);
});

test('each way in which a commission is refused; the database refuses more than five per cent whoever writes', async () => {
  const input = { category: 'lamps', bps: 450, validFrom: '2026-04-13', why: 'A trial' };
  const said = async (change: Partial<typeof input>, by = ruler) => {
    const answer = await town.does(setCommission, { ...input, ...change }, by);
    return answer.ok ? 'set' : answer.refusal.no;
  };
  expect(await said({}, treasurer)).toBe('only_staff_for_rules_may');
  expect(await said({ bps: 501 })).toBe('commission_is_out_of_bounds');
  expect(await said({ bps: -1 })).toBe('commission_is_out_of_bounds');
  expect(await said({ validFrom: '2026-04-12' })).toBe('day_is_wrong');
  expect(await said({ why: ' ' })).toBe('say_why');
  expect(await said({})).toBe('set');
  const row = sql`insert into payments.commission_rules (id, bps, valid_from, source) values (gen_random_uuid(), 501, '2026-01-01', 'x')`;
  await expect(town.house.db.query(row)).rejects.toThrow('at_most_five_per_cent');
  await expect(
    town.house.db.query(sql`update payments.payees set commission = commission + 1 where commission > 0`),
  ).rejects.toThrow('commission_at_most_five_per_cent');
});

test('a way to pay is changed from a day on, and ended; each way to be refused', async () => {
  const input: ChangeMethodInput = {
    code: 'pix',
    validFrom: '2026-04-14',
    windowMinutes: 15,
    limits: { BRL: { least: 100, most: 500_000 } },
    why: 'Night limits',
  };
  const said = async (change: Partial<ChangeMethodInput>, by = ruler) => {
    const answer = await town.does(changeMethod, { ...input, ...change }, by);
    return answer.ok ? 'changed' : answer.refusal.no;
  };
  expect(await said({}, treasurer)).toBe('only_staff_for_rules_may');
  expect(await said({ code: 'cheque' })).toBe('method_not_known');
  expect(await said({ validFrom: '2026-04-12' })).toBe('day_is_wrong');
  expect(await said({ countries: ['Brazil'] })).toBe('country_is_not_known');
  expect(await said({ currencies: ['XYZ'] })).toBe('currency_is_not_known');
  expect(await said({ windowMinutes: 0 })).toBe('time_is_out_of_bounds');
  expect(await said({ why: '' })).toBe('say_why');
  expect(await said({})).toBe('changed');
  const pix = async (minor = 1000n) =>
    (await town.asks(methodsFor, { country: 'BR', currency: 'BRL', amount: money('BRL', minor) })).find(
      (one) => one.code === 'pix',
    )?.window;
  expect(await pix()).toBe(30);
  await town.later({ days: 1 });
  expect(await pix()).toBe(15);
  expect(await pix(99n)).toBeUndefined();
  expect(await said({ ends: true, validFrom: '2026-04-15' })).toBe('changed');
  expect(await pix()).toBe(15);
  await town.later({ days: 1 });
  expect(await pix()).toBeUndefined();
  expect(
    must(await town.asks(paymentRules, undefined as never, ruler))
      .methods.filter((one) => one.code === 'pix')
      .map((one) => [one.valid_from, one.valid_to]),
  ).toEqual([
    ['2026-04-14', '2026-04-15'],
    ['2020-11-16', '2026-04-14'],
  ]);
});

test('the desk finds a payment by any of its ids, by state, and in pages', async () => {
  const cup = order(eur('3.00'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('3.00'));
  const find = async (query: DeskQuery) => must(await town.asks(paymentsForDesk, query, treasurer));
  for (const text of [payment, purchase, cup.order, theirs])
    expect((await find({ text })).payments.map((one) => one.id)).toEqual([payment]);
  expect((await find({ text: 'nothing' })).payments).toEqual([]);
  expect((await find({ state: 'waiting' })).payments).toMatchObject([
    { id: payment, orders: [cup.order], amount: 300n },
  ]);
  expect((await find({ state: 'waiting', method: 'pix' })).payments).toEqual([]);
  const all = (await find({})).payments.map((one) => one.id);
  const first = await find({ limit: 2 });
  const second = await find({ limit: 2, before: first.next! });
  expect([...first.payments, ...second.payments].map((one) => one.id)).toEqual(all.slice(0, 4));
  expect(await town.asks(paymentsForDesk, {}, person('luc'))).toMatchObject({ ok: false });
  await pays(town, await opens(town, [order(eur('1.00'))]), eur('1.00'));
});

test('what is held for a store is what it will be paid for open orders', async () => {
  const mine = '01900000-0000-7000-8000-0000000000cc';
  const one = order(eur('10.00'), eur('10.00'), { store: mine });
  const two = order(eur('5.00'), eur('5.00'), { store: mine });
  expect(await town.asks(heldForStore, { store: mine })).toEqual([]);
  await pays(town, await opens(town, [one, two]), eur('15.00'));
  expect(await town.asks(heldForStore, { store: mine })).toEqual([{ currency: 'EUR', minor: 1500n, orders: 2 }]);
  await releases(town, one);
  expect(await town.asks(heldForStore, { store: mine })).toEqual([{ currency: 'EUR', minor: 500n, orders: 1 }]);
});

test('staff give money back and ask the provider now; each refusal', async () => {
  const cup = order(eur('4.00'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('4.00'));
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(theirs);
  await town.settles();
  town.world.provider.faults();
  expect(await town.does(lookNow, { payment }, person('luc'))).toMatchObject({
    refusal: { no: 'only_staff_for_money_may' },
  });
  expect(await town.does(lookNow, { payment: purchase }, treasurer)).toMatchObject({
    refusal: { no: 'payment_not_known' },
  });
  must(await town.does(lookNow, { payment }, treasurer));
  const { rows: noted } = await town.house.db.query(
    sql`select deed from platform.audit where subject = ${`payment:${payment}`}`,
  );
  expect(noted).toEqual([{ deed: 'provider_asked' }]);
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });

  const back = { order: cup.order, currency: 'EUR', minor: 100, why: 'A scratch' };
  const said = async (change: Partial<typeof back>, by = treasurer) => {
    const answer = await town.does(refundByDesk, { ...back, ...change }, by);
    return answer.ok ? 'done' : answer.refusal.no;
  };
  expect(await said({}, person('luc'))).toBe('only_staff_for_money_may');
  expect(await said({ why: ' ' })).toBe('say_why');
  expect(await said({ currency: 'BRL' })).toBe('nothing_to_refund');
  expect(await said({ minor: 401 })).toBe('more_than_was_paid');
  expect(await said({})).toBe('done');
  expect(await pictureOf(town, cup)).toMatchObject({ refunded: eur('1.00') });
});

test('the buyer who comes back has it asked at once, but not with every look at the page', async () => {
  const purchase = await opens(town, [order(eur('4.10'))]);
  const { payment, theirs } = await waits(town, purchase, eur('4.10'));
  expect(await town.does(askAgain, { purchase })).toMatchObject({ ok: true, value: { asked: 1 } });
  expect(await town.does(askAgain, { purchase })).toEqual({ ok: false, refusal: { no: 'nothing_to_ask' } });
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(theirs);
  town.world.provider.faults();
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
});

test('part of the money came and nothing waits for the rest: the desk is told', async () => {
  const cup = order(eur('9.00'));
  const purchase = await opens(town, [cup]);
  await pays(town, purchase, eur('4.00'));
  const stuck = must(await town.asks(stuckMoney, undefined as never, treasurer)).stuck.filter(
    (one) => one.purchase === purchase,
  );
  expect(stuck).toMatchObject([{ why: 'paid_in_part_and_nothing_waits', order: cup.order, amount: 400n }]);
  must(await expects(town, purchase, eur('5.00')));
  expect(
    must(await town.asks(stuckMoney, undefined as never, treasurer)).stuck.filter((one) => one.purchase === purchase),
  ).toEqual([]);
});

test('a webhook of a payment that is not ours waits for a person, and the desk sees it', async () => {
  const provider = town.world.provider;
  const body = {
    reference: 'somebody-elses',
    method: 'card',
    amount: { currency: 'EUR', minor: 100 },
    description: 'x',
    return_url: 'http://localhost/',
    customer: { name: 'x', email: 'x@example.com', country: 'FR' },
    expires_at: '2026-12-01T00:00:00Z',
    locale: 'en',
  };
  const headers = {
    authorization: `Bearer ${town.house.config.world.providerKey}`,
    'content-type': 'application/json',
    'idempotency-key': 'x',
  };
  await fetch(`${town.house.config.world.provider}/v1/payments`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  provider.pay(provider.ofReference('somebody-elses')[0]!.id);
  await town.settles();
  const { failed } = must(await town.asks(webhooksForDesk, undefined as never, treasurer));
  expect(failed).toMatchObject([{ type: 'payment.paid', error: 'payment_not_known', attempts: 1 }]);
  const path = `/desk/webhooks/payments/${failed[0]!.id}/attempts`;
  expect((await post(path, { why: 'again' }, 'luc')).status).toBe(403);
  expect((await post(path, { why: 'again' }, 'tea')).status).toBe(200);
});

test('the provider pays out a day: finance hears of it', async () => {
  await town.later({ days: 1, hours: 3 });
  const { rows } = await town.house.db.query(
    sql`select body from platform.facts where name = 'payments.provider_settled'`,
  );
  const settled = (rows as { body: { currency: string; provider: string; gross: { currency: string } } }[]).map(
    ({ body }) => body,
  );
  expect(settled.length).toBeGreaterThan(0);
  expect(settled[0]).toMatchObject({ provider: 'harbour', gross: { currency: 'EUR' } });
});

test('over HTTP: everybody sees the methods, the payer the payments, the store its money, staff the rest', async () => {
  expect((await get('/payment-methods?country=FR&currency=EUR&minor=500')).body.methods).toMatchObject([
    { code: 'card', window: 30 },
  ]);
  expect((await get('/payment-methods?country=FRA&currency=EUR')).status).toBe(400);
  const cup = order(eur('2.00'));
  const purchase = await opens(town, [cup]);
  await waits(town, purchase, eur('2.00'));
  expect((await get(`/purchases/${purchase}/payments`, 'luc')).body.payments).toMatchObject([
    { state: 'waiting', amount: { currency: 'EUR', minor: 200 } },
  ]);
  for (const asker of ['', 'mei']) expect((await get(`/purchases/${purchase}/payments`, asker)).status).toBe(404);
  expect((await get(`/orders/${cup.order}/money`, 'mei')).body).toMatchObject({
    due: { minor: 200 },
    held: { minor: 0 },
  });
  expect((await get(`/orders/${cup.order}/money`, 'luc')).status).toBe(404);
  expect((await get(`/orders/${cup.order}/money`)).status).toBe(401);
  expect([(await get('/purchases/7/payments', 'luc')).status, (await get('/orders/7/money', 'mei')).status]).toEqual([
    404, 404,
  ]);
  expect(await post('/desk/payments/7/looks', {}, 'tea')).toMatchObject({ status: 404 });
  expect(await post('/desk/payments/7/return', { why: 'x' }, 'tea')).toMatchObject({ status: 409 });
  expect(await post('/desk/refund-parts/7/attempts', { why: 'x' }, 'tea')).toMatchObject({ status: 404 });
  expect(await post('/desk/orders/7/refunds', { why: 'x' }, 'tea')).toMatchObject({ status: 409 });
  for (const path of ['/desk/payments', '/desk/payments/stuck', '/desk/payments/webhooks', '/desk/payment-rules']) {
    expect([path, (await get(path)).status, (await get(path, 'luc')).status, (await get(path, 'tea')).status]).toEqual([
      path,
      401,
      403,
      200,
    ]);
  }
  expect(
    await post('/desk/commission-rules', { bps: 400, validFrom: '2027-01-01', why: 'A year of less' }, 'tea'),
  ).toMatchObject({ status: 403, no: 'only_staff_for_rules_may' });
  expect(
    await post('/desk/commission-rules', { bps: 400, validFrom: '2027-01-01', why: 'A year of less' }, 'rita'),
  ).toMatchObject({ status: 200 });
  expect(
    await post('/desk/payment-methods/cheque', { validFrom: '2027-01-01', why: 'Nobody writes them' }, 'rita'),
  ).toMatchObject({ status: 404, no: 'method_not_known' });
  expect(await post(`/desk/orders/${cup.order}/refunds`, { why: 'Nothing was paid' }, 'tea')).toMatchObject({
    status: 409,
    no: 'nothing_to_refund',
  });
  expect(await post('/webhooks/payments', { type: 'payment.paid', data: {} })).toMatchObject({
    status: 401,
    no: 'webhook_is_not_believed',
  });
});

test('a slip is shown only when its numbers hold, mean one slip, and carry the amount and the day', () => {
  const slip = {
    barcode: '00197164100000150000500940144816060680935031',
    line: '00190.50095 40144.816069 06809.350314 7 16410000015000',
    dueDate: '2026-11-25',
  };
  const today = '2026-11-22';
  expect(slipProblem(slip, 15_000n, today)).toBeUndefined();
  expect(slipProblem(undefined, 15_000n, today)).toBe('slip_is_missing');
  expect(slipProblem({ ...slip, barcode: slip.barcode.replace(/^001/, '002') }, 15_000n, today)).toBe(
    'slip_numbers_are_wrong',
  );
  expect(slipProblem({ ...slip, line: '23793.38128 60007.827136 95000.063305 9 75520000370000' }, 15_000n, today)).toBe(
    'slip_numbers_are_wrong',
  );
  expect(slipProblem(slip, 15_001n, today)).toBe('slip_amount_differs');
  expect(slipProblem({ ...slip, dueDate: '2026-11-26' }, 15_000n, today)).toBe('slip_day_differs');
});
