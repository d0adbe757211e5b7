import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { makeTrackingNumber } from '#kernel/tracking-number';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { countActs, measured } from './acts.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, taken } from './trade/hands.ts';

const en = sayIn('en');
const shipTenMost = 5;

inBrowser('Mei ships ten orders', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    for (let n = 0; n < 10; n++) await bought(`Buyer ${n}`, 'line:meridian');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  async function bought(name: string, carriage: string): Promise<string> {
    const buyer = town.buyer(name);
    const placed = await buyer.orders(mei.kettle, { carriage: { [mei.store]: carriage } });
    await buyer.pays(placed);
    return placed.orders[0]!.order;
  }

  test('with labels, in few acts', async () => {
    const page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
    const acts = await countActs(page);
    await page.goto(town.at('/seller'));
    await page
      .getByRole('link', { name: en('seller.nav.orders') })
      .first()
      .click();
    await page.getByLabel(en('seller.orders.choose_all', { count: 10 })).click();
    await page
      .getByRole('status')
      .getByText(en('seller.orders.chosen', { count: 10 }))
      .waitFor();
    await button(page, en('seller.orders.book_labels')).click();
    await page.getByText(en('seller.batch.waiting', { count: 10 })).waitFor();
    await town.settle();
    // The page looks again by itself; the labels are one paper.
    const print = page.getByRole('link', { name: en('seller.batch.print', { count: 10 }) });
    const paper = await taken(page, print);
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    expect(paper.toString('latin1')).toContain('/Count 10');
    measured('ship_ten', acts, shipTenMost);
    expect(await town.faults(page)).toEqual([]);

    await page.getByRole('link', { name: en('seller.orders.pick') }).click();
    await page.getByText(en('seller.pick.sum', { orders: 10, pieces: 10 })).waitFor();
    expect(await town.faults(page)).toEqual([]);
    await page.getByRole('link', { name: en('seller.orders.packing') }).click();
    await page.getByRole('article').nth(9).waitFor();
    expect(await town.faults(page)).toEqual([]);
    await page.goto(town.at('/seller/orders'));
    expect(await town.faults(page)).toEqual([]);
  });

  test('by her own carrier, with a pasted column; a wrong number stops only its own order', async () => {
    const page = await town.page('Mei');
    for (const name of ['Ana', 'Bia', 'Caio']) await bought(name, 'seller:standard');
    await page.goto(town.at('/seller/orders?carriage=seller'));
    // By keys: the arrow with Shift ticks on the way.
    const boxes = page.getByRole('checkbox', { name: /^Choose order/ });
    await boxes.first().focus();
    for (let n = 0; n < 2; n++) await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(en('seller.orders.chosen', { count: 3 })).waitFor();
    await page.getByRole('button', { name: en('seller.orders.say_numbers') }).click();
    await page.getByLabel(en('seller.ship.carrier'), { exact: true }).selectOption('post');
    const good = [1, 2].map((n) => makeTrackingNumber('RR', 22_345_670 + n, 'CN'));
    await page.getByText(en('seller.batch.column'), { exact: true }).click();
    await page.getByLabel(en('seller.batch.column_label')).fill([good[0], 'nonsense', good[1]].join('\n'));
    await page.getByRole('button', { name: en('seller.batch.ship') }).click();
    await page.getByText(en('seller.batch.some_shipped', { count: 2, wrong: 1 })).waitFor();
    expect(await page.getByRole('textbox', { name: /Bia|Ana|Caio/ }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: /Bia/ }).inputValue()).toBe('nonsense');
    expect(await town.faults(page)).toEqual([]);
  });

  test('and has her own program told of it', async () => {
    const page = await town.page('Mei');
    await page.goto(town.at('/seller/webhooks'));
    await page.getByLabel(en('seller.webhooks.url')).fill('http://127.0.0.1:9/hook');
    await page.getByRole('checkbox', { name: 'order.dispatched' }).check();
    await page.getByRole('button', { name: en('seller.webhooks.add_now') }).click();
    await page.getByText(/^whsec_/).waitFor();
    expect(await town.faults(page)).toEqual([]);
    await page.getByRole('button', { name: en('seller.webhooks.test') }).click();
    await page.getByText(en('seller.webhooks.tested')).waitFor();
    expect(await page.getByText(/^whsec_/).count()).toBe(0);
    await town.settle();
    await page.reload();
    await page.getByRole('link', { name: en('seller.webhooks.event.webhook.test') }).click();
    await page.getByText('ECONNREFUSED').first().waitFor();
    expect(await town.faults(page)).toEqual([]);
  });
});
