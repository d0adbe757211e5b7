import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBoleto } from '#kernel/boleto';
import { money, moneyOf as amount } from '#kernel/money';
import { must } from '#kernel/result';
import {
  commissionIncome,
  escrow,
  giveUpPayment,
  methodsFor,
  pspReceivable,
  reportPayment,
  sellerPayable,
  stuckMoney,
} from './index.ts';
import {
  balances,
  booksHold,
  expects,
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
  stateOf,
  treasurer,
  waits,
} from './town.testing.ts';
import type { Town } from './town.testing.ts';
import { ok } from '#kernel/result';
import type { Work } from '#platform/work';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const eur = (text: string) => amount('EUR', text);
const brl = (text: string) => amount('BRL', text);
const at = (days: number) => new Date(town.house.clock.now().getTime() + days * 86_400_000);
const givesUp = (purchase: string) =>
  town.does(
    async (work: Work, input: { purchase: string }) => {
      await giveUpPayment(work, input);
      return ok();
    },
    { purchase },
  );

test('the ways to pay are those of the country, its money and the amount', async () => {
  const codes = async (country: string, currency: string, minor?: bigint) =>
    (
      await town.asks(methodsFor, {
        country,
        currency,
        ...(minor === undefined ? {} : { amount: money(currency, minor) }),
      })
    ).map((one) => one.code);
  expect(await codes('BR', 'BRL')).toEqual(['card', 'pix', 'boleto']);
  expect(await codes('BR', 'BRL', 499n)).toEqual(['card', 'pix']);
  expect(await codes('FR', 'EUR')).toEqual(['card']);
  expect(await codes('RU', 'EUR')).toEqual([]);
  expect(await codes('FR', 'XOF')).toEqual([]);
  const [card, , boleto] = await town.asks(methodsFor, { country: 'BR', currency: 'BRL' });
  expect(card).toMatchObject({ window: 30, needs: [], installments: 12, provider: 'harbour' });
  expect(boleto).toMatchObject({ window: 4320, needs: ['tax_id'], installments: 1 });
});

test('Luc pays by card on the provider page: both orders are full at once, and the books say so', async () => {
  const [kettle, cup] = [order(eur('40.00')), order(eur('12.50'))];
  const purchase = await opens(town, [kettle, cup]);
  const { payment, theirs } = await waits(town, purchase, eur('52.50'));
  const waiting = await stateOf(town, purchase, payment);
  expect(waiting).toMatchObject({ state: 'waiting', method: 'card', amount: eur('52.50') });
  expect(waiting.redirectUrl).toMatch(new RegExp(`^${town.world.url}/pay/p/`));

  town.world.provider.pay(theirs);
  await town.settles();
  const paid = await stateOf(town, purchase, payment);
  expect(paid).toMatchObject({ state: 'paid' });
  expect(paid.redirectUrl).toBeUndefined();
  expect(await balances(town, escrow(kettle.order), escrow(cup.order))).toEqual({
    [`${escrow(kettle.order)} EUR`]: 4000n,
    [`${escrow(cup.order)} EUR`]: 1250n,
  });
  const orders = [kettle.order, cup.order].sort();
  expect(await facts(town, 'orders_paid')).toContainEqual({ orders, purchase, payment, late: false });
  expect(await booksHold(town)).toEqual([]);
});

test('forty euros come in: thirty-eight for the seller, two for the house, none left behind', async () => {
  const kettle = order(eur('40.00'));
  const before = (await balances(town, commissionIncome))[`${commissionIncome} EUR`] ?? 0n;
  const purchase = await opens(town, [kettle]);
  await pays(town, purchase, eur('40.00'));
  const owed = (await balances(town, sellerPayable(kettle.store)))[`${sellerPayable(kettle.store)} EUR`] ?? 0n;
  expect(await releases(town, kettle)).toEqual({ seller: eur('38.00'), commission: eur('2.00'), carriage: eur('0') });
  expect(await releases(town, kettle)).toEqual({ seller: eur('38.00'), commission: eur('2.00'), carriage: eur('0') });
  expect(await balances(town, escrow(kettle.order))).toEqual({});
  expect((await balances(town, sellerPayable(kettle.store)))[`${sellerPayable(kettle.store)} EUR`]).toBe(owed + 3800n);
  expect((await balances(town, commissionIncome))[`${commissionIncome} EUR`]).toBe(before + 200n);
  expect(await pictureOf(town, kettle)).toMatchObject({
    due: eur('40.00'),
    paid: eur('40.00'),
    held: eur('0'),
    toSeller: eur('38.00'),
    commission: eur('2.00'),
  });
  expect(await booksHold(town)).toEqual([]);
});

