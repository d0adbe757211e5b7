/** What belongs to one person: a second step at the sign-in, a wish list, their data. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { must } from '#kernel/result';
import { enrol, hashPassword } from '#modules/parties';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import { codeNow } from '../../world/codes/totp.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

const en = sayIn('en');
const password = 'the kettle sings in Lyon';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true }).first();
const notice = (page: Page, text: string) => page.getByText(text).first().waitFor();

inBrowser('What is one’s own', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
    for (const [name, email] of [
      ['Luc', 'luc@lyon.test'],
      ['Zoe', 'zoe@lyon.test'],
    ] as const) {
      const passwordHash = await hashPassword(password);
      const about = { email, name, locale: 'en', country: 'FR', currency: 'EUR', passwordHash };
      must(await town.does(system, enrol, about));
    }
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);
  const signIn = async (page: Page, email: string) => {
    await field(page, en('account.email')).fill(email);
    await field(page, en('account.password')).fill(password);
    await button(page, en('shell.sign_in')).click();
  };
  /** What the person's device shows, half a minute after the last time. */
  const shows = async (secret: string) => {
    await town.later({ seconds: 30 });
    return codeNow(secret.replaceAll(' ', ''), town.house.clock.now()).code;
  };

  test('Luc sets up a second step, and signs in with it without JavaScript', async () => {
    const page = await town.page('Luc');
    await page.goto(town.at('/sign-in?next=/account/second-step'));
    await signIn(page, 'luc@lyon.test');
    await page.waitForURL(town.at('/account/second-step'));
    await flawless(page);
    await button(page, en('account.second_step.begin')).click();
    const secret = (await page.getByText(/^([A-Z2-7]{4} ?){8}$/).textContent())!.trim();
    await flawless(page);
    await field(page, en('account.code')).fill('000000');
    await button(page, en('account.second_step.set')).click();
    await notice(page, en('refusal.code_is_wrong'));
    await field(page, en('account.code')).fill(await shows(secret));
    await button(page, en('account.second_step.set')).click();
    await notice(page, en('account.second_step.done'));
    const codes = await page.locator('.codes code').allTextContents();
    expect(codes).toHaveLength(10);
    await flawless(page);

    const plain = await town.page('Luc without scripts', { phone: true, javaScript: false });
    await plain.goto(town.at('/sign-in?next=/account/orders'));
    await signIn(plain, 'luc@lyon.test');
    await plain.waitForURL(({ pathname }) => pathname === '/sign-in/code');
    await field(plain, en('account.code')).fill('000000');
    await button(plain, en('shell.sign_in')).click();
    await notice(plain, en('refusal.code_is_wrong'));
    await field(plain, en('account.code')).fill(await shows(secret));
    await button(plain, en('shell.sign_in')).click();
    await plain.waitForURL(town.at('/account/orders'));

    // On the day the device is lost.
    const other = await town.page('Luc elsewhere');
    await other.goto(town.at('/sign-in'));
    await signIn(other, 'luc@lyon.test');
    await other.waitForURL('**/sign-in/code');
    await flawless(other);
    await field(other, en('account.code')).fill(codes[0]!);
    await button(other, en('shell.sign_in')).click();
    await other.waitForURL(town.at('/'));
  });

  test('a heart pressed by a guest without JavaScript is on the list after the sign-in, and goes into the cart', async () => {
    const page = await town.page('Zoe', { phone: true, javaScript: false });
    await page.goto(town.at(`/products/${mei.product}`));
    const title = (await page.getByRole('heading', { level: 1 }).textContent())!;
    await button(page, en('wishes.wish_of', { title })).click();
    await page.waitForURL(`**/products/${mei.product}`);
    await button(page, en('wishes.unwish_of', { title })).waitFor();
    await page.goto(town.at('/account/wishes'));
    await notice(page, en('wishes.guest'));
    await page.goto(town.at('/sign-in?next=/account/wishes'));
    await signIn(page, 'zoe@lyon.test');
    await page.waitForURL(town.at('/account/wishes'));

    const desk = await town.page('Zoe at her desk');
    await desk.goto(town.at('/sign-in?next=/account/wishes'));
    await signIn(desk, 'zoe@lyon.test');
    await desk.waitForURL(town.at('/account/wishes'));
    await flawless(desk);
    await button(desk, en('wishes.remove_of', { title })).click();
    await notice(desk, en('wishes.removed'));
    await button(desk, en('wishes.undo')).click();
    await notice(desk, en('wishes.back'));
    await button(desk, en('wishes.to_cart_of', { title })).click();
    await notice(desk, en('wishes.moved'));
    await desk.goto(town.at('/cart'));
    await button(desk, en('cart.save_of', { title })).click();
    await notice(desk, en('cart.saved'));
    await flawless(desk);
  });

  test('what Zoe looks at is kept from when she allows it, shown to her again, and gone when she turns it off', async () => {
    const page = await town.page('Zoe at her desk');
    const looks = async () => {
      await page.goto(town.at(`/products/${mei.product}`));
      await page.goto(town.at('/'));
    };
    await looks();
    await page.getByRole('heading', { name: en('home.newest') }).waitFor();
    expect(await page.getByText(en('home.looked_at')).count()).toBe(0);
    await page.goto(town.at('/account/data'));
    await page.getByLabel(en('data.footprints.allow')).check();
    await button(page, en('preferences.keep')).click();
    await notice(page, en('data.footprints.on'));
    // It is written aside, so that nobody waits for it.
    await expect
      .poll(
        async () => {
          await looks();
          return page.getByText(en('home.looked_at')).count();
        },
        { timeout: 15_000 },
      )
      .toBe(1);
    await page
      .getByRole('region', { name: en('home.looked_at') })
      .getByRole('link', { name: 'Electric kettle' })
      .waitFor();
    await flawless(page);
    await page.getByRole('link', { name: en('home.looked_at.why') }).click();
    await page.getByText(en('data.footprints.kept', { count: 1 })).click();
    await page.getByRole('link', { name: 'Electric kettle' }).waitFor();
    await flawless(page);
    await page.getByLabel(en('data.footprints.allow')).uncheck();
    await button(page, en('preferences.keep')).click();
    await notice(page, en('data.footprints.off'));
    await looks();
    expect(await page.getByText(en('home.looked_at')).count()).toBe(0);
  });

  test('Zoe fetches a copy of everything, and thinks better of leaving', async () => {
    const page = await town.page('Zoe at her desk');
    await page.goto(town.at('/account/data'));
    await flawless(page);
    await button(page, en('data.copy.ask')).click();
    await notice(page, en('data.copy.asked'));
    await town.settle();
    await page.reload();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: en('data.copy.fetch') }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('entrepot.json');
    await field(page, en('account.password.now')).fill(password);
    await button(page, en('data.leave.act')).click();
    await notice(page, en('data.leave.due'));
    await flawless(page);
    await button(page, en('data.leave.stay')).click();
    await notice(page, en('data.leave.stays'));
  });
});
