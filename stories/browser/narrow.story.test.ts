/**
 * Every page of every door on a narrow phone, in a house that has had some trade: nothing is pushed aside, no script fails,
 * nothing that a page asks for is missing. What anybody may see of the shop also in the language that runs the other way and
 * in the one with the widest signs: nothing jumps while it comes, and readers find nothing in the way.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addressOf, routesWith } from '../doors/pages.ts';
import { openEverybody } from '../doors/people.ts';
import type { Everybody } from '../doors/people.ts';
import { inBrowser, opening, seatBefore } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { onDesktop, onPhone, sideways } from './faults.ts';

/** Counts from the first moment how far things move by themselves, as browsers count it. */
const countJumps = `(() => {
  globalThis.jumped = 0;
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) globalThis.jumped += value;
  }).observe({ type: 'layout-shift', buffered: true });
})()`;
/** Two frames after the page stands still: by then the observer has heard of all that moved. */
const jumps = (page: Page) =>
  page.evaluate<number>(
    'document.fonts.ready.then(() => new Promise((tell) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => tell(jumped))))))',
  );
/** The framework starts its router when the page is all there; pages without it are there at once. */
const isAlive = (page: Page) =>
  page.evaluate<boolean>(
    `history.scrollRestoration === 'manual' || ![...document.scripts].some((one) => one.textContent.includes('.start('))`,
  );

inBrowser('On a narrow phone', () => {
  let all: Everybody;
  let town: BrowserTown;
  beforeAll(async () => {
    town = await seatBefore(async () => (all = await openEverybody({ pages: true })).town);
    // The same twice over: lists of more than one, with equal days and sums.
    for (const name of ['Rita', 'Nuno']) {
      const buyer = town.buyer(name);
      await buyer.pays(await buyer.orders(all.things['live.variant']!, { quantity: 2 }));
    }
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
    `/products/${all.things['live.product']}`,
    `/products/${all.things['live.product']}/questions`,
    '/products/none',
    `/stores/${all.things['store']}`,
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

  test.for([
    ['ar', onPhone],
    ['zh-CN', onDesktop],
  ] as const)('all that anybody may see, in %s', { timeout: 240_000 }, async ([locale, way]) => {
    const page = await town.page(`somebody who reads ${locale}`, { phone: true, locale });
    await page.addInitScript(countJumps);
    const looks = async (path: string, state = '') => {
      await page.goto(town.at(`/${locale}${path}`));
      expect.soft(await page.evaluate('document.documentElement.lang'), path).toBe(locale);
      expect.soft(await jumps(page), path).toBeLessThan(0.05);
      expect.soft(await sideways(page), path).toBeLessThanOrEqual(0);
      expect.soft(await town.faults(page, [way]), `${locale} ${path} ${state}`).toEqual([]);
    };
    for (const path of pages()) await looks(path);
    await page.goto(town.at(`/${locale}/products/${all.things['live.product']}`));
    await page.locator('form.buy button').click();
    await page.waitForURL(`**/${locale}/cart?added*`);
    for (const path of ['/cart', '/checkout']) await looks(path, 'with goods in the cart');
  });

  /** Mei has no such thing yet; what is seen there is that it says so. */
  const unmade = [
    '/desk/books/accounts/[...account]',
    '/seller/import/[sheet]',
    '/seller/products/batches/[batch]',
    '/seller/store/design/section',
  ];
  const doors = [
    { door: 'the shop', who: 'ana', has: (route: string) => !/^\/(seller|desk)(\/|$)/.test(route) },
    { door: 'the seller centre', who: 'owner', has: (route: string) => /^\/seller(\/|$)/.test(route) },
    { door: 'the desk', who: 'admin', has: (route: string) => /^\/desk(\/|$)/.test(route) },
  ] as const;

  test.for(doors)('every page of $door', { timeout: 240_000 }, async ({ who, has }) => {
    const page = await town.page(who, { phone: true });
    const [name, value] = all.headers(who)['cookie']!.split('=') as [string, string];
    await page.context().addCookies([{ name, value, url: town.url, httpOnly: true, sameSite: 'Lax' }]);
    const missing: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 400 && !answer.request().isNavigationRequest())
        missing.push(`${page.url()}: ${answer.status()} ${answer.url()}`);
    });
    const opened: string[] = [];
    const routes = routesWith('+page.svelte').filter(has);
    const things = { ...all.things, ...(who === 'ana' && { product: all.things['live.product']!, topic: 'paying' }) };
    for (const route of routes) {
      const answer = await page.goto(town.at(addressOf(route, things)));
      if (answer?.status() === 200) opened.push(route);
      await expect.poll(() => isAlive(page), { message: route, interval: 20, timeout: 10_000 }).toBe(true);
      expect.soft(await sideways(page), route).toBeLessThanOrEqual(0);
    }
    expect(missing).toEqual([]);
    expect(routes.filter((route) => !opened.includes(route))).toEqual(unmade.filter(has));
  });
});