test('a declined card fails the payment, says why, and another one may be tried', async () => {
  const cup = order(eur('9.00'));
  const purchase = await opens(town, [cup]);
  const first = await waits(town, purchase, eur('9.00'));
  town.world.provider.pay(first.theirs, { card: '4000000000009995' });
  await town.settles();
  expect(await stateOf(town, purchase, first.payment)).toMatchObject({
    state: 'failed',
    problem: 'insufficient_funds',
  });
  expect(await facts(town, 'payment_failed')).toContainEqual({
    payment: first.payment,
    purchase,
    why: 'insufficient_funds',
  });
  const second = await waits(town, purchase, eur('9.00'));
  town.world.provider.pay(second.theirs, { card: '4000002760003184' });
  await town.settles();
  expect(await stateOf(town, purchase, second.payment)).toMatchObject({ state: 'paid' });
  expect(await pictureOf(town, cup)).toMatchObject({ held: eur('9.00') });
});

test('a charge whose answer never comes is found by asking', async () => {
  const cup = order(eur('9.10'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('9.10'));
  town.world.provider.pay(theirs, { card: '4000000000000341' });
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'waiting' });
  await town.later({ minutes: 3 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
});

test('Ana pays her boleto at the bank two days later; its numbers are the ones that a bank reads', async () => {
  const lamp = order(brl('150.00'));
  const purchase = await opens(town, [lamp]);
  const { payment } = await waits(town, purchase, brl('150.00'), { method: 'boleto', expiresAt: at(3) });
  const { boleto } = await stateOf(town, purchase, payment);
  expect(boleto!.line).toMatch(/^\d{5}\.\d{5} \d{5}\.\d{6} \d{5}\.\d{6} \d \d{14}$/);
  const read = must(readBoleto(boleto!.line, '2026-04-13'));
  expect(read).toMatchObject({ barcode: boleto!.barcode, amountMinor: 15000n, due: boleto!.dueDate });
  await town.later({ days: 2 });
  town.world.provider.paySlip(boleto!.line);
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
  expect(await pictureOf(town, lamp)).toMatchObject({ held: brl('150.00') });
});

test('a boleto that nobody pays expires; paid at the counter afterwards it is late, and said so', async () => {
  const lamp = order(brl('160.00'));
  const purchase = await opens(town, [lamp]);
  const { payment } = await waits(town, purchase, brl('160.00'), { method: 'boleto', expiresAt: at(3) });
  const { line } = (await stateOf(town, purchase, payment)).boleto!;
  await town.later({ days: 3, minutes: 1 });
  const expired = await stateOf(town, purchase, payment);
  expect(expired).toMatchObject({ state: 'expired' });
  expect(expired.boleto).toBeUndefined();
  expect(await facts(town, 'payment_expired')).toContainEqual({ payment, purchase });
  await town.later({ days: 1 });
  town.world.provider.paySlip(line);
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
  expect(await facts(town, 'orders_paid')).toContainEqual({ orders: [lamp.order], purchase, payment, late: true });
});

test('a late boleto whose webhook is lost is found by one of the last looks', async () => {
  const lamp = order(brl('161.00'));
  const purchase = await opens(town, [lamp]);
  const { payment } = await waits(town, purchase, brl('161.00'), { method: 'boleto', expiresAt: at(3) });
  const { line } = (await stateOf(town, purchase, payment)).boleto!;
  await town.later({ days: 3, hours: 2 });
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.paySlip(line);
  await town.settles();
  town.world.provider.faults();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'expired' });
  await town.later({ days: 1 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
});

test('Pix is a code to scan, paid within minutes', async () => {
  const lamp = order(brl('20.00'));
  const purchase = await opens(town, [lamp]);
  const { payment } = await waits(town, purchase, brl('20.00'), { method: 'pix' });
  const { pix } = await stateOf(town, purchase, payment);
  town.world.provider.payPix(pix!.emv);
  await town.settles();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
});

test('webhooks that are doubled, late, out of order or badly signed at first end in one capture', async () => {
  for (const webhooks of ['twice', 'late', 'out_of_order', 'bad_signature'] as const) {
    const cup = order(eur('7.00'));
    const purchase = await opens(town, [cup]);
    const { payment, theirs } = await waits(town, purchase, eur('7.00'));
    town.world.provider.faults({ webhooks, late_ms: 60_000 });
    town.world.provider.pay(theirs);
    await town.settles();
    town.world.provider.faults();
    await town.later({ minutes: 1 });
    expect([webhooks, (await stateOf(town, purchase, payment)).state]).toEqual([webhooks, 'paid']);
    expect(await pictureOf(town, cup)).toMatchObject({ held: eur('7.00') });
  }
});

test('a lost webhook is made good by asking', async () => {
  const cup = order(eur('7.10'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('7.10'));
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(theirs);
  await town.settles();
  town.world.provider.faults();
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'waiting' });
  await town.later({ minutes: 3 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
});

test('a provider that does it and never answers is asked again under the same key: one payment there', async () => {
  const purchase = await opens(town, [order(eur('7.20'))]);
  town.world.provider.faults({ api: 'timeout_after', hang_ms: 20 });
  const { payment } = await waits(town, purchase, eur('7.20'));
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'created' });
  town.world.provider.faults();
  await town.later({ seconds: 2 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'waiting' });
  expect(town.world.provider.ofReference(payment)).toHaveLength(1);
});

