import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { must } from '#kernel/result';
import { inviteStaff, storeAt, suspendStore } from '#modules/parties';
import { system } from '#platform/actor';
import { sayIn } from '../../src/lib/server/messages.ts';
import type { Seller } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

const en = sayIn('en');
const pt = sayIn('pt-BR');
const ana = { email: 'ana@saopaulo.test', password: 'chaleira azul no fogo', next: 'rede na varanda larga' };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true });
const field = (page: Page, label: string) => page.getByLabel(label).first();
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
const notice = (page: Page, text: string) => page.getByText(text).waitFor();

inBrowser('An account', () => {
  let town: BrowserTown;
  let mei: Seller;
  beforeAll(async () => {
    town = await openBrowserTown();
    mei = await town.seller('Mei, Shenzhen');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);
  const path = (page: Page) => page.url().slice(town.url.length);
  const signIn = async (page: Page, says: typeof en, email: string, password: string) => {
    await field(page, says('account.email')).fill(email);
    await field(page, says('account.password')).fill(password);
    await button(page, says('shell.sign_in')).click();
  };

  test('Ana lays a kettle aside, makes an account on her phone, and the kettle comes along', async () => {
    const page = await town.page('Ana', { phone: true, locale: 'pt-BR' });
    await page.goto(town.at(`/pt-BR/products/${mei.product}`));
    await button(page, pt('product.to_cart')).click();
    await page.waitForURL('**/pt-BR/cart?*');

    await page.goto(town.at('/pt-BR/sign-in?next=/pt-BR/cart'));
    await link(page, pt('account.without_account')).waitFor();
    await flawless(page);
    await link(page, pt('account.sign_up')).click();
    await page.waitForURL('**/pt-BR/sign-up?next=*');
    await flawless(page);
    await field(page, pt('account.name')).fill('Ana Souza');
    await field(page, pt('account.email')).fill(ana.email);
    await field(page, pt('account.password')).fill('123');
    await button(page, pt('account.sign_up.act')).click();

    // What was typed stays, but for the password; the first field in the way has the focus.
    await notice(page, pt('refusal.password_is_too_short', { least: 10 }));
    expect(await field(page, pt('account.email')).inputValue()).toBe(ana.email);
    await flawless(page);
    await field(page, pt('account.password')).and(page.locator(':focus')).fill(ana.password);
    await button(page, pt('account.sign_up.act')).click();
    await page.waitForURL('**/pt-BR/cart');
    await page.getByRole('link', { name: 'Chaleira elétrica' }).first().waitFor();
  });

  test('the link in the letter proves the address, once, and not by being looked at', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/pt-BR/account'));
    await notice(page, pt('account.unconfirmed'));
    await flawless(page);
    await button(page, pt('account.unconfirmed.act')).click();
    await notice(page, pt('account.unconfirmed.sent'));

    const letter = await town.linkTo(ana.email);
    expect(letter).toContain(town.at('/pt-BR/confirm-email?token='));
    for (const _look of [1, 2]) {
      await page.goto(letter);
      await notice(page, pt('account.confirm.help', { email: ana.email }));
    }
    await flawless(page);
    await button(page, pt('account.confirm.act')).click();
    await notice(page, pt('account.confirm.done', { email: ana.email }));
    await flawless(page);
    await link(page, pt('account.to_account')).click();
    await page.waitForURL('**/pt-BR/account');
    expect(await page.getByText(pt('account.unconfirmed')).count()).toBe(0);
    await page.goto(letter);
    await notice(page, pt('account.confirm.used'));
    await flawless(page);
  });

  test('she signs out, and comes in again where she wanted to go', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/pt-BR/sign-out'));
    await flawless(page);
    await button(page, pt('shell.sign_out')).last().click();
    await page.getByRole('heading', { name: pt('account.signed_out') }).waitFor();
    await flawless(page);

    await page.goto(town.at('/pt-BR/account/addresses'));
    expect(path(page)).toBe('/pt-BR/sign-in?next=%2Fpt-BR%2Faccount%2Faddresses');
    await notice(page, pt('account.sign_in.first'));
    await signIn(page, pt, ana.email, 'another password');
    await notice(page, pt('refusal.email_or_password_is_wrong'));
    expect(await field(page, pt('account.email')).inputValue()).toBe(ana.email);
    await flawless(page);
    await signIn(page, pt, ana.email, ana.password);
    await page.waitForURL('**/pt-BR/account/addresses');
    await notice(page, pt('account.addresses.none'));
    await flawless(page);

    // Who is in already is not asked again, and no other site is gone on to.
    await page.goto(town.at(`/pt-BR/sign-in?next=${encodeURIComponent('https://evil.test/')}`));
    expect(path(page)).toBe('/pt-BR');
  });

  test('a forgotten password is chosen anew by mail', async () => {
    const page = await town.page('Ana on her desktop', { locale: 'pt-BR' });
    await page.goto(town.at('/pt-BR/sign-in'));
    await link(page, pt('account.forgot')).click();
    await page.waitForURL('**/pt-BR/forgot-password');
    await flawless(page);
    await field(page, pt('account.email')).fill(ana.email);
    await button(page, pt('account.forgot.act')).click();
    await notice(page, pt('account.forgot.sent', { email: ana.email }));
    await flawless(page);

    const letter = await town.linkTo(ana.email);
    expect(letter).toContain(town.at('/pt-BR/reset-password?token='));
    await page.goto(letter);
    await notice(page, pt('account.reset.help', { email: ana.email }));
    await flawless(page);
    await field(page, pt('account.new_password')).fill('senha12345');
    await button(page, pt('account.reset.act')).click();
    await notice(page, pt('refusal.password_is_easily_guessed'));
    await field(page, pt('account.new_password')).fill(ana.next);
    await button(page, pt('account.reset.act')).click();
    await notice(page, pt('account.sign_in.new_password'));
    await signIn(page, pt, ana.email, ana.password);
    await notice(page, pt('refusal.email_or_password_is_wrong'));
    await signIn(page, pt, ana.email, ana.next);
    await page.waitForURL('**/pt-BR');

    await page.goto(letter);
    await notice(page, pt('refusal.link_was_used'));
    await flawless(page);
    // Her phone was signed out by it.
    const phone = await town.page('Ana');
    await phone.goto(town.at('/pt-BR/account'));
    expect(path(phone)).toContain('/pt-BR/sign-in');
    await signIn(phone, pt, ana.email, ana.next);
    await phone.waitForURL('**/pt-BR/account');
  });

  test('she keeps an address in the form of Brazil, and one abroad', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/pt-BR/account/addresses'));
    await link(page, pt('account.addresses.add')).click();
    await page.waitForURL('**/addresses/new');
    await flawless(page);
    expect(await field(page, pt('address.name')).inputValue()).toBe('Ana Souza');
    await field(page, pt('address.cep')).fill('01310');
    await field(page, pt('address.street')).fill('Avenida Paulista');
    await field(page, pt('address.number')).fill('1578');
    await field(page, pt('address.neighborhood')).fill('Bela Vista');
    await field(page, pt('address.city')).fill('São Paulo');
    await field(page, pt('address.uf')).selectOption('SP');
    await field(page, pt('account.addresses.phone')).fill('12');
    await button(page, pt('account.addresses.save')).click();
    await notice(page, pt('field.postal_code_wrong', { example: '' }).replace(/\s*\.$/, ''));
    await flawless(page);
    await field(page, pt('address.cep')).fill('01310-200');
    await button(page, pt('account.addresses.save')).click();
    await page.locator('[aria-invalid="true"][name="phone"]').waitFor();
    await field(page, pt('account.addresses.phone')).fill('11 98765-4321');
    await button(page, pt('account.addresses.save')).click();
    await page.waitForURL('**/addresses?did=added');
    await notice(page, 'Avenida Paulista, 1578');
    await notice(page, '+5511987654321');
    await flawless(page);

    await link(page, pt('account.addresses.add')).click();
    await field(page, pt('address.country')).selectOption('DE');
    await page.waitForURL('**/addresses/new?country=DE');
    await field(page, pt('address.street')).fill('Torstraße 1');
    await field(page, pt('address.postal_code')).fill('10119');
    await field(page, pt('address.city')).fill('Berlin');
    await button(page, pt('account.addresses.save')).click();
    await notice(page, '10119 Berlin');

    const berlin = 'Ana Souza, Torstraße 1';
    await button(page, pt('account.addresses.put_first_of', { address: berlin })).click();
    await notice(page, pt('account.addresses.now_first'));
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: pt('account.addresses.is_first') })
        .textContent(),
    ).toContain('Berlin');
    await flawless(page);
    await link(page, pt('account.addresses.change_of', { address: berlin })).click();
    await flawless(page);
    await field(page, pt('address.street')).fill('Torstraße 2');
    await button(page, pt('account.addresses.save')).click();
    await page.waitForURL('**/addresses?did=changed');
    await button(page, pt('account.addresses.remove_of', { address: 'Ana Souza, Torstraße 2' })).click();
    await notice(page, pt('account.addresses.removed'));
    expect(await page.getByText('Berlin').count()).toBe(0);
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: pt('account.addresses.is_first') })
        .textContent(),
    ).toContain('Paulista');
    await page.goto(town.at('/pt-BR/account/addresses/00000000-0000-7000-8000-000000000000'));
    expect(await heading(page)).toBe(pt('error.title.404'));
  });

  test('she looks where she is signed in, ends one of them, and changes password and address', async () => {
    const page = await town.page('Ana');
    await page.goto(town.at('/pt-BR/account/security'));
    const phone = pt('account.device', { browser: 'Chrome', system: 'Linux' });
    await page.getByText(phone).first().waitFor();
    expect(await page.getByText(pt('account.device.this')).count()).toBe(1);
    await flawless(page);
    await button(page, pt('account.device.end_of', { device: phone })).click();
    await notice(page, pt('account.device.ended'));
    expect(await button(page, pt('account.devices.end_others')).count()).toBe(0);
    const desk = await town.page('Ana on her desktop');
    await desk.goto(town.at('/pt-BR/account'));
    expect(path(desk)).toContain('/pt-BR/sign-in');
    await signIn(desk, pt, ana.email, ana.next);
    await desk.waitForURL('**/pt-BR/account');

    await page.reload();
    const form = page.locator('form').filter({ has: page.locator('[name="new_password"]') });
    await form.getByLabel(pt('account.password.now')).fill('not hers');
    await form.getByLabel(pt('account.new_password')).fill(ana.password);
    await form.getByRole('button').click();
    await notice(page, pt('refusal.password_is_wrong'));
    await form.getByLabel(pt('account.password.now')).fill(ana.next);
    await form.getByLabel(pt('account.new_password')).fill(ana.password);
    await form.getByRole('button').click();
    await notice(page, pt('account.password.changed', { ended: 1 }));
    await flawless(page);

    const to = 'ana@campinas.test';
    const change = page.locator('form').filter({ has: page.locator('[name="email"]') });
    await change.getByLabel(pt('account.email.new')).fill(to);
    await change.getByLabel(pt('account.password.now')).fill(ana.password);
    await change.getByRole('button').click();
    await notice(page, pt('account.email.sent', { email: to }));
    await page.goto(await town.linkTo(to));
    await flawless(page);
    await button(page, pt('account.change.act')).click();
    await notice(page, pt('account.change.done', { email: to }));

    // The old mailbox can take the account back, for a while: everybody is out, and a new password is due.
    await page.goto(await town.linkTo(ana.email));
    await notice(page, pt('account.restore.help', { email: ana.email }));
    await flawless(page);
    await button(page, pt('account.restore.act')).click();
    await notice(page, pt('account.restore.done', { email: ana.email }));
    await page.goto(await town.linkTo(ana.email));
    await field(page, pt('account.new_password')).fill(ana.password);
    await button(page, pt('account.reset.act')).click();
    await notice(page, pt('account.sign_in.new_password'));
  });

  test('Luc follows an invitation without JavaScript: an account with the address that is known, and a store to work in', async () => {
    const email = 'luc@lyon.test';
    must(await town.does(mei.actor, inviteStaff, { store: mei.store, email, roles: ['orders', 'finance'] }));
    const page = await town.page('Luc', { javaScript: false });
    const letter = await town.linkTo(email);
    await page.goto(letter);
    expect(await heading(page)).toBe(en('account.invitation.title', { store: 'Mei, Shenzhen' }));
    await page.getByText('orders and finance').waitFor();
    await link(page, en('account.sign_up')).click();
    expect(await field(page, en('account.email')).inputValue()).toBe(email);
    await field(page, en('account.name')).fill('Luc');
    await field(page, en('account.password')).fill('short');
    await button(page, en('account.sign_up.act')).click();
    await notice(page, en('refusal.password_is_too_short', { least: 10 }));
    expect(await field(page, en('account.name')).inputValue()).toBe('Luc');
    expect(await field(page, en('account.password')).inputValue()).toBe('');
    await field(page, en('account.password')).fill('the kettle sings in Lyon');
    await button(page, en('account.sign_up.act')).click();
    await notice(page, en('account.invitation.as', { name: 'Luc', email }));
    await button(page, en('account.invitation.accept')).click();
    await page.waitForURL('**/seller');

    await page.goto(letter);
    expect(await heading(page)).toBe(en('account.invitation.over_title'));
    await page.goto(town.at('/account'));
    await link(page, 'Mei, Shenzhen').waitFor();
    // Who opens the letter without a sign-in sees what it is about.
    must(await town.does(mei.actor, inviteStaff, { store: mei.store, email: 'zoe@lyon.test', roles: ['products'] }));
    const zoe = await town.page('Zoe', { phone: true });
    await zoe.goto(await town.linkTo('zoe@lyon.test'));
    await flawless(zoe);
  });

  test('Luc keeps his addresses and settings without JavaScript too', async () => {
    const page = await town.page('Luc');
    await page.goto(town.at('/account/addresses/new'));
    await field(page, en('address.country')).selectOption('FR');
    await button(page, en('address.change_country')).click();
    await field(page, en('address.street')).fill('12 rue de la République');
    await field(page, en('address.postal_code')).fill('69002');
    await field(page, en('address.city')).fill('Lyon');
    await button(page, en('account.addresses.save')).click();
    await notice(page, en('account.addresses.added'));
    await button(page, en('account.addresses.remove_of', { address: 'Luc, 12 rue de la République' })).click();
    await notice(page, en('account.addresses.removed'));

    await page.goto(town.at('/account'));
    await field(page, en('preferences.language')).selectOption('pt-BR');
    await field(page, en('address.country')).selectOption('FR');
    await field(page, en('preferences.currency')).selectOption('EUR');
    await button(page, en('preferences.keep')).click();
    await page.waitForURL('**/pt-BR/account?saved');
    await notice(page, pt('account.saved'));
    expect(await page.getByRole('banner').textContent()).toContain('EUR');

    await button(page, pt('shell.sign_out')).last().click();
    expect(await heading(page)).toBe(pt('account.signed_out'));
    await page.goto(town.at('/account'));
    await signIn(page, en, 'luc@lyon.test', 'the kettle sings in Lyon');
    await page.waitForURL('**/account');
    const [{ sessions }] = (
      await town.house.db.query(
        `select count(*)::int as sessions from parties.sessions s join parties.people p on p.id = s.person where p.email = 'luc@lyon.test'`,
      )
    ).rows as [{ sessions: number }];
    expect(sessions).toBe(1);
  });

  test('who guesses is shut out for a while, and told for how long', async () => {
    const page = await town.page('somebody', { phone: true });
    await page.goto(town.at('/sign-in'));
    for (let guess = 0; guess < 10; guess++) {
      await signIn(page, en, 'mei@shenzhen.test', `guess number ${guess}`);
      await notice(page, en('refusal.email_or_password_is_wrong'));
      await page.reload();
    }
    await signIn(page, en, 'mei@shenzhen.test', 'one more guess');
    await notice(page, en('refusal.too_many_tries', { minutes: 15 }));
    await flawless(page);
    await town.later({ minutes: 15 });
    await signIn(page, en, 'mei@shenzhen.test', 'one more guess');
    await notice(page, en('refusal.email_or_password_is_wrong'));
  });

  test('a store shows what it sells and who it is; suspended, it says so', async () => {
    const page = await town.page('a visitor', { phone: true });
    await page.goto(town.at(`/products/${mei.product}`));
    await link(page, 'Mei, Shenzhen').click();
    const store = (await town.ask(system, storeAt, { store: mei.store }))!;
    await page.waitForURL(`**/stores/${store.slug}`);
    expect(await heading(page)).toBe('Mei, Shenzhen');
    for (const place of ['Shenzhen', 'China']) await page.locator('.facts').getByText(place, { exact: true }).waitFor();
    await link(page, 'Electric kettle').waitFor();
    await flawless(page);
    await page.goto(town.at(`/pt-BR/stores/${mei.store}?page=2`));
    expect(path(page)).toBe(`/pt-BR/stores/${store.slug}?page=2`);
    await notice(page, pt('store.none'));

    const desk = await town.staff('Rui', ['admission']);
    must(await town.does(desk, suspendStore, { store: mei.store, why: 'The desk has questions.' }));
    await town.settle();
    // Pages that all see are kept; of what is new they hear a moment later.
    await expect
      .poll(async () => {
        await page.goto(town.at(`/stores/${store.slug}`));
        return page.getByText(en('store.suspended')).count();
      })
      .toBe(1);
    await flawless(page);
    await page.goto(town.at('/stores/nobody-here'));
    expect(await heading(page)).toBe(en('error.title.404'));
  });

  test('somebody who was brought in without a password chooses one by mail', async () => {
    const rui = await town.staff('Rui, Lisbon', ['orders']);
    const page = await town.page('Rui', { phone: true, locale: 'pt-BR' });
    await town.signsIn(page, rui);
    await page.goto(town.at('/pt-BR/account/security'));
    await notice(page, pt('account.password.none'));
    await flawless(page);
    await button(page, pt('account.forgot.act')).click();
    await notice(page, pt('account.forgot.sent', { email: 'ruilisbon@people.test' }));
    await page.goto(await town.linkTo('ruilisbon@people.test'));
    await field(page, pt('account.new_password')).fill(ana.next);
    await button(page, pt('account.reset.act')).click();
    await notice(page, pt('account.sign_in.new_password'));
    await signIn(page, pt, 'ruilisbon@people.test', ana.next);
    await page.waitForURL('**/pt-BR');
  });
});
