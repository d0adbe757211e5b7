import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { productsOfStore, writeTable } from '#modules/catalogue';
import { question } from '#platform/work';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

const en = sayIn('en');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

inBrowser('Mei lists ten products from a spreadsheet', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);

  /** As her old shop exported them. One weighs “heavy”. */
  const rows = (mended: boolean) => [
    [
      'Handle',
      'Title',
      'Vendor',
      'Variant SKU',
      'Variant Grams',
      'Variant Inventory Qty',
      'Variant Price',
      'Country of origin',
      'HS Code',
    ],
    ...Array.from({ length: 10 }, (_, n) => [
      `kettle-${n}`,
      `Sheet kettle ${n}`,
      'Heron',
      `SH-${n}`,
      n === 4 && !mended ? 'heavy' : '900',
      `${n + 1}`,
      `${19 + n}.90`,
      'CN',
      '851610',
    ]),
  ];

  async function sends(page: Page, lines: string[][]): Promise<void> {
    await page.goto(town.at('/seller/import'));
    await flawless(page);
    const buffer = await writeTable('xlsx', lines);
    await page.locator('input[type=file]').setInputFiles({ name: 'old shop.xlsx', mimeType: xlsx, buffer });
    await button(page, en('goods.import.read')).click();
    await page.getByText(en('goods.import.kind.shopify')).waitFor();
    await flawless(page);
    await page.locator('select[name=category]').selectOption('kettles');
    await button(page, en('goods.import.check')).click();
    await page.getByText(en('goods.import.goes_on')).waitFor();
    await town.settle();
    // The page looks again by itself.
    await page.getByText(en('goods.import.checked')).waitFor();
    await flawless(page);
  }

  /** The work is done by the house, and the page looks again by itself. */
  async function checkedAgain(page: Page): Promise<void> {
    await page.getByText(en('goods.import.goes_on')).waitFor();
    await town.settle();
    await page.getByText(en('goods.import.checked')).waitFor();
  }

  async function takes(page: Page, count: number): Promise<void> {
    await button(page, en('goods.import.take', { count })).click();
    await page.getByText(en('goods.import.goes_on')).waitFor();
    await town.settle();
    await page.getByText(en('goods.import.took')).waitFor();
  }

  test('nine are taken, the tenth is mended on the page, and the same file changes nothing', async () => {
    const page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
    await sends(page, rows(false));
    await page.getByText(en('goods.problem.no_weight', { said: 'heavy' })).waitFor();
    await takes(page, 9);
    const mend = page.getByRole('link', { name: `${en('goods.import.mend')} (CSV)` });
    const file = await (await page.request.get(town.at((await mend.getAttribute('href'))!))).text();
    expect(file).toContain('kettle-4');
    expect(file).not.toContain('kettle-5');

    // The tenth is mended on the page, in the one cell that is wrong.
    await flawless(page);
    const cell = page.getByRole('textbox', { name: /Sheet kettle 4: Variant Grams/ });
    expect(await cell.inputValue()).toBe('heavy');
    await cell.fill('still heavy');
    await button(page, en('goods.import.mend_here')).click();
    await checkedAgain(page);
    await page.getByText(en('goods.problem.no_weight', { said: 'still heavy' })).waitFor();
    await cell.fill('900');
    await button(page, en('goods.import.mend_here')).click();
    await checkedAgain(page);
    await takes(page, 1);
    const found = await question(town.house, mei.actor, productsOfStore, { store: mei.store, text: 'Sheet kettle' });
    expect(found!.products).toHaveLength(10);
    await page.goto(town.at('/seller/import'));
    const buffer = await writeTable('xlsx', rows(true));
    await page.locator('input[type=file]').setInputFiles({ name: 'old shop.xlsx', mimeType: xlsx, buffer });
    await button(page, en('goods.import.read')).click();
    await page.locator('select[name=category]').selectOption('kettles');
    await button(page, en('goods.import.check')).click();
    await page.getByText(en('goods.import.goes_on')).waitFor();
    await town.settle();
    await page.getByText(en('goods.import.all_same')).waitFor();
  });

  test('and by keys alone she makes two of them dearer, looks before, and takes it back', async () => {
    const page = await town.page('Mei');
    await page.goto(town.at('/seller/products?q=Sheet'));
    await flawless(page);
    await page.locator('input[name=product]').first().waitFor();
    // The script that hears the keys is there once the page moves.
    await expect
      .poll(async () => (await page.keyboard.press('j'), page.locator('input[name=product]:focus').count()))
      .toBe(1);
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('input[name=product]:checked').count()).toBe(2);
    await page.keyboard.press('c');
    await page.getByText(en('goods.many.chosen', { count: 2 })).waitFor();
    await button(page, en('goods.change.price_percent')).click();
    await page.getByLabel(en('goods.many.percent')).fill('10');
    await button(page, en('goods.many.look')).click();
    await button(page, en('goods.many.do', { count: 2 })).waitFor();
    await flawless(page);
    await button(page, en('goods.many.do', { count: 2 })).click();
    await page.getByText(en('goods.batch.came', { changed: 2, same: 0, left: 0 })).waitFor();
    await flawless(page);
    await button(page, en('goods.batch.undo')).click();
    await page.getByRole('heading', { name: en('goods.batch.taken_back') }).waitFor();
    await page.goto(town.at('/seller/numbers'));
    await flawless(page);
  });
});
