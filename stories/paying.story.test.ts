import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '#kernel/result';
import type { Placed } from '#modules/trade';
import { openTown } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen', { stock: 500 });
});
beforeEach(() => {
  ana = town.buyer('Ana, São Paulo');
});
afterAll(() => town.close());

const challenged = '4000 0027 6000 3184';
const declined = '4000 0000 0000 0002';
const neverAnswers = '4000 0000 0000 0341';

/** Where the buyer pays, as the purchase's page shows it. */
async function pageOf(placed: Placed): Promise<string> {
  const { payments } = await ana.purchase(placed);
  return payments.find((one) => one.state === 'waiting')!.redirectUrl!;
}

/** Types into the provider's own page. */
async function types(page: string, form: Record<string, string>): Promise<Response> {
  return fetch(page, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}
const card = (number: string) => ({ number, expiry: '04/30', cvc: '123', holder: 'ANA SOUZA', installments: '1' });

test('a card asks for a code: a wrong one is refused, the right one pays, and the way back leads to the purchase', async () => {
  const bought = await ana.orders(mei.kettle);
  const page = await pageOf(bought);

  expect((await types(page, card(challenged))).headers.get('location')).toMatch(/\/challenge$/);
  expect((await types(`${page}/challenge`, { code: '000000' })).status).toBe(402);
  await town.settle();
  expect(await ana.state(bought.orders[0]!.order)).toBe('placed');

  await types(page, card(challenged));
  const back = await types(`${page}/challenge`, { code: '123456' });
  expect(back.headers.get('location')).toContain(`/purchases/${bought.purchase}?key=${bought.secret}`);
  await town.settle();
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
});

test('a card is declined and another one pays, in the same purchase', async () => {
  const bought = await ana.orders(mei.kettle);
  const page = await pageOf(bought);
  expect((await types(page, card(declined))).status).toBe(402);
  expect((await types(page, card('5555 5555 5555 4444'))).status).toBe(303);
  await town.settle();
  expect((await ana.purchase(bought)).payments).toMatchObject([{ state: 'paid' }]);
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
});

test('three cards are declined: the payment fails, says why, and the buyer pays another way within the time', async () => {
  const bought = await ana.orders(mei.kettle);
  await ana.pays(bought, declined);
  expect((await ana.purchase(bought)).payments).toMatchObject([{ state: 'failed', problem: 'card_declined' }]);
  expect(await ana.state(bought.orders[0]!.order)).toBe('placed');

  must(await ana.paysAgain(bought, 'pix'));
  await ana.pays(bought);
  expect((await ana.purchase(bought)).payments.map(({ method, state }) => [method, state])).toEqual([
    ['pix', 'paid'],
    ['card', 'failed'],
  ]);
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
});

test('whoever chose a slip and then pays by Pix owes the slip no more', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'boleto' });
  const slip = (await ana.purchase(bought)).payments[0]!;
  must(await ana.paysAgain(bought, 'pix'));
  expect(town.world.provider.ofReference(slip.payment)).toMatchObject([{ status: 'cancelled' }]);
  await ana.pays(bought);
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
  expect(await ana.paysAgain(bought, 'card')).toMatchObject({ ok: false, refusal: { no: 'nothing_waits_for_money' } });
});

test('a card is charged and nobody ever says so: the house asks, and finds it paid', async () => {
  const bought = await ana.orders(mei.kettle);
  await ana.pays(bought, neverAnswers);
  await town.later({ seconds: 40 });
  expect(await ana.state(bought.orders[0]!.order)).toBe('placed');

  await town.later({ minutes: 2 });
  await town.round();
  expect((await ana.purchase(bought)).payments).toMatchObject([{ state: 'paid' }]);
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
});

test('Pix is paid within minutes, from the code that the page shows', async () => {
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const { pix, expiresAt } = (await ana.purchase(bought)).payments[0]!;
  expect(pix!.emv).toMatch(/^000201.*6304[0-9A-F]{4}$/);
  expect(expiresAt.getTime() - town.house.clock.now().getTime()).toBeLessThanOrEqual(60 * 60_000);

  await town.later({ minutes: 4 });
  town.world.provider.payPix(pix!.emv);
  await town.settle();
  expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
});

test('two stores in one purchase: one payment, two orders, each with its own money and its own way', async () => {
  const hao = await town.seller('Hao, Jingdezhen', { price: 90, carriage: 25 });
  must(await ana.lays(hao.kettle, 2));
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  const of = (seller: Seller) => bought.orders.find((one) => one.store === seller.store)!.order;
  expect(bought.orders).toHaveLength(2);
  await ana.pays(bought);
  expect((await ana.purchase(bought)).payments).toHaveLength(1);
  expect(await town.holds(of(mei), 'CNY')).toEqual({ currency: 'CNY', minor: 23_000n });
  expect(await town.holds(of(hao), 'CNY')).toEqual({ currency: 'CNY', minor: 20_500n });

  // Hao is out of kettles after all; Mei's order goes on.
  must(await hao.cancels(of(hao), 'The last two are chipped.'));
  must(await mei.dispatches(of(mei)));
  await town.carries(of(mei), 'delivered');
  must(await ana.accepts(of(mei)));
  expect(await ana.state(of(hao))).toBe('refunded');
  expect(await ana.state(of(mei))).toBe('completed');
  const [payment] = (await ana.purchase(bought)).payments;
  const back = (await ana.sees(of(hao))).money!.refunded;
  expect(town.world.provider.ofReference(payment!.payment)).toMatchObject([
    { status: 'partly_refunded', refunded: { minor: Number(back.minor) } },
  ]);
  expect(await mei.balance()).toEqual({ currency: 'CNY', minor: 21_850n });
  expect((await hao.balance()).minor).toBe(0n);
  await town.verifies();
});
