/** A morning at the desk: Vera signs in with her code, admits a store, and finds why a payment stands still. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { must } from '#kernel/result';
import { appointStaff, enrol, giveSecondStep, hashPassword, openStore } from '#modules/parties';
import type { Placed } from '#modules/trade';
import { system } from '#platform/actor';
import { sql } from '#platform/sql';
import { sayIn } from '../../src/lib/server/messages.ts';
import { demoSecret } from '../../world/codes/totp.ts';
import type { Buyer } from '../town.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, field, goes, link, says, title } from './trade/hands.ts';

const en = sayIn('en');
const email = 'vera@desk.test';
const password = 'the lamp is lit at six';

inBrowser('A morning at the desk', () => {
  let town: BrowserTown;
  let page: Page;
  let ana: Buyer;
  let bought: Placed;
  beforeAll(async () => {
    town = await openBrowserTown();
    const passwordHash = await hashPassword(password);
    const about = { name: 'Vera', locale: 'en', country: 'BR', currency: 'BRL', email, passwordHash };
    const { person } = must(await town.does(system, enrol, about));
    must(
      await town.does(system, appointStaff, {
        person,
        roles: ['admission', 'money', 'orders', 'rules'],
        why: 'for the story',
      }),
    );
    must(await town.does(system, giveSecondStep, { person, secret: demoSecret }));
    await aStoreWaits();
    const mei = await town.seller('Mei, Shenzhen');
    ana = town.buyer('Ana, São Paulo');
    // The provider hears what it is told, and gives no answer.
    town.world.provider.faults({ api: 'timeout_after', hang_ms: 15 });
    bought = await ana.orders(mei.kettle, { method: 'pix' });
    for (let wait = 0; wait < 6; wait++) await town.later({ seconds: 5 });
    await town.later({ minutes: 12 });
    await town.round();
    page = await town.page('Vera');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  async function aStoreWaits(): Promise<void> {
    const about = { name: 'Lia', email: 'lia@stores.test', locale: 'en', country: 'CN', currency: 'CNY' };
    const { person } = must(await town.does(system, enrol, about));
    const lia = { id: person, kind: 'person' as const, name: 'Lia', stores: [], staff: [] };
    const like = { name: 'House of Lia', kind: 'company' as const, country: 'CN', currency: 'CNY' };
    const { store } = must(await town.does(lia, openStore, like));
    await town.house.db.query(
      sql`update parties.stores set state = 'in_review', submitted_at = ${town.house.clock.now()} where id = ${store}`,
    );
  }

  const flawless = async () => expect(await town.faults(page), page.url()).toEqual([]);

  test('she signs in with the code that her device shows', async () => {
    await page.goto(town.at('/desk'));
    await field(page, en('account.email')).fill(email);
    await field(page, en('account.password')).fill(password);
    await button(page, en('shell.sign_in')).click();
    await page.waitForURL('**/sign-in/code?**');
    const device = await town.page('Vera');
    await device.goto(`${town.world.url}/codes`);
    const code = /\d{3} \d{3}/.exec((await device.locator('body').textContent())!)![0];
    await device.close();
    await field(page, en('account.code')).fill(code);
    await button(page, en('shell.sign_in')).click();
    await title(page, en('desk.today.title'));
    await flawless();
  });

  test('she admits a store, and its owner has a letter', async () => {
    await link(page.getByRole('table'), 'House of Lia').click();
    await title(page, 'House of Lia');
    await field(page, en('desk.why')).fill('The register says the same.');
    await button(page, en('desk.store.admit')).click();
    await says(page.getByRole('status'), en('desk.store.just.admitted', { name: 'House of Lia' }));
    await town.settle();
    expect(town.world.mail.letters({ to: 'lia@stores.test' })[0]!.text).toContain('The register says the same.');
  });

  test('she finds why a payment stands still, and sets it going', async () => {
    await goes(page, en('desk.nav.today'));
    await link(page.getByRole('table'), en('desk.stuck.provider_does_not_answer')).click();
    await says(page, en('desk.stuck.provider_does_not_answer.do'));
    const evidence = page.getByRole('region', { name: en('desk.evidence') });
    const asked = (said: 'no_answer' | 'pending' | 'paid') =>
      en('desk.evidence.asked', { said: en(`desk.evidence.said.${said}`) });
    await says(evidence, asked('no_answer'));
    await says(evidence, en('desk.evidence.nothing_reported'));
    await says(evidence, en('desk.evidence.next'));
    await flawless();

    // Asked while it is silent still, it says so; the page shows the answer by itself.
    town.world.provider.faults();
    await button(page, en('desk.payment.look')).click();
    await says(page, en('desk.payment.done.look'));
    await town.settle();
    await says(evidence, asked('pending'));
    await says(page.getByRole('banner').or(page.getByRole('main')), en('desk.payment.state.waiting'));

    await ana.pays(bought);
    await page.reload();
    await says(evidence, en('desk.evidence.reported', { said: en('desk.evidence.said.paid') }));
    await says(page.getByRole('main'), en('desk.payment.state.paid'));
    await flawless();
    expect(await ana.state(bought.orders[0]!.order)).toBe('funded');
    await page.goto(town.at('/desk/payments/stuck'));
    await says(page, en('desk.payments.none_stuck'));
  });

  test('she sees what another commission would do before she sets it', async () => {
    await page.goto(town.at('/desk/rules/commission'));
    await page.getByText(en('desk.commission.new')).click();
    await field(page, en('desk.commission.share')).fill('3');
    await button(page, en('desk.preview')).click();
    const preview = page.getByRole('status', { name: en('desk.preview.title') });
    await says(preview, en('desk.preview.commission', { products: 1, stores: 1 }));
    await says(preview, '€3.00');
    await says(preview, en('desk.preview.not_yet'));
    await flawless();
    expect(await field(page, en('desk.commission.share')).inputValue()).toBe('3');
    await field(page, en('desk.why')).fill('A gentler beginning.');
    await button(page, en('desk.rule.set')).click();
    await says(page, en('desk.rule.done.from'));
    await says(page.getByRole('table').last(), 'A gentler beginning.');

    await page.goto(town.at('/desk/rules'));
    await page
      .locator('summary', { hasText: en('desk.rule.change') })
      .first()
      .click();
    await button(page, en('desk.preview')).first().click();
    await says(page, en('desk.preview.begun_now'));
    await flawless();
  });

  test('she names a category in Arabic as people there say it, and puts it back', async () => {
    await page.goto(town.at('/desk/rules/categories'));
    await flawless();
    await link(page, 'Kettles').click();
    await title(page, 'Kettles');
    await page
      .locator('summary', { hasText: en('desk.category.rename') })
      .first()
      .click();
    const arabic = field(page, en('desk.category.name_in', { language: 'العربية' }));
    const before = await arabic.inputValue();
    await arabic.fill('أباريق الشاي');
    await field(page, en('desk.why')).fill('As people look for them.');
    await button(page, en('desk.category.rename')).first().click();
    await says(page, en('desk.category.done'));
    await flawless();
    const reader = await town.page('Reader', { locale: 'ar' });
    await reader.goto(town.at('/ar/categories/kettles'));
    await title(reader, 'أباريق الشاي');

    await page.locator('table summary').first().click();
    await page.getByRole('table').getByLabel(en('desk.why')).fill('It was right before.');
    await button(page.getByRole('table'), en('desk.category.back')).click();
    // The page still says that the first change was done; the second one is there when it stands among the changes.
    await page.getByRole('table').locator('tbody tr').nth(1).waitFor();
    await reader.goto(town.at('/ar/categories/kettles?again'));
    await title(reader, before);
  });
});
