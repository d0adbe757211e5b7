import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { orderNumber } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { monthsOf, requestPayout, statementCsv, statementOf } from './index.ts';
import type { Statement, StatementLine, StatementWanted } from './index.ts';
import { cny, openTown, staff, worker } from './house.testing.ts';
import type { Town } from './house.testing.ts';

let town: Town;
let store: string;
let mei: Actor;
let orders: string[];

beforeAll(async () => {
  town = await openTown();
  ({ store, mei } = await town.store());
  // March: two sales, one of them carried by the line. April: a payout. May: a sale and another payout.
  const { clock } = town.house;
  orders = [await town.sells(store, 50_000)];
  clock.advance({ days: 2 });
  orders.push(await town.sells(store, 20_000, 3_000));
  clock.set(new Date('2026-04-10T09:00:00Z'));
  must(await town.does(mei, requestPayout, { store, amount: cny(30_000) }));
  await town.settles();
  clock.set(new Date('2026-05-05T09:00:00Z'));
  orders.push(await town.sells(store, 10_000));
  clock.advance({ hours: 1 });
  must(await town.does(mei, requestPayout, { store, amount: cny(20_000) }));
  await town.settles();
});
afterAll(() => town.close());

const statement = async (wanted: Partial<StatementWanted> = {}): Promise<Statement> =>
  must(await town.asks(mei, statementOf, { store, ...wanted }));
const short = ({ kind, minor, balance }: StatementLine) => [kind, minor, balance];

test('a month with its lines, newest first, and a running balance', async () => {
  const march = await statement({ from: '2026-03-01', to: '2026-03-31' });
  expect(march).toMatchObject({ opening: 0n, closing: 63_500n, next: null, currency: 'CNY' });
  expect(march.lines.map(short)).toEqual([
    ['sale', 16_000n, 63_500n],
    ['sale', 47_500n, 47_500n],
  ]);
});

test('each sale says what the buyer’s money was and where the rest of it went', async () => {
  const { lines } = await statement({ from: '2026-03-01', to: '2026-03-31' });
  expect(lines[0]).toMatchObject({
    number: orderNumber(orders[1]!),
    reference: orders[1],
    sale: { gross: 20_000n, commission: 1_000n, carriage: 3_000n },
  });
  for (const { minor, sale } of lines) expect(sale!.gross).toBe(minor + sale!.commission + sale!.carriage);
});

test('this month is what is said when no days are; its closing is what there is now', async () => {
  expect(await statement()).toMatchObject({ from: '2026-05-01', to: '2026-05-05', opening: 33_500n, closing: 23_000n });
  expect((await statement()).lines.map(short)).toEqual([
    ['payout', -20_000n, 23_000n],
    ['sale', 9_500n, 43_000n],
  ]);
});

test('pages go on where the one before ended, and the balance with them', async () => {
  const whole = await statement({ from: '2026-01-01', to: '2026-12-31' });
  const lines: StatementLine[] = [];
  let page = await statement({ from: '2026-01-01', to: '2026-12-31', limit: 2 });
  for (;;) {
    lines.push(...page.lines);
    if (!page.next) break;
    expect(page.opening).toBeNull();
    page = await statement({ from: '2026-01-01', to: '2026-12-31', limit: 2, before: page.next });
  }
  expect(lines).toEqual(whole.lines);
  expect([whole.lines.length, page.opening, whole.opening]).toEqual([5, 0n, 0n]);
});

test('what is looked for is found by a part of its number or by its amount, with the balance it left', async () => {
  const span = { from: '2026-01-01', to: '2026-12-31' };
  const whole = (await statement(span)).lines;
  const number = orderNumber(orders[1]!);
  const part = number.slice(2).toLowerCase();
  for (const wanted of [{ number: part }, { number: number.replace('-', ' ') }]) {
    const found = await statement({ ...span, ...wanted });
    expect(found).toMatchObject({ opening: null, next: null, closing: 23_000n });
    expect(found.lines).toEqual(whole.filter((line) => line.number === number));
    expect(found.lines).toHaveLength(1);
  }
  expect((await statement({ ...span, amount: 30_000 })).lines.map(short)).toEqual([['payout', -30_000n, 33_500n]]);
  expect((await statement({ ...span, number: 'nothing', amount: 9_500 })).lines.map(short)).toEqual([
    ['sale', 9_500n, 43_000n],
  ]);
  expect((await statement({ ...span, number: 'nothing' })).lines).toEqual([]);

  // In pages, each as the same search goes on; a digit of a number stands in several.
  const digit = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].find(
    (one) => orders.filter((order) => orderNumber(order).includes(one)).length > 1,
  )!;
  const all = (await statement({ ...span, number: digit })).lines;
  const first = await statement({ ...span, number: digit, limit: 1 });
  const second = await statement({ ...span, number: digit, limit: 1, before: first.next! });
  expect([...first.lines, ...second.lines]).toEqual(all.slice(0, 2));
});

