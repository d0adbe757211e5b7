import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyOf as amount } from '#kernel/money';
import { must } from '#kernel/result';
import { fxClearing, fxGainLoss, fxMarginIncome, importRates, revalue } from '#modules/exchange';
import {
  bank,
  commissionIncome,
  escrow,
  giveBackSuspense,
  pspReceivable,
  refundByHand,
  refundPayable,
  reportPayment,
  sellerPayable,
  shippingPayable,
  stuckMoney,
  tryRefundAgain,
} from './index.ts';
import {
  balances,
  booksHold,
  facts,
  luc,
  opens,
  openTown,
  order,
  pays,
  person,
  pictureOf,
  refunds,
  releases,
  store,
  treasurer,
  waits,
} from './town.testing.ts';
import type { Town } from './town.testing.ts';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const eur = (text: string) => amount('EUR', text);
const brl = (text: string) => amount('BRL', text);
const cny = (text: string) => amount('CNY', text);
const kwd = (text: string) => amount('KWD', text);
const jpy = (text: string) => amount('JPY', text);
/** What the act changed in these accounts. */
async function moves(accounts: string[], act: () => Promise<unknown>): Promise<Record<string, bigint>> {
  const before = await balances(town, ...accounts);
  await act();
  const after = await balances(town, ...accounts);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    names.map((name) => [name, (after[name] ?? 0n) - (before[name] ?? 0n)]).filter(([, moved]) => moved !== 0n),
  );
}
const paidOrder = async (...args: Parameters<typeof order>) => {
  const one = order(...args);
  const purchase = await opens(town, [one]);
  return { one, purchase, ...(await pays(town, purchase, one.due)) };
};

test('before the release the whole goes back out of escrow, by the card that paid', async () => {
  const { one, theirs } = await paidOrder(eur('88.00'));
  const moved = await moves([escrow(one.order), pspReceivable('harbour')], async () => {
    must(await refunds(town, one));
    await town.settles();
  });
  expect(moved).toEqual({ [`${escrow(one.order)} EUR`]: -8800n, 'psp_receivable/harbour EUR': -8800n });
  expect(town.world.provider.payment(theirs)).toMatchObject({ status: 'refunded' });
  expect(await facts(town, 'order_refunded')).toContainEqual(
    expect.objectContaining({ order: one.order, amount: { currency: 'EUR', amount: '88.00' }, whole: true }),
  );
  expect(await refunds(town, one)).toEqual({ ok: false, refusal: { no: 'nothing_to_refund' } });
  expect(await releases(town, one)).toMatchObject({ seller: eur('0'), commission: eur('0') });
});

test('in part, then the rest released: the seller gets what is left, and the commission is of that', async () => {
  const { one } = await paidOrder(eur('40.00'));
  expect(await refunds(town, one, eur('40.01'))).toEqual({
    ok: false,
    refusal: { no: 'more_than_was_paid', left: eur('40.00') },
  });
  expect(await refunds(town, one, eur('0'))).toEqual({ ok: false, refusal: { no: 'nothing_to_refund' } });
  expect(await refunds(town, order(eur('1.00')))).toEqual({ ok: false, refusal: { no: 'nothing_to_refund' } });
  must(await refunds(town, one, eur('10.00')));
  await town.settles();
  expect(await releases(town, one)).toEqual({ seller: eur('28.50'), commission: eur('1.50'), carriage: eur('0') });
  expect(await pictureOf(town, one)).toMatchObject({
    refunded: eur('10.00'),
    returned: eur('10.00'),
    held: eur('0'),
    refunds: [{ amount: eur('10.00'), states: ['done'] }],
  });
});

test('after the release the seller gives it back, and we our commission in proportion; the line keeps its carriage', async () => {
  const { one } = await paidOrder(eur('88.00'), eur('88.00'), { carriage: eur('8.00'), carriageTo: 'rail' });
  expect(await releases(town, one)).toEqual({ seller: eur('76.00'), commission: eur('4.00'), carriage: eur('8.00') });
  const accounts = [sellerPayable(store), commissionIncome, shippingPayable('rail'), pspReceivable('harbour')];
  const half = await moves(accounts, async () => {
    must(await refunds(town, one, eur('44.00')));
    await town.settles();
  });
  expect(half).toEqual({
    [`${sellerPayable(store)} EUR`]: -4200n,
    'commission_income EUR': -200n,
    'psp_receivable/harbour EUR': -4400n,
  });
  const rest = await moves(accounts, async () => {
    must(await refunds(town, one));
    await town.settles();
  });
  expect(rest).toEqual({
    [`${sellerPayable(store)} EUR`]: -4200n,
    'commission_income EUR': -200n,
    'psp_receivable/harbour EUR': -4400n,
  });
  expect(await pictureOf(town, one)).toMatchObject({
    toSeller: eur('-8.00'),
    commission: eur('0'),
    toLine: eur('8.00'),
    refunded: eur('88.00'),
  });
  expect(await booksHold(town)).toEqual([]);
});

