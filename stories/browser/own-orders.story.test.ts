/** The orders of one person: found again, by pages and by words. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { must } from '#kernel/result';
import { enrol } from '#modules/parties';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Buyer, Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

const en = sayIn('en');

inBrowser('One’s own orders', () => {
  let town: BrowserTown;
  let mei: Seller;
  let ana: Buyer;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen', { stock: 100 });
    ana = town.buyer('Ana, São Paulo');
    const about = { email: 'ana@people.test', name: 'Ana', locale: 'en', country: 'BR', currency: 'BRL' };
    const { person } = must(await town.does(system, enrol, about));
    // She is known, not somebody of whom only a cookie tells.
    Object.assign(ana.actor, { id: person, kind: 'person', name: 'Ana' });
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);

  test('Ana has none, then twenty-one: she turns the page, and finds one by its number', async () => {
    const page = await town.page('Ana', { phone: true });
    await town.signsIn(page, ana.actor);
    await page.goto(town.at('/account/orders'));
    await page.getByText(en('orders.none')).waitFor();
    await flawless(page);
    for (let n = 0; n < 21; n++) await ana.orders(mei.kettle);
    await page.reload();
    const lines = page.locator('main li:has(.sum)');
    expect(await lines.count()).toBe(20);
    await flawless(page);
    await page.getByRole('link', { name: en('pager.next') }).click();
    await page.waitForURL('**before=*');
    expect(await lines.count()).toBe(1);
    const number = /[A-Z0-9]{2,}(?:-[A-Z0-9]+)+|\d{6,}/.exec((await lines.first().textContent())!)![0];

    await page.goto(town.at('/account/orders'));
    await page.getByRole('searchbox', { name: en('orders.search') }).fill(number);
    await page.getByRole('searchbox', { name: en('orders.search') }).press('Enter');
    await page.waitForURL('**q=*');
    expect(await lines.count()).toBe(1);
    await page.getByRole('searchbox', { name: en('orders.search') }).fill('umbrella');
    await page.getByRole('searchbox', { name: en('orders.search') }).press('Enter');
    await page.getByText(en('orders.none_found')).waitFor();
    await flawless(page);
  });
});
