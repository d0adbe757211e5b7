/** Mei opens her store: an account, the steps of the application, and it is sent. */
import type { Page } from 'playwright-core';
import { sayIn } from '../../../src/lib/server/messages.ts';
import { button, choice, field, link, says, title } from './hands.ts';
import type { Hand } from './hands.ts';

const t = sayIn('en');

const mei = { name: 'Mei Lin', email: 'mei@kettles.test', password: 'the kettle sings at dawn' };
export const store = 'Shenzhen Kettle Works';

/** From the shop's front page: whoever wants to open a store makes an account on the way. */
export async function signsUp({ town, page, looks }: Hand): Promise<void> {
  await page.goto(town.at('/'));
  await looks('empty');
  await link(page.getByRole('contentinfo'), t('shell.open_store')).click();
  await title(page, t('shell.sign_in'));
  await link(page.getByRole('main'), t('account.sign_up')).click();
  await title(page, t('account.sign_up'));
  await field(page, t('account.name')).fill(mei.name);
  await field(page, t('account.email')).fill(mei.email);
  await field(page, t('account.password')).fill(mei.password);
  await button(page, t('account.sign_up.act')).click();
  await title(page, t('seller.open.title'));
  await confirmsHerAddress({ town, page });
}

async function confirmsHerAddress({ town, page }: Pick<Hand, 'town' | 'page'>): Promise<void> {
  const tab = await page.context().newPage();
  await tab.goto(await town.linkTo(mei.email));
  await button(tab, t('account.confirm.act')).click();
  await says(tab, t('account.confirm.done', { email: mei.email }));
  await tab.close();
}

/** Ten minutes of questions. */
export async function applies(hand: Hand): Promise<void> {
  const { town, page, looks } = hand;
  await begins(hand);
  await saysWhoSheIs(hand);
  await givesHerAddress(hand);
  await bringsPapers(hand);
  await givesHerAccount(hand);

  await title(page, store);
  await looks();
  await button(page, t('seller.open.send')).click();
  await says(page, t('seller.open.sent'));
  await town.settle();
}

const goesOn = (page: Page) => button(page, t('seller.open.go_on')).click();

async function begins({ page, looks }: Hand): Promise<void> {
  await looks();
  await field(page, t('seller.open.name')).fill(store);
  await choice(page, t('seller.open.kind.company')).check();
  await field(page, t('seller.open.country')).selectOption('CN');
  await field(page, t('seller.open.currency')).selectOption('CNY');
  await field(page, t('seller.open.about')).fill('We have made kettles in Bao’an since 2009.');
  await goesOn(page);
}

async function saysWhoSheIs({ page, looks }: Hand): Promise<void> {
  await title(page, t('seller.open.step.identity'));
  await looks();
  await field(page, 'Registered name of the company').fill('深圳美壶有限公司');
  await field(page, 'Unified social credit code').fill('91110000600037342L');
  await field(page, 'Name of the legal representative').fill('林美');
  await goesOn(page);
  // A sign of the number is wrong: the field says so, and the cursor waits in it.
  await page.locator('[name="identity.register_number"][aria-invalid="true"]:focus').fill('91110000600037341L');
  await looks('a number that does not hold');
  await goesOn(page);
}

async function givesHerAddress({ page, looks }: Hand): Promise<void> {
  await title(page, t('seller.open.step.address'));
  await looks();
  await field(page, t('address.province')).selectOption({ label: 'Guangdong' });
  await field(page, t('address.city')).fill('Shenzhen');
  await field(page, t('address.district')).fill('Bao’an');
  await field(page, t('address.street')).fill('22 Xin’an Road');
  await field(page, t('address.postal_code')).fill('518101');
  await field(page, t('seller.open.phone')).fill('+86 138 0013 8000');
  await goesOn(page);
}

async function bringsPapers({ page, looks }: Hand): Promise<void> {
  await title(page, t('seller.open.step.papers'));
  await looks();
  for (const label of ['Business licence', 'Identity document of the representative']) {
    const section = page.getByRole('region', { name: label });
    await section.locator('input[type=file]').setInputFiles({
      name: `${label}.pdf`,
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.4\n% ${label}\n%%EOF\n`),
    });
    await button(section, t('seller.open.paper_send')).click();
    await says(section, t('seller.open.paper_added'));
  }
  await looks('with papers');
  await link(page, t('seller.open.go_on_without')).click();
}

async function givesHerAccount({ page, looks }: Hand): Promise<void> {
  await title(page, t('seller.open.step.account'));
  await looks();
  await field(page, t('seller.account.bank', { called: 'CNAPS' })).fill('102584002215');
  await field(page, t('seller.account.number')).fill('6222021234567890123');
  await button(page, t('seller.account.keep')).click();
}