test('a provider that is down makes the payment unknown; asking settles it, whether it had heard of it or not', async () => {
  for (const api of ['error_500', 'timeout_after'] as const) {
    const purchase = await opens(town, [order(eur('7.30'))]);
    town.world.provider.faults({ api, hang_ms: 20 });
    const { payment } = await waits(town, purchase, eur('7.30'));
    for (let n = 0; n < 4; n++) await town.later({ seconds: 8 });
    expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'unknown' });
    await town.later({ minutes: 15 });
    expect(must(await town.asks(stuckMoney, undefined as never, treasurer)).stuck).toContainEqual(
      expect.objectContaining({ payment, why: 'provider_does_not_answer' }),
    );
    town.world.provider.faults();
    await town.later({ minutes: 10 });
    expect([api, (await stateOf(town, purchase, payment)).state]).toEqual([api, 'waiting']);
    expect(town.world.provider.ofReference(payment)).toHaveLength(1);
    await givesUp(purchase);
    await town.settles();
  }
});

test('a provider that stays silent beyond the time to pay does not hold the order up; what it then says still counts', async () => {
  const cup = order(eur('7.40'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('7.40'));
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(theirs);
  await town.settles();
  town.world.provider.faults({ api: 'error_500' });
  for (let n = 0; n < 5; n++) await town.later({ minutes: 10 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'expired' });
  town.world.provider.faults();
  await town.later({ hours: 2 });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid' });
  expect(await facts(town, 'orders_paid')).toContainEqual({ orders: [cup.order], purchase, payment, late: true });
});

test('what the provider will not have fails with its own word', async () => {
  const purchase = await opens(town, [order(eur('7.50'))]);
  const { payment } = await waits(town, purchase, eur('7.50'), { returnUrl: 'not a place' });
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'failed', problem: 'not_understood' });
});