test('days before the first line and after the last are empty, with what there was', async () => {
  expect(await statement({ from: '2025-01-01', to: '2025-12-31' })).toMatchObject({
    opening: 0n,
    closing: 0n,
    lines: [],
  });
  expect(await statement({ from: '2026-04-20', to: '2026-04-30' })).toMatchObject({
    opening: 33_500n,
    closing: 33_500n,
    lines: [],
  });
  expect(await statement({ from: '2026-03-01', to: '2026-03-31', currency: 'EUR' })).toMatchObject({
    opening: 0n,
    closing: 0n,
    lines: [],
  });
});

test('months that are over are written down, also those that were slept through; the same statement either way', async () => {
  const before = await Promise.all(
    ['03', '04'].map((month) => statement({ from: `2026-${month}-01`, to: `2026-${month}-30` })),
  );
  await Promise.all([town.periodic('finance.close_months'), town.periodic('finance.close_months')]);
  await town.periodic('finance.close_months');
  expect(await town.asks(mei, monthsOf, { store })).toEqual({
    months: [
      { month: '2026-04-01', currency: 'CNY', opening: 63_500n, closing: 33_500n, lines: 1 },
      { month: '2026-03-01', currency: 'CNY', opening: 0n, closing: 63_500n, lines: 2 },
    ],
  });
  expect(
    await Promise.all(['03', '04'].map((month) => statement({ from: `2026-${month}-01`, to: `2026-${month}-30` }))),
  ).toEqual(before);
  await expect(town.house.db.query('update finance.statements set closing = 0')).rejects.toThrow(/never changed/);
  town.house.clock.set(new Date('2026-06-01T00:30:00Z'));
  await town.periodic('finance.close_months');
  expect((await town.asks(mei, monthsOf, { store }))!.months).toHaveLength(2);
  town.house.clock.set(new Date('2026-06-01T01:30:00Z'));
  await town.periodic('finance.close_months');
  expect((await town.asks(mei, monthsOf, { store }))!.months[0]).toEqual({
    month: '2026-05-01',
    currency: 'CNY',
    opening: 33_500n,
    closing: 23_000n,
    lines: 2,
  });
});

test('as comma-separated values: one line for each line, amounts in plain notation', async () => {
  const { name, csv } = must(await town.asks(mei, statementCsv, { store, from: '2026-03-01', to: '2026-04-30' }));
  expect(name).toBe('statement-2026-03-01-2026-04-30-CNY.csv');
  const [head, payout, sale, , ...rest] = csv.split('\r\n');
  expect(head).toBe('date,kind,order,payout,gross,commission,carriage,amount,balance,currency');
  expect(payout).toMatch(/^2026-04-10T09:00:00\.000Z,payout,,[0-9a-f-]{36},,,,-300\.00,335\.00,CNY$/);
  expect(sale).toBe(`2026-03-04T09:00:00.000Z,sale,${orderNumber(orders[1]!)},,200.00,10.00,30.00,160.00,635.00,CNY`);
  expect(rest).toEqual(['']);
});

test('statements are for the store’s people for money and the desk; days must be days', async () => {
  for (const by of [worker(store, 'orders'), worker(newId(town.house.clock.now()), 'owner'), staff('orders')]) {
    expect(await town.asks(by, statementOf, { store })).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
    expect(await town.asks(by, statementCsv, { store })).toEqual({ ok: false, refusal: { no: 'store_not_found' } });
    expect(await town.asks(by, monthsOf, { store })).toBeUndefined();
  }
  expect(await town.asks(mei, statementOf, { store, from: '2026-05-09', to: '2026-05-01' })).toEqual({
    ok: false,
    refusal: { no: 'days_are_not_a_span' },
  });
  expect(await town.asks(mei, statementOf, { store, from: '2026-02-30' })).toEqual({
    ok: false,
    refusal: { no: 'days_are_not_a_span' },
  });
  expect(await town.asks(staff('money'), statementOf, { store: 'x' })).toEqual({
    ok: false,
    refusal: { no: 'store_not_found' },
  });
  expect(await town.asks(system, statementOf, { store })).toMatchObject({ ok: true });
});
