/** The orders of one person: found again, by pages and by words. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
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

  test('she cancels one that is paid, and is told by which way her money comes back', async () => {
    const page = await town.page('Ana');
    const placed = await ana.orders(mei.kettle, { method: 'pix' });
    await ana.pays(placed);
    await page.goto(town.at(`/orders/${placed.orders[0]!.order}`));
    await page.getByText(en('order.cancel'), { exact: true }).click();
    await page.getByRole('radio', { name: en('order.reason.ordered_by_mistake') }).check();
    await page.getByLabel(en('order.reason.words')).fill('I ordered it twice.');
    await page.getByRole('button', { name: en('order.cancel_now') }).click();
    await page.getByText(en('order.refund_under_way'), { exact: true }).waitFor();
    await page.getByText(en('order.back_pix', { amount: '' }).trim()).waitFor();
    await page
      .getByText(`${en('order.reason.ordered_by_mistake')}. I ordered it twice.`)
      .first()
      .waitFor();
    await flawless(page);
    await town.settle();
    await page.reload();
    await page.getByText(en('order.refund_done'), { exact: true }).waitFor();
  });

  test('on a train without a connection she reads her order as she last saw it, and is told so', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/account/orders'));
    // The worker wakes with the first page that is lively.
    await page.goto(town.at('/'));
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    await page.goto(town.at('/account/orders'));
    await page.locator('main li:has(.sum) a').first().click();
    await page.waitForURL('**/orders/*');
    const order = page.url();
    const number = (await page.getByRole('heading', { level: 1 }).textContent())!;
    expect(await page.getByText(en('offline.kept')).isVisible()).toBe(false);

    await page.context().setOffline(true);
    await page.goto(town.at('/cart'));
    await page.getByRole('heading', { name: en('offline.title') }).waitFor();
    await flawless(page);
    await page
      .getByRole('region', { name: en('offline.kept_orders') })
      .getByRole('link')
      .first()
      .click();
    await page.waitForURL(order);
    await page.getByText(en('offline.kept')).waitFor();
    expect(await page.locator('time[data-kept-at]').textContent()).toMatch(/\d/);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(number);
    expect(await page.evaluate(`getComputedStyle(document.body).fontFamily`)).toContain('system-ui');
    await flawless(page);

    await page.context().setOffline(false);
    await page.reload();
    expect(await page.getByText(en('offline.kept')).isVisible()).toBe(false);
    // Who signs out leaves nothing behind on a shared telephone.
    await page.goto(town.at('/sign-out'));
    await page
      .getByRole('main')
      .getByRole('button', { name: en('shell.sign_out') })
      .click();
    await page.getByRole('heading', { name: en('account.signed_out') }).waitFor();
    await page.context().setOffline(true);
    await page.goto(order);
    await page.getByRole('heading', { name: en('offline.title') }).waitFor();
    expect(await page.getByText(en('offline.kept_orders')).isVisible()).toBe(false);
    await page.context().setOffline(false);
  });

  test('a link to a product or a store looks like something elsewhere, and the shop can be kept as an app', async () => {
    const page = await town.page('somebody');
    for (const path of [`/pt-BR/products/${mei.product}`, `/pt-BR/stores/${mei.store}`]) {
      await page.goto(town.at(path));
      const told = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
      expect(await told('title')).toBe(await page.title());
      expect(await told('locale')).toBe('pt_BR');
      const picture = await page.request.get((await told('image'))!);
      expect(picture.headers()['content-type']).toBe('image/jpeg');
      expect(await sharp(await picture.body()).metadata()).toMatchObject({ width: 1200, height: 630, format: 'jpeg' });
    }
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(page.url());
    const manifest = (await (await page.request.get(town.at('/ar/manifest.webmanifest'))).json()) as {
      dir: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest.dir).toBe('rtl');
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
    for (const { src, sizes } of manifest.icons.filter((one) => one.src.endsWith('.png'))) {
      const { width, height } = await sharp(await (await page.request.get(town.at(src))).body()).metadata();
      expect(`${width}x${height}`).toBe(sizes);
    }
  });
});
