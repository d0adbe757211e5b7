/** Somebody looks for something: with a slip of the finger in their own language, by suggestions, by what sifts it on a phone. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { draftProduct, listProduct, submitProduct } from '#modules/catalogue';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { kettleListing } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button } from './trade/hands.ts';

const kettles: Record<string, string>[] = [
  { en: 'Glass kettle', ru: 'Стеклянный чайник', ar: 'غلاية زجاجية', ja: 'ガラスのケトル' },
  { en: 'Steel kettle', ru: 'Стальной чайник', ar: 'غلاية فولاذية', ja: 'ステンレスのケトル' },
];

inBrowser('Somebody looks for something', () => {
  let town: BrowserTown;
  beforeAll(async () => {
    town = await openBrowserTown();
    const mei = await town.seller('Mei, Shenzhen');
    for (const [n, titles] of kettles.entries()) {
      const { product } = must(
        await town.does(mei.actor, draftProduct, {
          ...kettleListing(4000 + n * 3000, 20),
          store: mei.store,
          titles,
          brand: n === 0 ? 'Nord' : 'Süd',
        }),
      );
      must(await town.does(mei.actor, submitProduct, { product }));
      must(await town.does(system, listProduct, { product }));
    }
    await town.settle();
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  test.for([
    ['ru', 'стекляный чайник', 'Стеклянный чайник'],
    ['ar', 'غلابة زجاجية', 'غلاية زجاجية'],
    ['ja', 'ガラスのケトロ', 'ガラスのケトル'],
  ] as const)('in %s, %s is taken for what was meant', async ([locale, typed, meant]) => {
    const page = await town.page(`somebody who reads ${locale}`, { locale });
    await page.goto(town.at(`/${locale}`));
    await page.getByRole('searchbox').fill(typed);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await page.locator('main .title').first().textContent()).toBe(meant);
    // What was typed is said beside what was meant.
    expect(await page.locator('main').textContent()).toContain(typed.split(' ')[0]!.slice(-3));
    expect(await town.faults(page)).toEqual([]);
  });

  test('on a phone, what sifts the results is a drawer; each choice can be taken back', async () => {
    const t = sayIn('en');
    const page = await town.page('Ana', { phone: true });
    await page.goto(town.at('/search?q=kettle'));
    expect(await page.locator('main .title').count()).toBe(3);
    await button(page, t('shop.filters')).click();
    await page.getByRole('checkbox', { name: /Nord/ }).check();
    await button(page, t('shop.apply')).click();
    await page.locator('main .title', { hasText: 'Steel' }).waitFor({ state: 'detached' });
    expect(page.url()).toContain('brand=Nord');
    expect(await page.locator('main .title').allTextContents()).toEqual(['Glass kettle']);
    await page.goto(page.url());
    await page.getByRole('link', { name: new RegExp(`${t('shop.remove_filter')}.*Nord`) }).click();
    await page.locator('main .title', { hasText: 'Steel' }).waitFor();
    expect(await town.faults(page)).toEqual([]);
  });

  test('while somebody types, what may be meant is shown, and arrow keys choose', async () => {
    const page = await town.page('Bo');
    await page.goto(town.at('/'));
    await page.getByRole('searchbox').pressSequentially('glass ket');
    const options = page.getByRole('option');
    await options.getByText('glass kettle', { exact: true }).waitFor();
    expect(await options.getByText('Glass kettle', { exact: true }).count()).toBe(1);
    expect(await town.faults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=glass(\+|%20)kettle/);
    expect(await page.locator('main .title').first().textContent()).toBe('Glass kettle');
  });

  test('when nothing is found it is said, and what is new is shown', async () => {
    const page = await town.page('Bo');
    await page.goto(town.at('/search?q=spaceship'));
    expect(await page.locator('main').textContent()).toContain(sayIn('en')('search.empty'));
    expect(await page.locator('main .title').count()).toBeGreaterThan(0);
    expect(await town.faults(page)).toEqual([]);
  });
});
