/** Hands that have a keyboard and nothing else. */
import type { Locator, Page } from 'playwright-core';
import { sayIn } from '../../../src/lib/server/messages.ts';
import { paulista } from '../../town.ts';
import { button, choice, field, link, title } from './hands.ts';
import type { Person } from './buyer.ts';

const t = sayIn('pt-BR');

/** As often as a person would press it who looks for something below. */
const patience = 25;

/** Tab, until it has the focus; and whoever looks must see that it has. */
async function reaches(page: Page, what: Locator): Promise<void> {
  for (let n = 0; n < patience; n++) {
    await page.keyboard.press('Tab');
    if (!((await hasFocus(what)) ?? (await hasFocus(what)))) continue;
    const outline = await what.evaluate((it) => it.ownerDocument.defaultView!.getComputedStyle(it).outlineStyle);
    if (outline === 'none') throw new Error(`Nothing shows that the focus is at ${what.toString()}.`);
    return;
  }
  throw new Error(`The keyboard does not come to ${what.toString()}.`);
}

/** Nothing when the page was put anew while we looked: then it is to be looked at once more. */
const hasFocus = (what: Locator): Promise<boolean | undefined> =>
  what.evaluate((it) => (it.isConnected ? it === it.ownerDocument.activeElement : undefined));

/** Over the head of the page. A form that was sent from there leads over the next one's head, too: its address keeps the place. */
async function skips(page: Page): Promise<void> {
  if (new URL(page.url()).hash === '#main') return;
  await reaches(page, link(page, t('shell.skip')));
  await page.keyboard.press('Enter');
}

async function types(page: Page, label: string, text: string): Promise<void> {
  await reaches(page, page.getByRole('main').getByLabel(label).first());
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

/** Radios are one stop of the keyboard; between them lead the arrows. */
async function picks(page: Page, group: string, option: string): Promise<void> {
  await reaches(page, page.getByRole('group', { name: group }).locator('input:checked'));
  for (let n = 0; n < patience && !(await choice(page, option).isChecked()); n++)
    await page.keyboard.press('ArrowDown');
}

/** From the product's page to the placed order: two kettles, by the line, paid by Pix. */
export async function ordersByKeyboard(page: Page, who: Person): Promise<void> {
  await skips(page);
  await types(page, t('product.quantity'), '2');
  await reaches(page, button(page, t('product.to_cart')));
  await page.keyboard.press('Enter');
  await title(page, t('shell.cart_word'));
  await skips(page);
  await reaches(page, link(page, t('cart.checkout')));
  await page.keyboard.press('Enter');

  await title(page, t('checkout.title'));
  await skips(page);
  await types(page, t('checkout.email'), who.email);
  await types(page, t('address.name'), who.name);
  await types(page, t('address.cep'), paulista['postalCode']!);
  await types(page, t('address.street'), paulista['street']!);
  await reaches(page, page.getByLabel(t('address.number'), { exact: true }));
  await page.keyboard.type(paulista['number']!);
  await types(page, t('address.neighborhood'), paulista['district']!);
  await types(page, t('address.city'), paulista['city']!);
  const state = field(page, t('address.uf'));
  await reaches(page, state);
  for (let n = 0; n < patience && (await state.inputValue()) !== paulista['region']; n++)
    await page.keyboard.press('s');
  await picks(page, t('checkout.carriage'), 'Meridian Line');
  await picks(page, t('checkout.method'), t('method.pix'));
  await types(page, t('checkout.tax_id'), who.taxId);
  await reaches(page, button(page, t('checkout.order')));
  await page.keyboard.press('Enter');
  await title(page, t('purchase.thanks'));
}
