/**
 * Pages that are sent without the framework, and what their small script adds: what is pressed on them changes them in
 * place, without a jump, and the focus stays where it was.
 */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { must } from '#kernel/result';
import { addPicture, draftProduct, listProduct, submitProduct } from '#modules/catalogue';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { kettleListing } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, link, says } from './trade/hands.ts';

const t = sayIn('en');
const named = (name: string) => ({ code: name.toLowerCase(), names: { en: name } });

/** Survives everything but a new page. */
const mark = (page: Page) => page.evaluate('window.same = true');
const isSame = (page: Page) => page.evaluate<boolean>('window.same === true');
const focused = (page: Page) =>
  page.evaluate<string>('document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()');

inBrowser('Pages that stand still', () => {
  let town: BrowserTown;
  let product = '';
  let page: Page;
  beforeAll(async () => {
    town = await openBrowserTown();
    const mei = await town.seller('Mei, Shenzhen');
    const plain = kettleListing(4000, 20);
    const [variant] = plain.variants!;
    const drafted = must(
      await town.does(mei.actor, draftProduct, {
        ...plain,
        store: mei.store,
        titles: { en: 'Whistling kettle' },
        options: [{ code: 'colour', names: { en: 'Colour' }, values: [named('Red'), named('Blue')] }],
        variants: [
          { ...variant!, choice: { colour: 'red' } },
          { ...variant!, choice: { colour: 'blue' }, tiers: [{ from: 1, minor: 5000 }] },
        ],
      }),
    );
    product = drafted.product;
    for (const background of ['#14597A', '#C63D17']) {
      const picture = await sharp({ create: { width: 600, height: 600, channels: 3, background } })
        .png()
        .toBuffer();
      must(await town.does(mei.actor, addPicture, { product, data: picture.toString('base64') }));
    }
    must(await town.does(mei.actor, submitProduct, { product }));
    must(await town.does(system, listProduct, { product }));
    await town.settle();
    page = await town.page('Ana');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  test('a product: another variant, its pictures, its heart', async () => {
    await page.goto(town.at(`/products/${product}`));
    await mark(page);
    await page.evaluate('scrollTo(0, 120)');
    const before = await page.locator('.price').first().textContent();
    await link(page, 'Blue').click();
    await page.locator('a[aria-current="true"]', { hasText: 'Blue' }).waitFor();
    expect(await page.locator('.price').first().textContent()).not.toBe(before);
    expect(await page.evaluate('scrollY')).toBe(120);
    expect(await focused(page)).toBe('Blue');
    expect(page.url()).toContain('?variant=');
    await page.goBack();
    await page.locator('a[aria-current="true"]', { hasText: 'Red' }).waitFor();
    expect(await page.locator('.price').first().textContent()).toBe(before);

    const large = page.getByRole('link', { name: t('product.enlarge') });
    const first = await large.getAttribute('href');
    await link(page, t('product.picture_of', { n: 2, count: 2 })).click();
    expect(await large.getAttribute('href')).not.toBe(first);
    await large.click();
    const dialog = page.getByRole('dialog');
    await says(dialog, t('product.picture_of', { n: 2, count: 2 }));
    await page.keyboard.press('ArrowRight');
    await says(dialog, t('product.picture_of', { n: 1, count: 2 }));
    await button(dialog, t('product.nearer')).click();
    expect(await button(dialog, t('product.nearer')).getAttribute('aria-pressed')).toBe('true');
    expect(await town.faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });

    const title = 'Whistling kettle';
    await button(page, t('wishes.wish_of', { title })).click();
    await button(page, t('wishes.unwish_of', { title })).waitFor();
    expect(await focused(page)).toBe(t('wishes.unwish_of', { title }));
    expect(await isSame(page)).toBe(true);
  });

  test('a list: hearts as often as one likes, and ticks that sift at once', async () => {
    await page.goto(town.at('/categories/kettles'));
    await mark(page);
    const title = 'Whistling kettle';
    for (const [pressed, then] of [
      ['wishes.unwish_of', 'wishes.wish_of'],
      ['wishes.wish_of', 'wishes.unwish_of'],
      ['wishes.unwish_of', 'wishes.wish_of'],
    ] as const) {
      await button(page, t(pressed, { title })).click();
      await button(page, t(then, { title })).waitFor();
    }
    const tick = page.getByLabel(t('shop.only_available'));
    await tick.check();
    await page.waitForURL('**available=1**');
    await page.getByRole('list', { name: t('shop.chosen_filters') }).waitFor();
    expect(await tick.isChecked()).toBe(true);
    await page
      .getByRole('list', { name: t('shop.chosen_filters') })
      .getByRole('link')
      .first()
      .click();
    await page.waitForURL((url) => url.search === '');
    expect(await isSame(page)).toBe(true);
    await page.goto(town.at('/account/wishes'));
    await says(page, t('wishes.empty'));
  });

  test('the cart: another quantity, put aside, taken back; what is wrong is said at its field', async () => {
    await page.goto(town.at(`/products/${product}`));
    await button(page, t('product.to_cart')).click();
    await says(page, t('cart.added'));
    await mark(page);
    const quantity = page.getByRole('spinbutton', { name: t('product.quantity') });
    const change = button(page, t('cart.change_of', { title: 'Whistling kettle' }));
    await quantity.fill('3');
    await change.click();
    await says(page, t('cart.changed'));
    expect(await focused(page)).toBe(t('cart.change_of', { title: 'Whistling kettle' }));
    await quantity.evaluate((field) => field.removeAttribute('max'));
    await quantity.fill('900');
    await change.click();
    await page.locator('input[aria-invalid="true"]').waitFor();
    expect(await page.evaluate('document.activeElement.name')).toBe('quantity');
    await button(page, t('cart.save_of', { title: 'Whistling kettle' })).click();
    await says(page, t('cart.saved'));
    await button(page, t('wishes.to_cart_of', { title: 'Whistling kettle' })).click();
    await says(page, t('wishes.moved'));
    expect(await isSame(page)).toBe(true);
    expect(await town.faults(page)).toEqual([]);

    // Back to the product as it was left: the same press is another command.
    await page.goBack();
    await button(page, t('product.to_cart')).click();
    await says(page, t('cart.added'));
    await expect.poll(() => page.getByRole('spinbutton', { name: t('product.quantity') }).inputValue()).toBe('4');
  });

  test('the checkout: a choice changes the sum, another country its questions, and what was typed stays', async () => {
    await page.goto(town.at('/checkout?country=BR'));
    await mark(page);
    const total = () => page.locator('dl > .total').textContent();
    await page.getByLabel(t('checkout.email')).fill('ana@saopaulo.test');
    await page.getByLabel(t('address.name')).fill('Ana Souza');
    const before = await total();
    const line = page.getByRole('group', { name: t('checkout.carriage') }).locator('input:not(:checked)');
    const other = (await line.first().getAttribute('value'))!;
    await line.first().check();
    await expect.poll(total).not.toBe(before);
    expect(await page.evaluate('[document.activeElement.value, document.activeElement.checked]')).toEqual([
      other,
      true,
    ]);
    await page.getByLabel(t('address.country')).selectOption('FR');
    await page.getByLabel(t('address.cep')).waitFor({ state: 'detached' });
    expect(await page.getByLabel(t('checkout.email')).inputValue()).toBe('ana@saopaulo.test');
    expect(await page.getByLabel(t('address.name')).inputValue()).toBe('Ana Souza');
    expect(await page.getByLabel(t('address.country')).inputValue()).toBe('FR');
    expect(await isSame(page)).toBe(true);
    expect(await town.faults(page)).toEqual([]);
  });
});
