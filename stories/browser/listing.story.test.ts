import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { productForSeller } from '#modules/catalogue';
import { question } from '#platform/work';
import { localeNames } from '#lib/words/locale-names.ts';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, field, link, says, title } from './trade/hands.ts';

const t = sayIn('en');
/** As long as people wait who see that something goes on. */
const patience = { timeout: 10_000 };
const english = { language: localeNames.en };
const portuguese = { language: localeNames['pt-BR'] };
const name = 'Glass kettle with a thermometer';

/** As a spreadsheet copies a block of cells. */
const block = (...lines: string[][]) => lines.map((cells) => cells.join('\t')).join('\n');

async function pastes(cell: Locator, text: string): Promise<void> {
  await cell.focus();
  await cell.evaluate((it, copied) => {
    const view = it.ownerDocument.defaultView!;
    const clipboardData = new view.DataTransfer();
    clipboardData.setData('text/plain', copied);
    it.dispatchEvent(new view.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** From the desk top onto the page. */
async function drops(place: Locator, files: { name: string; data: string }[]): Promise<void> {
  await place.evaluate((it, brought) => {
    const view = it.ownerDocument.defaultView!;
    const dataTransfer = new view.DataTransfer();
    for (const file of brought) {
      const bytes = Uint8Array.from(view.atob(file.data), (sign) => sign.charCodeAt(0));
      dataTransfer.items.add(new view.File([bytes], file.name, { type: 'image/png' }));
    }
    it.dispatchEvent(new view.DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

const picture = async (file: string, background: string) => ({
  name: file,
  data: (
    await sharp({ create: { width: 900, height: 900, channels: 3, background } })
      .png()
      .toBuffer()
  ).toString('base64'),
});

inBrowser('Mei writes a listing in one place', () => {
  let town: BrowserTown;
  let mei: Seller;
  let page: Page;
  let product: string;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async () => expect(await town.faults(page), page.url()).toEqual([]);
  const listing = async () => (await question(town.house, mei.actor, productForSeller, { product }))!;
  const score = async () => Number(await page.getByRole('progressbar').first().getAttribute('value'));

  test('two colours in three sizes are pasted, and six variants follow', async () => {
    await page.goto(town.at('/seller/products/new?category=kettles'));
    await field(page, t('seller.listing.title', english)).fill(name);
    await button(page, t('seller.listing.begin')).click();
    await title(page, name);
    product = new URL(page.url()).pathname.split('/').at(-1)!;
    await link(page, t('seller.listing.change_options')).click();
    await title(page, t('seller.options.title'));
    const option = (n: number) => page.getByRole('group', { name: t('seller.options.option', { n }), exact: true });
    const value = `${t('goods.options.value', { n: 1 })}: ${localeNames.en}`;
    await field(option(1), `${t('goods.options.name')}: ${localeNames.en}`).fill('Colour');
    await field(option(1), `${t('goods.options.name')}: ${localeNames['pt-BR']}`).fill('Cor');
    await pastes(field(option(1), value), block(['Ink blue', 'Azul-tinta'], ['Steel', 'Aço']));
    await says(option(1), t('goods.grid.filled', { count: 4 }));
    await option(2).locator('summary').click();
    await field(option(2), `${t('goods.options.name')}: ${localeNames.en}`).fill('Size');
    await pastes(field(option(2), value), block(['1 l'], ['1.5 l'], ['2 l']));
    await flawless();
    await button(page, t('seller.options.save')).click();
    await title(page, name);
    expect((await listing()).listing.variants).toHaveLength(6);
  });

  test('price, stock, SKU, weight and size are pasted into the grid; a step is copied down; a slip is taken back', async () => {
    const cell = (variant: string, column: string) => page.getByLabel(`${variant}: ${column}`, { exact: true });
    const rows = ['IB-1', 'IB-15', 'IB-2', 'ST-1', 'ST-15', 'ST-2'].map((sku, n) => [
      `${200 + n}.00`,
      `${n + 1}`,
      sku,
      `${900 + 100 * n}`,
      '20',
      '18.5',
      '24',
    ]);
    await pastes(cell('Ink blue, 1 l', t('seller.listing.price')), block(...rows));
    await says(page, t('goods.grid.filled', { count: 42 }));
    expect(await cell('Steel, 2 l', t('seller.listing.height')).inputValue()).toBe('24');
    const stock = cell('Ink blue, 1 l', t('seller.products.stock'));
    await stock.press('ControlOrMeta+d');
    expect(await cell('Steel, 2 l', t('seller.products.stock')).inputValue()).toBe('1');
    await button(page, t('goods.grid.undo')).click();
    expect(await cell('Steel, 2 l', t('seller.products.stock')).inputValue()).toBe('6');
    // Enter goes down the column, as in a spreadsheet.
    await stock.press('Enter');
    expect(await cell('Ink blue, 1.5 l', t('seller.products.stock')).evaluate((it) => it.matches(':focus'))).toBe(true);

    const [from, price] = [t('goods.steps.from', { n: 1 }), t('goods.steps.price', { n: 1 })];
    await cell('Ink blue, 1 l', from).fill('10');
    await button(page, t('goods.grid.copy_down', { column: from })).click();
    await cell('Ink blue, 1 l', price).fill('180');
    await button(page, t('goods.grid.copy_down', { column: price })).click();
    await button(page, t('seller.listing.save')).click();
    await says(page, t('seller.listing.saved'));
    const { listing: saved, stock: counted } = await listing();
    expect(saved.variants.map(({ sku, grams, tiers }) => [sku, grams, ...tiers.map(({ minor }) => minor)])).toEqual(
      rows.map(([, , sku, grams], n) => [sku, Number(grams), BigInt(20_000 + 100 * n), 18_000n]),
    );
    expect(saved.variants[5]!.sizeMm).toEqual([200, 185, 240]);
    expect(counted.map(({ onHand }) => onHand).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('what is refused stays as it was typed, and says so at the cell', async () => {
    const weight = page.getByLabel(`Steel, 1 l: ${t('seller.listing.weight')}`, { exact: true });
    await weight.fill('heavy');
    await field(page, t('seller.listing.brand')).fill('Heron');
    await button(page, t('seller.listing.save')).click();
    await expect.poll(() => weight.getAttribute('aria-invalid'), patience).toBe('true');
    expect(await weight.evaluate((it) => it.matches(':focus'))).toBe(true);
    expect(await field(page, t('seller.listing.brand')).inputValue()).toBe('Heron');
    await weight.fill('1200');
  });

  test('two languages stand side by side, and the score leads to what mends it', async () => {
    const before = await score();
    const texts = page.getByRole('region', { name: t('seller.listing.texts') });
    await field(texts, t('seller.listing.description', english)).fill('Boils a litre in three minutes. '.repeat(8));
    await texts.getByRole('button', { name: localeNames['pt-BR'] }).click();
    await field(texts, t('seller.listing.title', portuguese)).fill('Chaleira de vidro com termômetro');
    expect(await field(texts, t('seller.listing.title', english)).isVisible()).toBe(true);
    await texts
      .getByRole('button', { name: localeNames['pt-BR'] })
      .getByText(t('goods.texts.no_description'))
      .waitFor();
    // From the score to the language that lacks a description.
    await page.getByText(/^\d+ more$/).click();
    await link(page, t('goods.score.rule.descriptions_in_all')).click();
    const focused = page.locator('textarea:focus');
    expect(await focused.getAttribute('name')).toBe('descriptions.ru');
    await focused.fill('Литр закипает за три минуты.');
    await expect.poll(score, patience).toBeGreaterThan(before + 5);
    await link(page, t('goods.score.rule.required_details')).click();
    const capacity = page.locator('input:focus');
    expect(await capacity.getAttribute('name')).toBe('a.capacity');
    await capacity.fill('1.5');
    await field(page, t('seller.listing.hs')).fill('8516.10');
    await field(page, t('seller.listing.origin')).selectOption('CN');
    await flawless();
    await button(page, t('seller.listing.save')).click();
    await says(page, t('seller.listing.saved'));
    expect((await listing()).listing.titles).toEqual({ en: name, 'pt-BR': 'Chaleira de vidro com termômetro' });
  });

  test('pictures are dropped, and the second becomes the main one by an arrow', async () => {
    const pictures = page.getByRole('region', { name: t('seller.listing.pictures') });
    await drops(pictures, [await picture('blue.png', '#2050a0'), await picture('steel.png', '#c0c0c8')]);
    const shown = pictures.getByRole('listitem');
    await expect.poll(() => shown.count(), patience).toBe(2);
    await expect.poll(async () => (await listing()).listing.pictures.length, patience).toBe(2);
    await pictures.getByRole('progressbar').waitFor({ state: 'detached' });
    const [blue, steel] = (await listing()).listing.pictures.map(({ hash }) => hash);
    await button(pictures, t('seller.listing.picture_earlier', { n: 2 })).press('ArrowLeft');
    await says(pictures, t('goods.pictures.is_now', { n: 1, count: 2 }));
    // The focus went along with the picture, and shows where it is.
    await expect.poll(() => shown.first().locator(':focus').count(), patience).toBe(1);
    await expect
      .poll(async () => (await listing()).listing.pictures.map(({ hash }) => hash), patience)
      .toEqual([steel, blue]);
    await flawless();
  });

  test('she looks at it as buyers will, in another language, and sends it to review', async () => {
    const preview = page.locator('details.preview');
    await preview.locator('summary').click();
    await preview.getByText(name).first().waitFor();
    await field(preview, t('goods.preview.language')).selectOption('pt-BR');
    await preview.getByText('Chaleira de vidro com termômetro').first().waitFor();
    // What is typed is seen before it is saved.
    await field(page, t('seller.listing.title', english)).fill(`${name}, new`);
    await field(preview, t('goods.preview.language')).selectOption('en');
    await preview.getByText(`${name}, new`).first().waitFor();
    await field(page, t('seller.listing.title', english)).fill(name);
    await flawless();
    await button(preview, t('goods.preview.large')).click();
    const dialog = page.getByRole('dialog');
    await button(dialog, t('goods.preview.phone')).click();
    await dialog.getByRole('button', { name: 'Ink blue, 2 l' }).click();
    await says(dialog, t('goods.preview.left', { count: 3 }));
    await page.keyboard.press('Escape');
    await button(page, t('seller.listing.save')).click();
    await says(page, t('seller.listing.saved'));
    await button(page, t('seller.listing.submit')).click();
    await says(page, t('seller.listing.submitted'));
    expect((await listing()).state).toBe('in_review');
    await flawless();
  });

  test('from the third page of a list one comes back to it', async () => {
    await page.goto(town.at('/seller/products?q=kettle&sort=title'));
    await link(page.getByRole('main'), name).click();
    await title(page, name);
    await link(page.getByRole('main'), t('seller.nav.products')).click();
    await page.waitForURL(/q=kettle&sort=title#p-/);
  });
});
