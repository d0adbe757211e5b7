import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { sayIn } from '../../src/lib/server/messages.ts';
import { kettleListing } from '../town.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, field, link, says, title } from './trade/hands.ts';

const en = sayIn('en');
const pt = sayIn('pt-BR');

inBrowser('Mei arranges her store', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    for (const name of ['Glass kettle', 'Travel kettle'])
      await mei.lists({ ...kettleListing(15_000, 9), titles: { en: name, 'pt-BR': `${name} (pt)` } });
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  /** Hills under a sun at the left: it shows at once what a crop takes away. */
  const landscape = () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900"><rect width="1600" height="900" fill="#e8f0f2"/>
      <circle cx="300" cy="200" r="120" fill="#c63d17"/><path d="M0 700 400 380 800 760 1200 420 1600 700V900H0z" fill="#14597a"/></svg>`;
    return sharp(Buffer.from(svg)).png().toBuffer();
  };

  test('a banner with the part that stays in view, chosen goods, a category, words; in a draft until it is published', async () => {
    const page = await town.page('Mei');
    await town.signsIn(page, mei.actor);
    await page.goto(town.at('/seller/store'));
    await link(page, en('design.go')).click();
    await title(page, en('design.title'));
    await says(page, en('design.plain'));
    expect(await town.faults(page)).toEqual([]);

    const buffer = await landscape();
    await page.locator('input[type=file]').setInputFiles({ name: 'hills.png', mimeType: 'image/png', buffer });
    await button(page, en('seller.listing.pictures_send')).click();
    await page.locator('figure img').first().waitFor();
    await page
      .getByRole('group', { name: en('design.focus.x') })
      .getByLabel(en('design.focus.left'))
      .check();
    await page
      .getByRole('group', { name: en('design.focus.y') })
      .getByLabel(en('design.focus.top'))
      .check();
    await button(page, en('design.focus.keep')).click();
    await page.locator('figure img.x-left.y-top').first().waitFor();

    await link(page, en('design.add.text')).click();
    await title(page, en('design.add.text'));
    await button(page, en('design.keep')).click();
    // Nothing was written, and the page says so at the field.
    await page.locator('[name="text.en"][aria-invalid="true"]').fill('Kettles from our own workshop.\nSince 1998.');
    await page.locator('summary').click();
    await page.locator('[name="text.pt-BR"]').fill('Chaleiras da nossa própria oficina.');
    expect(await town.faults(page)).toEqual([]);
    await button(page, en('design.keep')).click();
    await title(page, en('design.title'));

    await link(page, en('design.add.products')).click();
    await page.locator('[name="title.en"]').fill('Chosen by Mei');
    await field(page, 'Travel kettle').check();
    await button(page, en('design.add_ticked')).click();
    await page
      .getByRole('group', { name: en('design.chosen') })
      .getByLabel('Travel kettle')
      .waitFor();
    await field(page, 'Glass kettle').check();
    await button(page, en('design.add_ticked')).click();
    await button(page, en('design.earlier_of', { name: 'Glass kettle' })).click();
    await button(page, en('design.earlier_of', { name: 'Travel kettle' })).waitFor();
    expect(await town.faults(page)).toEqual([]);
    await button(page, en('design.keep')).click();

    await link(page, en('design.add.category')).click();
    await field(page, en('seller.listing.category')).selectOption('kettles');
    await button(page, en('design.keep')).click();
    await title(page, en('design.title'));
    await button(page, en('design.earlier_of', { name: 'Chosen by Mei' })).click();
    await says(page.getByRole('main').getByRole('listitem').first(), '1. Chosen by Mei');
    expect(await town.faults(page)).toEqual([]);

    const visitor = await town.page('Ana', { phone: true, locale: 'pt-BR' });
    const slug = await link(page, en('design.preview')).getAttribute('href');
    await visitor.goto(town.at(`/pt-BR${slug}`));
    await title(visitor, 'Mei, Shenzhen');
    expect(await visitor.getByRole('heading', { level: 2 }).first().textContent()).toBe(pt('store.products'));

    await link(page, en('design.preview')).click();
    await says(page, en('design.is_preview'));
    await says(page, 'Kettles from our own workshop.');
    await link(page, en('design.back')).click();
    await button(page, en('design.publish')).click();
    await says(page, en('design.published'));

    await visitor.reload();
    await says(visitor, 'Chaleiras da nossa própria oficina.');
    const headings = await visitor.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.slice(0, 3)).toEqual(['Chosen by Mei', 'Chaleiras', pt('store.all_products')]);
    expect(
      await visitor.getByRole('region', { name: 'Chosen by Mei' }).getByRole('listitem').allTextContents(),
    ).toEqual([expect.stringContaining('Glass kettle (pt)'), expect.stringContaining('Travel kettle (pt)')]);
    expect(await town.faults(visitor)).toEqual([]);
  });
});
