/** A buyer who comes back finds the shop arranged by what they let be kept, with the reason; and can take it back. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { draftProduct, listProduct, submitProduct } from '#modules/catalogue';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { kettleListing } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button } from './trade/hands.ts';

const t = sayIn('en');
const titles = ['Copper kettle', 'Copper teapot', 'Copper tray', 'Copper spoon', 'Copper lamp'];
/** Footprints are written together, a moment after they are made. */
const moment = { timeout: 8_000, interval: 250 };

inBrowser('A buyer who comes back', () => {
  let town: BrowserTown;
  const goods: string[] = [];
  beforeAll(async () => {
    town = await openBrowserTown();
    const mei = await town.seller('Mei, Shenzhen');
    for (const title of titles) {
      const listing = { ...kettleListing(4000, 20), store: mei.store, titles: { en: title } };
      const { product } = must(await town.does(mei.actor, draftProduct, listing));
      must(await town.does(mei.actor, submitProduct, { product }));
      must(await town.does(system, listProduct, { product }));
      goods.push(product);
    }
    await town.settle();
    // Four guests, whose browsers let it be kept, look at all of them one after another.
    for (let guest = 0; guest < 4; guest++)
      for (const product of goods) {
        const cookie = `entrepot_guest=${'abcd'.repeat(7)}gst${guest}; entrepot_footprints=kept`;
        expect((await fetch(town.at(`/products/${product}`), { headers: { cookie } })).status).toBe(200);
      }
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  /** The hourly lesson, once what was noted is written. */
  const learns = async (footprints: number) => {
    await expect
      .poll(async () => {
        const { rows } = await town.house.db.query('select count(*)::int as kept from discovery.footprints');
        return (rows[0] as { kept: number }).kept;
      }, moment)
      .toBe(footprints);
    const discovery = town.house.modules.find(({ name }) => name === 'discovery')!;
    await discovery.periodic!.find(({ name }) => name === 'discovery.learn')!.run(town.house);
    // What was learned is at hand for a while.
    await town.later({ minutes: 20 });
  };

  test('their home differs, for the reason shown; cleared, it is as everybody’s', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/'));
    expect(await page.getByRole('heading', { name: t('shelf.for_you') }).count()).toBe(0);

    await page.goto(town.at('/footprints'));
    await page.getByLabel(t('data.footprints.allow')).check();
    await button(page, t('preferences.keep')).click();
    await page.getByText(t('data.footprints.on')).waitFor();
    await page.goto(town.at(`/products/${goods[0]!}`));
    await learns(4 * goods.length + 1);

    await page.goto(town.at('/'));
    const shelf = page.locator('section', { has: page.getByRole('heading', { name: t('shelf.for_you') }) });
    const shown = await shelf.locator('.title').allTextContents();
    expect(shown.length).toBeGreaterThan(1);
    expect(shown).not.toContain(titles[0]);
    await shelf.locator('summary').click();
    await shelf.getByText(t('shelf.why.for_you', { title: titles[0]! })).waitFor();
    expect(await town.faults(page)).toEqual([]);

    await shelf.getByRole('link', { name: t('shelf.switch.for_you') }).click();
    await page.getByText(titles[0]!).waitFor();
    await button(page, t('data.footprints.forget')).click();
    await page.getByText(t('footprints.none')).waitFor();
    await page.goto(town.at('/'));
    expect(await page.getByRole('heading', { name: t('shelf.for_you') }).count()).toBe(0);
  });
});
