/** What buyers do in the shop: find, order, pay, follow, accept. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { sayIn } from '../../../src/lib/server/messages.ts';
import { paulista } from '../../town.ts';
import { button, choice, field, link, minorIn, says, title } from './hands.ts';
import type { Hand } from './hands.ts';
import { kettle } from './seller-sells.ts';

const t = sayIn('pt-BR');

export interface Person {
  name: string;
  email: string;
  taxId: string;
}
export const ana: Person = { name: 'Ana Souza', email: 'ana@saopaulo.test', taxId: '390.533.447-05' };
export const joao: Person = { name: 'João Lima', email: 'joao@saopaulo.test', taxId: '529.982.247-25' };
export const lia: Person = { name: 'Lia Rocha', email: 'lia@saopaulo.test', taxId: '111.444.777-35' };

/** From the front page, in their language; they take the steel one. Answers where it stands. */
export async function findsTheKettle({ town, page, looks }: Hand): Promise<string> {
  await page.goto(town.at('/'));
  await title(page, t('home.heading'));
  expect(new URL(page.url()).pathname).toBe('/pt-BR');
  await looks('with goods');
  await field(page, t('shop.search')).fill('chaleira');
  await page.keyboard.press('Enter');
  await title(page, t('search.title', { text: 'chaleira' }));
  await says(page, /R\$\s[\d,]+/);
  await looks();
  await link(page, kettle['pt-BR']).click();
  await title(page, kettle['pt-BR']);
  await looks();
  const product = page.url();
  await link(page, 'Aço').click();
  await page.locator('a[aria-current="true"]', { hasText: 'Aço' }).waitFor();
  await says(page, t('product.tier_from', { count: 10 }));
  await says(page.getByRole('main'), /R\$\s[\d,]+/);
  await button(page, t('product.to_cart')).click();
  await title(page, t('shell.cart_word'));
  await says(page, t('cart.added'));
  await looks();
  return product;
}

/** Without an account, by boleto; answers the total in cents. */
export async function ordersByBoleto({ page, looks }: Hand, who: Person): Promise<number> {
  await link(page, t('cart.checkout')).click();
  await title(page, t('checkout.title'));
  await looks();
  await fillsTheCheckout(page, { ...who, taxId: '390.533.447-06' });
  await button(page, t('checkout.order')).click();
  // That CPF does not hold; everything else that she typed stays.
  await page.locator('[name="taxId"][aria-invalid="true"]:focus').fill(who.taxId);
  await looks('a number that does not hold');
  const total = await totalAt(page);
  await button(page, t('checkout.order')).click();
  await title(page, t('purchase.thanks'));
  return total;
}

/** The same without JavaScript: the sum cannot follow what is chosen, so it is shown before it counts. */
export async function ordersByBoletoInTwoSteps({ page }: Hand, who: Person): Promise<number> {
  await link(page, t('cart.checkout')).click();
  await title(page, t('checkout.title'));
  const before = await totalAt(page);
  await fillsTheCheckout(page, who);
  await button(page, t('checkout.order')).click();
  await says(page, t('refusal.price_has_changed', { now: '' }).split(/ *\. /)[1]!);
  const total = await totalAt(page);
  expect(total).toBeGreaterThan(before);
  await button(page, t('checkout.order')).click();
  await title(page, t('purchase.thanks'));
  return total;
}

async function fillsTheCheckout(page: Page, who: Person): Promise<void> {
  await field(page, t('checkout.email')).fill(who.email);
  await writesTheAddress(page, who);
  await choice(page, t('checkout.by_seller')).check();
  await choice(page, t('method.boleto')).check();
  await field(page, t('checkout.tax_id')).fill(who.taxId);
}

async function writesTheAddress(page: Page, who: Person): Promise<void> {
  await field(page, t('address.name')).fill(who.name);
  await field(page, t('address.cep')).fill(paulista['postalCode']!);
  await field(page, t('address.street')).fill(paulista['street']!);
  await page.getByLabel(t('address.number'), { exact: true }).fill(paulista['number']!);
  await field(page, t('address.neighborhood')).fill(paulista['district']!);
  await field(page, t('address.city')).fill(paulista['city']!);
  await field(page, t('address.uf')).selectOption(paulista['region']!);
}

const totalAt = async (page: Page) =>
  minorIn((await page.locator('dl > .total', { hasText: t('checkout.total') }).textContent())!);

/** The slip: what to type, the bars, the day. Answers the line. */
export async function keepsTheSlip({ town, page, looks }: Hand, total: number, scripts = true): Promise<string> {
  await says(page, t('purchase.preparing'));
  await town.settle();
  // With JavaScript the page looks again by itself at once, without it after some seconds.
  if (!scripts) await page.reload();
  const slip = page.getByRole('region', { name: t('method.boleto') });
  await slip
    .getByRole('img', { name: t('purchase.barcode') })
    .locator('svg')
    .waitFor();
  await looks('with the slip');
  expect(minorIn((await page.getByText(t('checkout.total')).locator('..').textContent())!)).toBe(total);
  return (await slip.locator('code').textContent())!;
}

/** Without the letter, on the phone with which they ordered: where people look for their orders. */
export async function findsTheOrderAgain({ town, page }: Hand): Promise<void> {
  await page.goto(town.at('/pt-BR/account/orders'));
  const here = page.getByRole('region', { name: t('account.guest_orders') });
  await says(here, t('order.state.placed'));
  await here.getByRole('link').first().click();
  await link(page, t('order.pay')).waitFor();
}

/** At the bank's counter, by the line that she wrote down. */
export async function paysAtTheBank({ town, page }: Hand, line: string): Promise<void> {
  await page.goto(`${town.world.url}/bank/counter`);
  await page.locator('#line').fill(line);
  await page.locator('form button').click();
  await page.locator('[name=act][value=pay]').click();
  await page.getByRole('status').waitFor();
  await town.settle();
}

/** In the banking app, by the code that the page shows. */
export async function paysByPix({ town, page }: Hand): Promise<void> {
  await town.settle();
  await page.reload();
  const code = page.getByRole('region', { name: t('method.pix') }).locator('code');
  await code.waitFor();
  const bank = await page.context().newPage();
  await bank.goto(
    `${town.world.url}/bank/pix?${new URLSearchParams({ code: (await code.textContent())! }).toString()}`,
  );
  await bank.locator('form button').click();
  await bank.getByRole('status').waitFor();
  await bank.close();
  await town.settle();
  await page.reload();
  await title(page, t('purchase.paid'));
}

/** From the purchase to its only order. */
export async function opensTheOrder({ page, looks }: Hand): Promise<string> {
  const number = page.getByRole('region', { name: t('purchase.orders', { count: 1 }) }).getByRole('link');
  const name = (await number.textContent())!;
  await number.click();
  await title(page, t('order.title', { number: name }));
  await looks();
  return name;
}

/** The order as it stands now: its state, and what else is to be read. */
export async function sees(page: Page, state: string, ...texts: string[]): Promise<void> {
  await page.reload();
  await page.locator('.badge').getByText(state, { exact: true }).waitFor();
  for (const text of texts) await says(page.getByRole('main'), text);
}

export async function acceptsTheGoods({ town, page, looks }: Hand): Promise<void> {
  await sees(page, t('order.state.delivered'), t('order.accept_help'));
  await looks('delivered');
  await button(page, t('order.accept')).click();
  await says(page, t('order.accepted'));
  await says(page, t('order.state.completed'));
  await town.settle();
}