test('given up, it is cancelled there too; a payment made at that very moment counts as late', async () => {
  const [cup, pot] = [order(eur('7.60')), order(eur('7.70'))];
  const [first, second] = [await opens(town, [cup]), await opens(town, [pot])];
  const [one, other] = [await waits(town, first, eur('7.60')), await waits(town, second, eur('7.70'))];
  await givesUp(first);
  await town.settles();
  expect(await stateOf(town, first, one.payment)).toMatchObject({ state: 'cancelled' });
  expect(town.world.provider.payment(one.theirs)).toMatchObject({ status: 'cancelled' });

  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(other.theirs);
  town.world.provider.faults();
  await givesUp(second);
  await town.settles();
  expect(await stateOf(town, second, other.payment)).toMatchObject({ state: 'paid' });
  expect(await facts(town, 'orders_paid')).toContainEqual({
    orders: [pot.order],
    purchase: second,
    payment: other.payment,
    late: true,
  });
});

test('paid twice, by a slip given up and by card: the second goes back by itself', async () => {
  const lamp = order(brl('80.00'));
  const purchase = await opens(town, [lamp]);
  const slip = await waits(town, purchase, brl('80.00'), { method: 'boleto', expiresAt: at(3) });
  // At the bank he has paid it, but nobody hears of it, nor does the provider hear that it is given up.
  town.world.provider.faults({ webhooks: 'lost' });
  town.world.provider.pay(slip.theirs);
  town.world.provider.faults({ api: 'error_500' });
  await givesUp(purchase);
  await town.settles();
  town.world.provider.faults();
  await pays(town, purchase, brl('80.00'), { customer: { ...luc, country: 'BR' } });
  await town.later({ seconds: 5 });
  expect(await stateOf(town, purchase, slip.payment)).toMatchObject({ state: 'paid', problem: 'paid_twice' });
  expect(await pictureOf(town, lamp)).toMatchObject({ paid: brl('80.00'), held: brl('80.00'), refunded: brl('0') });
  await town.later({ days: 3 });
  expect(town.world.provider.payment(slip.theirs)).toMatchObject({ status: 'refunded' });
  expect(await balances(town, `suspense/${slip.payment}`)).toEqual({});
  expect(await booksHold(town)).toEqual([]);
});

test('an amount that is not the agreed one is believed by nobody: suspense, and the desk', async () => {
  const cup = order(eur('8.00'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await waits(town, purchase, eur('8.00'));
  const told = { id: theirs, reference: payment, status: 'paid' as const, amount: eur('0.80') };
  expect(await town.does(reportPayment, { provider: 'somebody', told })).toEqual({
    ok: false,
    refusal: { no: 'payment_not_known' },
  });
  must(await town.does(reportPayment, { provider: 'harbour', told }));
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'paid', problem: 'amount_differs' });
  expect(await balances(town, escrow(cup.order), `suspense/${payment}`)).toEqual({ [`suspense/${payment} EUR`]: 80n });
  expect(must(await town.asks(stuckMoney, undefined as never, treasurer)).stuck).toContainEqual(
    expect.objectContaining({ why: 'amount_differs', payment, amount: 80n }),
  );
  must(await town.does(reportPayment, { provider: 'harbour', told: { ...told, amount: eur('8.00') } }));
  expect(await pictureOf(town, cup)).toMatchObject({ held: eur('0') });
});

test('a payment that the provider made for another sum is shown to nobody', async () => {
  const purchase = await opens(town, [order(eur('8.10'))]);
  const { payment } = must(await expects(town, purchase, eur('8.10')));
  const told = {
    id: 'theirs-1',
    reference: payment,
    status: 'pending' as const,
    amount: eur('81.00'),
    redirectUrl: 'http://localhost/pay',
  };
  must(await town.does(reportPayment, { provider: 'harbour', told }));
  expect(await stateOf(town, purchase, payment)).toMatchObject({ state: 'failed', problem: 'amount_differs' });
});