test('over several payments the newest goes back first', async () => {
  const one = order(eur('50.00'));
  const purchase = await opens(town, [one]);
  const first = await pays(town, purchase, eur('30.00'));
  town.house.clock.advance({ minutes: 1 });
  expect(await pictureOf(town, one)).toMatchObject({ paid: eur('30.00'), held: eur('30.00'), paidAt: null });
  const second = await pays(town, purchase, eur('20.00'));
  must(await refunds(town, one, eur('25.00')));
  await town.settles();
  expect(town.world.provider.payment(second.theirs)).toMatchObject({ status: 'refunded' });
  expect(town.world.provider.payment(first.theirs)).toMatchObject({
    status: 'partly_refunded',
    refunded: { minor: 500 },
  });
  const said = await facts(town, 'order_refunded');
  expect(said.filter((fact) => fact['order'] === one.order)).toMatchObject([
    { whole: false, amount: { amount: '25.00' } },
  ]);
});

test('an order paid in part and then refunded takes no more money: what comes goes back', async () => {
  const one = order(eur('50.00'));
  const purchase = await opens(town, [one]);
  await pays(town, purchase, eur('30.00'));
  const other = await waits(town, purchase, eur('20.00'));
  must(await refunds(town, one));
  town.world.provider.pay(other.theirs);
  await town.settles();
  expect(town.world.provider.payment(other.theirs)).toMatchObject({ status: 'refunded' });
  expect(await pictureOf(town, one)).toMatchObject({ paid: eur('30.00'), refunded: eur('30.00'), held: eur('0') });
  expect(await booksHold(town)).toEqual([]);
});

test('across currencies the buyer gets the original amount; the margin goes back, and what the rate did since is ours', async () => {
  // 200 yuan were 147.17 reais at the middle, and cost 149.38.
  const { one } = await paidOrder(cny('200.00'), brl('149.38'));
  const accounts = [escrow(one.order), fxClearing, fxMarginIncome, fxGainLoss];
  expect(await balances(town, ...accounts)).toEqual({
    [`${escrow(one.order)} CNY`]: 20000n,
    'fx_clearing BRL': 14717n,
    'fx_clearing CNY': -20000n,
    'fx_margin_income BRL': 221n,
  });

  town.house.clock.advance({ days: 1 });
  must(
    await town.does(importRates, {
      source: 'ECB',
      day: '2026-04-14',
      rates: [
        { currency: 'CNY', rate: '7.9827' },
        { currency: 'BRL', rate: '6.1000' },
      ],
    }),
  );
  await town.settles();
  const half = await moves(accounts, async () => {
    must(await refunds(town, one, brl('74.69')));
    await town.settles();
  });
  // Half the goods, 100 yuan, are worth 76.42 reais today: of them 73.58 are owed back at the old middle, 2.84 are won; 1.11 of 2.21 of margin go back.
  expect(half).toEqual({
    [`${escrow(one.order)} CNY`]: -10000n,
    'fx_clearing CNY': 10000n,
    'fx_clearing BRL': -7642n,
    'fx_gain_loss BRL': 283n,
    'fx_margin_income BRL': -110n,
  });
  await town.settles();
  must(await refunds(town, one));
  await town.settles();
  expect(await balances(town, escrow(one.order), fxMarginIncome)).toEqual({});
  expect(await pictureOf(town, one)).toMatchObject({
    refunded: brl('149.38'),
    margin: brl('0'),
    returned: cny('200.00'),
  });
  // What is left open in reais is valued, and wins and losses cancel out: the money never was changed.
  must(await town.does(revalue, { day: '2026-04-20' }));
  const won = await balances(town, fxGainLoss);
  const inCents = ((won['fx_gain_loss BRL'] ?? 0n) * 10_000n) / 61_000n + (won['fx_gain_loss EUR'] ?? 0n);
  expect(inCents >= -1n && inCents <= 1n).toBe(true);
  expect(await booksHold(town)).toEqual([]);
});

test('currencies without cents and with three digits', async () => {
  const yen = await paidOrder(jpy('1001'));
  expect(await releases(town, yen.one)).toMatchObject({ seller: jpy('951'), commission: jpy('50') });
  const dinar = await paidOrder(kwd('1.999'));
  expect(await releases(town, dinar.one)).toMatchObject({ seller: kwd('1.900'), commission: kwd('0.099') });
  must(await refunds(town, dinar.one, kwd('0.001')));
  must(await refunds(town, dinar.one));
  await town.settles();
  expect(await pictureOf(town, dinar.one)).toMatchObject({
    refunded: kwd('1.999'),
    toSeller: kwd('0'),
    commission: kwd('0'),
  });
});

