/**
 * Every page of the shop that anybody may see, on a narrow phone, in the language that runs the other way and in the one
 * with the widest signs: nothing is pushed aside, nothing jumps while it comes, and readers find nothing in the way.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

/** How far things moved by themselves until now, as browsers count it. */
const jumps = (page: Page) =>
  page.evaluate<number>(`new Promise((tell) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) sum += value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => tell(sum), 300);
  })`);

inBrowser('On a narrow phone', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const pages = () => [
    '',
    '/categories/kettles',
    '/categories/kettles?available=1',
    '/categories/laptops',
    '/search?q=kettle',
    '/search?q=nothing-like-it',
    `/products/${mei.product}`,
    `/products/${mei.product}/questions`,
    '/products/none',
    `/stores/${mei.store}`,
    '/cart',
    '/help',
    '/help/paying',
    '/help/safety',
    '/preferences',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/account/wishes',
    '/offline',
  ];

  test.for(['ar', 'zh-CN'])('all that anybody may see, in %s', { timeout: 240_000 }, async (locale) => {
    const page = await town.page(`somebody who reads ${locale}`, { phone: true, locale });
    for (const path of pages()) {
      await page.goto(town.at(`/${locale}${path}`));
      expect.soft(await page.evaluate('document.documentElement.lang'), path).toBe(locale);
      expect.soft(await jumps(page), path).toBeLessThan(0.05);
      expect.soft(await town.faults(page), `${locale} ${path}`).toEqual([]);
    }
    // With goods in the cart.
    await page.goto(town.at(`/${locale}/products/${mei.product}`));
    await page.locator('form.buy button').click();
    await page.waitForURL(`**/${locale}/cart?added*`);
    for (const path of ['/cart', '/checkout']) {
      await page.goto(town.at(`/${locale}${path}`));
      expect.soft(await jumps(page), path).toBeLessThan(0.05);
      expect.soft(await town.faults(page), `${locale} ${path}, full`).toEqual([]);
    }
  });
});
