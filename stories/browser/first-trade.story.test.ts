import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeTrackingNumber } from '#kernel/tracking-number';
import { sayIn } from '../../src/lib/server/messages.ts';
import { disagreements } from '../laws.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import * as buyer from './trade/buyer.ts';
import * as desk from './trade/desk.ts';
import { says, seating, title } from './trade/hands.ts';
import type { Hand } from './trade/hands.ts';
import { ordersByKeyboard } from './trade/keyboard.ts';
import { applies, signsUp } from './trade/seller-opens.ts';
import {
  isPaidOut,
  listsTheKettle,
  printsTheLabel,
  saysWhatCarriageCosts,
  ships,
  takesHerStatement,
} from './trade/seller-sells.ts';

const en = sayIn('en');
const pt = sayIn('pt-BR');

inBrowser('The first trade', () => {
  let town: BrowserTown;
  let mei: Hand;
  let vera: Hand;
  let ana: Hand;
  let library: Hand;
  let seated: ReturnType<typeof seating>;
  beforeAll(async () => {
    town = await openBrowserTown();
    seated = seating(town);
    mei = seated(await town.page('Mei'));
    vera = seated(await town.page('Vera'));
    await town.signsIn(vera.page, await town.staff('Vera', ['admission', 'listings', 'orders', 'money', 'admin']));
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  test('Mei opens a store in Shenzhen', async () => {
    await signsUp(mei);
    await applies(mei);
    await desk.admits(vera);
  });

  test('she lists a kettle in two colours', async () => {
    await listsTheKettle(mei);
    await desk.lists(vera);
    await saysWhatCarriageCosts(mei);
  });

  let order = '';
  let product = '';
  test('Ana in São Paulo finds it on her phone, and pays by boleto two days later', async () => {
    const phone = await town.page('Ana', { phone: true, locale: 'pt-BR' });
    product = await buyer.findsTheKettle(seated(phone));
    const total = await buyer.ordersByBoleto(seated(phone), buyer.ana);
    const line = await buyer.keepsTheSlip(seated(phone), total);
    await buyer.findsTheOrderAgain(seated(phone));
    await phone.close();

    // The letter leads her back, from any browser; the bank's page takes what she wrote down.
    await town.later({ days: 2 });
    const letter = await town.linkTo(buyer.ana.email);
    library = seated(await town.page('Ana at the library', { locale: 'pt-BR' }));
    await library.page.goto(letter);
    await title(library.page, pt('purchase.thanks'));
    await buyer.paysAtTheBank(library, line);
    await library.page.goto(letter);
    await title(library.page, pt('purchase.paid'));
    await library.looks('paid');
    await buyer.opensTheOrder(library);

    ana = seated(await town.page('Ana'));
    await ana.page.goto(letter);
    order = await buyer.opensTheOrder(ana);
    await buyer.sees(ana.page, pt('order.state.funded'));
  });

  test('Mei ships it, both follow the parcel, and Ana accepts', async () => {
    const parcel = makeTrackingNumber('RX', 47_312_405, 'CN');
    await ships(mei, order, parcel);
    await buyer.sees(ana.page, pt('order.state.dispatched'), parcel, pt('order.no_scan'));
    town.world.carrier.move(parcel, 'departed');
    await town.settle();
    await buyer.sees(ana.page, pt('order.state.dispatched'), pt('parcel.departed_origin'));
    await ana.looks('on the way');
    await mei.page.reload();
    await says(mei.page, en('parcel.departed_origin'));
    await mei.looks('on the way');
    await town.later({ days: 14 });
    // Meanwhile the house has done its daily rounds: rates have come, days are sealed.
    await town.round();
    town.world.carrier.move(parcel, 'delivered');
    await town.settle();
    // The link of the letter is enough, wherever she is.
    await buyer.sees(library.page, pt('order.state.delivered'));
    await buyer.acceptsTheGoods(library);
    await buyer.sees(ana.page, pt('order.state.completed'));
  });

  test('Mei is paid out less five per cent, and the books are at zero', async () => {
    await town.later({ hours: 1 });
    await isPaidOut(mei, '276.45');
    const [, payout, sale] = await takesHerStatement(mei);
    expect(payout).toContain(',-276.45,0.00,CNY');
    expect(sale).toContain(',291.00,14.55,');
    await desk.looksAfterTheMoney(vera, order, ['CN¥276.45', 'CN¥14.55']);
    await town.verifies();
    expect(await disagreements(town.house, town.world)).toEqual([]);
  });

  test('without JavaScript: from the search to the placed order and its slip', async () => {
    const joao = seated(await town.page('João', { phone: true, locale: 'pt-BR', javaScript: false }));
    await buyer.findsTheKettle(joao);
    const total = await buyer.ordersByBoletoInTwoSteps(joao, buyer.joao);
    await buyer.keepsTheSlip(joao, total, false);
  });

  test('by keyboard alone: from the product to the placed order', async () => {
    const lia = seated(await town.page('Lia', { locale: 'pt-BR' }));
    await lia.page.goto(product);
    await ordersByKeyboard(lia.page, buyer.lia);
    await buyer.paysByPix(lia);
  });

  test('Mei prints the label of the line that was paid, and the first scan ships the order', async () => {
    const { label, parcel } = await printsTheLabel(mei);
    expect(label.subarray(0, 5).toString()).toBe('%PDF-');
    town.world.carrier.move(parcel, 'accepted');
    await town.settle();
    await mei.page.reload();
    await says(mei.page, en('seller.order.state.dispatched'));
    await town.verifies();
    expect(await disagreements(town.house, town.world)).toEqual([]);
  });
});