test('a boleto has no way back: its money goes by transfer and arrives days later', async () => {
  const lamp = order(brl('30.00'));
  const purchase = await opens(town, [lamp]);
  const expiresAt = new Date(town.house.clock.now().getTime() + 3 * 86_400_000);
  await pays(town, purchase, brl('30.00'), { method: 'boleto', expiresAt });
  must(await refunds(town, lamp));
  await town.settles();
  expect((await pictureOf(town, lamp)).refunds).toMatchObject([{ doneAt: null, states: ['sent'] }]);
  expect((await facts(town, 'order_refunded')).filter((fact) => fact['order'] === lamp.order)).toEqual([]);
  await town.later({ days: 2, minutes: 1 });
  expect((await pictureOf(town, lamp)).refunds).toMatchObject([{ states: ['done'] }]);
  expect((await facts(town, 'order_refunded')).filter((fact) => fact['order'] === lamp.order)).toHaveLength(1);
});

test('a refund whose answer or webhook is lost is settled by asking, and done once', async () => {
  const lost = await paidOrder(eur('11.00'));
  town.world.provider.faults({ webhooks: 'lost' });
  must(await refunds(town, lost.one));
  await town.settles();
  town.world.provider.faults();
  await town.later({ minutes: 11 });
  expect((await pictureOf(town, lost.one)).refunds).toMatchObject([{ states: ['done'] }]);

  for (const api of ['timeout_after', 'error_500'] as const) {
    const { one, theirs } = await paidOrder(eur('12.00'));
    town.world.provider.faults({ api, webhooks: 'lost', hang_ms: 20 });
    must(await refunds(town, one));
    await town.settles();
    for (let n = 0; n < 4; n++) await town.later({ seconds: 8 });
    expect((await pictureOf(town, one)).refunds[0]!.states).not.toEqual(['done']);
    town.world.provider.faults();
    await town.later({ minutes: 20 });
    expect((await pictureOf(town, one)).refunds).toMatchObject([{ states: ['done'] }]);
    expect(town.world.provider.refundsOf(theirs)).toHaveLength(1);
  }
  expect(await booksHold(town)).toEqual([]);
});

test('a refund that fails stays owed and is shown to the desk, which tries again or pays by hand', async () => {
  const { one } = await paidOrder(eur('13.00'));
  town.world.provider.faults({ refunds: 'failed' });
  const { refund } = must(await refunds(town, one));
  await town.settles();
  const stuck = async () =>
    must(await town.asks(stuckMoney, undefined as never, treasurer)).stuck.filter((one) => one.refund === refund);
  expect(await stuck()).toMatchObject([
    { why: 'refund_failed', order: one.order, amount: 1300n, problem: 'account_closed' },
  ]);
  expect(await balances(town, refundPayable(refund))).toEqual({ [`${refundPayable(refund)} EUR`]: 1300n });

  const part = (await stuck())[0]!.part!;
  const why = 'The buyer has another card';
  const again = (by = treasurer, reason = why) => town.does(tryRefundAgain, { part, why: reason }, by);
  expect(await again(person('luc'))).toEqual({ ok: false, refusal: { no: 'only_staff_for_money_may' } });
  expect(await again(treasurer, ' ')).toEqual({ ok: false, refusal: { no: 'say_why' } });
  expect(await again()).toEqual({ ok: true, value: { attempt: 2 } });
  expect(await again()).toEqual({ ok: false, refusal: { no: 'no_such_failed_refund' } });
  await town.settles();
  expect(await stuck()).toHaveLength(1);
  town.world.provider.faults();
  const moved = await moves([bank, refundPayable(refund)], async () => {
    must(await town.does(refundByHand, { part, why: 'Paid by transfer 4711' }, treasurer));
    await town.settles();
  });
  expect(moved).toEqual({ 'bank EUR': -1300n, [`${refundPayable(refund)} EUR`]: -1300n });
  expect(await stuck()).toEqual([]);
  expect(await facts(town, 'order_refunded')).toContainEqual(
    expect.objectContaining({ order: one.order, whole: true }),
  );
  expect(await booksHold(town)).toEqual([]);
});

test('the desk gives back what came in another amount than agreed', async () => {
  const one = order(eur('21.00'));
  const purchase = await opens(town, [one]);
  const { payment, theirs } = await waits(town, purchase, eur('21.00'));
  town.world.provider.pay(theirs);
  must(
    await town.does(reportPayment, {
      provider: 'harbour',
      told: { id: theirs, reference: payment, status: 'paid', amount: eur('20.00') },
    }),
  );
  const gives = (by = treasurer, why = 'Not what was agreed') => town.does(giveBackSuspense, { payment, why }, by);
  expect(await gives(person('luc'))).toEqual({ ok: false, refusal: { no: 'only_staff_for_money_may' } });
  expect(await gives(treasurer, '')).toEqual({ ok: false, refusal: { no: 'say_why' } });
  must(await gives());
  expect(await gives()).toEqual({ ok: false, refusal: { no: 'nothing_in_suspense' } });
  await town.settles();
  expect(town.world.provider.payment(theirs)).toMatchObject({ refunded: { minor: 2000 } });
  expect(await balances(town, `suspense/${payment}`)).toEqual({});
  expect(luc.country).toBe('FR');
});