test('money that came twice under one name is not passed over: a person sees it', async () => {
  const cup = order(eur('8.20'));
  const purchase = await opens(town, [cup]);
  const { payment, theirs } = await pays(town, purchase, eur('8.20'));
  const told = { id: theirs, reference: payment, status: 'paid' as const, amount: eur('8.20') };
  expect(await town.does(reportPayment, { provider: 'harbour', told })).toMatchObject({ ok: true });
  const again = await town.does(reportPayment, { provider: 'harbour', told: { ...told, id: 'theirs-2' } });
  expect(again).toEqual({ ok: false, refusal: { no: 'paid_before_as_another_payment' } });
  expect(await pictureOf(town, cup)).toMatchObject({ held: eur('8.20') });
});

test('an order of nothing is paid at once', async () => {
  const sample = order(eur('0'));
  const purchase = await opens(town, [sample]);
  expect(await facts(town, 'orders_paid')).toContainEqual({
    orders: [sample.order],
    purchase,
    payment: null,
    late: false,
  });
  expect(await releases(town, sample)).toMatchObject({ seller: eur('0') });
});

test('each refusal of an expected payment', async () => {
  const purchase = await opens(town, [order(brl('50.00')), order(brl('0.50'))]);
  const said = async (text: string, change: Parameters<typeof expects>[3] = {}) => {
    const answer = await expects(town, purchase, brl(text), { method: 'boleto', ...change });
    return answer.ok ? 'expected' : answer.refusal.no;
  };
  const ana = { name: 'Ana', email: 'ana@example.com', country: 'BR' };
  expect(await said('50.00', { method: 'cheque' })).toBe('method_not_offered');
  expect(await said('50.00', { customer: luc })).toBe('method_not_offered');
  expect(await said('50.00', { expiresAt: town.house.clock.now() })).toBe('method_not_offered');
  expect(await said('4.99')).toBe('amount_out_of_range');
  expect(await said('50.00', { customer: ana })).toBe('tax_id_is_needed');
  expect(await said('50.00', { customer: { ...ana, taxId: '231.002.999-00' } })).toBe('tax_id_is_wrong');
  expect(await said('50.51')).toBe('more_than_is_due');
  expect(await said('50.00', { customer: { ...ana, taxId: '12.ABC.345/01DE-35' } })).toBe('expected');
  expect(await said('0.51', { method: 'pix' })).toBe('more_than_is_due');
  expect(await said('0.50', { method: 'pix' })).toBe('expected');
});

test('sums that do not fit are bugs of ours, not refusals', async () => {
  await expect(opens(town, [])).rejects.toThrow('no payee');
  await expect(opens(town, [order(eur('5.00'), eur('6.00'))])).rejects.toThrow('is due for');
  await expect(opens(town, [{ ...order(eur('5.00')), lines: [] }])).rejects.toThrow('lines and carriage make');
  await expect(opens(town, [order(eur('5.00')), order(brl('5.00'))])).rejects.toThrow('paid in one currency');
  const unpaid = order(eur('5.00'));
  await opens(town, [unpaid]);
  await expect(releases(town, unpaid)).rejects.toThrow('not paid in full');
  await expect(releases(town, order(eur('5.00')))).rejects.toThrow('No escrow was opened');
  await expect(refunds(town, unpaid, brl('1.00'))).rejects.toThrow('paid in EUR');
});

test('what customers say of themselves is sealed, and struck when it is needed no more', async () => {
  const purchase = await opens(town, [order(eur('6.00'))]);
  const { payment } = must(await expects(town, purchase, eur('6.00')));
  const kept = async () =>
    (
      (await town.house.db.query(`select customer from payments.payments where id = '${payment}'`)).rows[0] as {
        customer: string | null;
      }
    ).customer;
  expect(await kept()).toMatch(/^v1\./);
  await town.settles();
  town.world.provider.pay(town.world.provider.ofReference(payment)[0]!.id);
  await town.settles();
  expect(await kept()).toBeNull();
  expect(await balances(town, pspReceivable('harbour'))).not.toEqual({});
  expect(person('x').staff).toEqual([]);
});
