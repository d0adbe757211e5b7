import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, field, goes, link, says, title } from './trade/hands.ts';

const en = sayIn('en');

inBrowser('Mei reads her statement', () => {
  let town: BrowserTown;
  let mei: Seller;
  let numbers: string[];
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    numbers = [await sold('Ana', 1), await sold('Bia', 2)];
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  /** From the order to the money in her balance; answers the order's number. */
  async function sold(name: string, quantity: number): Promise<string> {
    const buyer = town.buyer(name);
    const placed = await buyer.orders(mei.kettle, { quantity });
    await buyer.pays(placed);
    const { order } = placed.orders[0]!;
    must(await mei.dispatches(order));
    await town.carries(order, 'delivered');
    must(await buyer.accepts(order));
    return (await buyer.sees(order)).order.number;
  }

  test('finds a sale by its number and by its amount, sees why it came to that, and prints the month', async () => {
    const page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
    await page.goto(town.at('/seller'));
    await goes(page, en('seller.nav.balance'));
    const rows = page.locator('tbody tr');
    await rows.nth(1).waitFor();
    expect(await town.faults(page)).toEqual([]);

    await page.locator('summary', { hasText: en('statement.search') }).click();
    await field(page, en('statement.text')).fill(numbers[0]!.slice(0, 5).toLowerCase());
    await button(page, en('talk.find')).click();
    await page.waitForURL(/text=/);
    expect(await rows.count()).toBe(1);
    await says(rows, numbers[0]!);
    expect(await town.faults(page)).toEqual([]);
    // Two kettles and the carriage, less five per cent.
    await field(page, en('statement.text')).fill('408.50');
    await button(page, en('talk.find')).click();
    await says(rows, numbers[1]!);
    expect(await rows.count()).toBe(1);
    await field(page, en('statement.from')).fill('2026-03-09');
    await field(page, en('statement.to')).fill('2026-03-02');
    await button(page, en('talk.find')).click();
    await says(page, en('statement.wrong_span'));
    expect(await field(page, en('statement.text')).inputValue()).toBe('408.50');
    await link(page, en('statement.search_end')).click();
    await rows.nth(1).waitFor();

    await page.getByRole('link', { name: en('fees.why', { number: numbers[0]! }) }).click();
    await title(page, en('fees.title', { number: numbers[0]! }));
    await says(page, en('fees.rate', { share: 0.05 }));
    await says(page, en('fees.rule.all', { day: 'Jan 1, 2015' }));
    await says(page, en('fees.base_both'));
    await says(page, /1 CNY = 0\.\d+ BRL/);
    expect(await town.faults(page)).toEqual([]);

    await goes(page, en('seller.nav.balance'));
    const href = (await link(page, en('statement.pdf')).getAttribute('href'))!;
    const paper = await page.request.get(town.at(href));
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
