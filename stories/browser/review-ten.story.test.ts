import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { addPicture, draftProduct, submitProduct } from '#modules/catalogue';
import { enrol, openStore } from '#modules/parties';
import { system } from '#platform/actor';
import { sql } from '#platform/sql';
import { sayIn } from '../../src/lib/server/messages.ts';
import { samplePicture } from '../sample-picture.ts';
import { kettleListing } from '../town.ts';
import type { Seller } from '../town.ts';
import { countActs, measured } from './acts.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { says, title } from './trade/hands.ts';

const en = sayIn('en');
const reviewTenMost = 12;
/** Keys are heard once the page's script is there. */
const heard = { waitUntil: 'networkidle' } as const;

inBrowser('Vera reviews ten listings', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    for (let n = 1; n <= 10; n++) await submits(`Kettle ${n}`);
    const vera = await town.page('Vera');
    await town.signsIn(vera, await town.staff('Vera', ['listings', 'admission']));
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  async function submits(name: string): Promise<string> {
    const listing = { ...kettleListing(19_900, 5), titles: { en: name } };
    const { product } = must(await town.does(mei.actor, draftProduct, { store: mei.store, ...listing }));
    must(await town.does(mei.actor, addPicture, { product, data: await samplePicture() }));
    must(await town.does(mei.actor, submitProduct, { product } as never));
    await town.later({ minutes: 1 });
    return product;
  }

  const states = async () => {
    const { rows } = await town.house.db.query(
      sql`select titles ->> 'en' as title, state from catalogue.products where titles ->> 'en' like 'Kettle %'`,
    );
    return Object.fromEntries(
      (rows as { title: string; state: string }[]).map((row) => [row.title, row.state] as const),
    );
  };

  test('with hands on the keyboard, in few acts', async () => {
    const page = await town.page('Vera');
    const acts = await countActs(page);
    await page.goto(town.at('/desk'), heard);
    await page.getByRole('table').getByRole('link', { name: 'Kettle 1', exact: true }).click();
    for (let n = 1; n <= 9; n++) {
      await title(page, `Kettle ${n}`);
      await page.keyboard.press('a');
      await says(page.getByRole('status'), en('desk.listing.just.listed', { title: `Kettle ${n}` }));
    }
    await title(page, 'Kettle 10');
    await page.keyboard.press('r');
    await page.keyboard.type('Which material is it?');
    await page.keyboard.press('Control+Enter');
    await says(page.getByRole('status'), en('desk.listing.just.refused', { title: 'Kettle 10' }));
    await says(page, en('desk.none_waits'));
    measured('review_ten', acts, reviewTenMost);
    expect(await town.faults(page)).toEqual([]);

    const now = await states();
    expect(now['Kettle 10']).toBe('draft');
    expect(Object.values(now).filter((state) => state === 'live')).toHaveLength(9);
  });

  test('takes a slip back, looks around, and is told which keys there are', async () => {
    const page = await town.page('Vera');
    for (const name of ['Kettle 11', 'Kettle 12']) await submits(name);
    await page.goto(town.at('/desk/listings'), heard);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await title(page, 'Kettle 11');
    // What was begun about one is never sent about the next.
    await page.keyboard.press('r');
    await page.keyboard.type('Which material is it?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await title(page, 'Kettle 12');
    expect(await page.getByRole('textbox', { name: en('desk.why') }).inputValue()).toBe('');
    await page.keyboard.press('k');
    await title(page, 'Kettle 11');
    await page.keyboard.press('a');
    await title(page, 'Kettle 12');
    expect((await states())['Kettle 11']).toBe('live');
    expect(await town.faults(page)).toEqual([]);
    await page.keyboard.press('u');
    await title(page, 'Kettle 11');
    expect((await states())['Kettle 11']).toBe('in_review');

    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: en('desk.keys') });
    await sheet.getByText(en('desk.keys.next')).waitFor();
    expect(await town.faults(page)).toEqual([]);
    // Turned off, they are letters and nothing more; and that stays.
    await sheet.getByRole('checkbox', { name: en('desk.keys.use') }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload(heard);
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await title(page, 'Kettle 11');
    expect((await states())['Kettle 11']).toBe('in_review');
    await page.getByRole('button', { name: en('desk.keys') }).click();
    await sheet.getByRole('checkbox', { name: en('desk.keys.use') }).check();
  });

  test('without a script the buttons do the same', async () => {
    const page = await town.page('Olga', { javaScript: false });
    await town.signsIn(page, await town.staff('Olga', ['listings']));
    await page.goto(town.at('/desk/listings'));
    await page.getByRole('link', { name: en('desk.listings.start') }).click();
    await page.getByRole('button', { name: en('desk.listing.list') }).click();
    await title(page, 'Kettle 12');
    await page.getByRole('button', { name: en('desk.undo'), exact: true }).click();
    await title(page, 'Kettle 11');
  });

  test('stores wait in the same way, each with its sentence', async () => {
    const page = await town.page('Vera');
    for (const name of ['Lia', 'Bao']) {
      const email = `${name.toLowerCase()}@stores.example`;
      const { person } = must(
        await town.does(system, enrol, { name, email, locale: 'en', country: 'CN', currency: 'CNY' }),
      );
      const owner = { id: person, kind: 'person' as const, name, stores: [], staff: [] };
      const { store } = must(
        await town.does(owner, openStore, {
          name: `House of ${name}`,
          kind: 'company',
          country: 'CN',
          currency: 'CNY',
        }),
      );
      await town.house.db.query(
        sql`update parties.stores set state = 'in_review', submitted_at = ${town.house.clock.now()} where id = ${store}`,
      );
      await town.later({ minutes: 1 });
    }
    await page.goto(town.at('/desk/stores'));
    await page.getByRole('link', { name: en('desk.stores.start') }).click();
    await title(page, 'House of Lia');
    await page.keyboard.press('a');
    await page.keyboard.type('The register says the same.');
    await says(page.getByRole('status'), en('desk.store.admit'));
    expect(await town.faults(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await says(page.getByRole('status'), en('desk.store.just.admitted', { name: 'House of Lia' }));
    await title(page, 'House of Bao');
    await page.keyboard.press('m');
    await page.keyboard.type('Please send the licence.');
    await page.keyboard.press('Control+Enter');
    await says(page.getByRole('status'), en('desk.store.just.more_asked', { name: 'House of Bao' }));
    await says(page, en('desk.none_waits'));
  });
});
