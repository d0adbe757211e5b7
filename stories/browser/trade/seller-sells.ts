/** What Mei does in the seller centre once her store is open: lists, ships, and takes her money. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { localeNames } from '#lib/words/locale-names.ts';
import { sayIn } from '../../../src/lib/server/messages.ts';
import { samplePicture } from '../../sample-picture.ts';
import { button, field, goes, link, says, title } from './hands.ts';
import type { Hand } from './hands.ts';

const t = sayIn('en');
const english = { language: localeNames.en };
const portuguese = { language: localeNames['pt-BR'] };

export const kettle = { en: 'Electric kettle with a wooden handle', 'pt-BR': 'Chaleira elétrica com cabo de madeira' };

/** A draft in the category of kettles, in two colours, until nothing lacks; then it is sent to review. */
export async function listsTheKettle(hand: Hand): Promise<void> {
  const { town, page, looks } = hand;
  await entersTheCentre(hand);
  await looks('a new store');
  await link(page.getByRole('main'), t('seller.products.new')).click();
  await title(page, t('seller.products.new'));
  await looks();
  await field(page, t('seller.category.search')).fill('kettle');
  await page.keyboard.press('Enter');
  await link(page.getByRole('main'), 'Kettles').click();
  await field(page, t('seller.listing.title', english)).fill(kettle.en);
  await page.getByText(t('goods.new.other_languages')).click();
  await looks('titles');
  await field(page, t('seller.listing.title', portuguese)).fill(kettle['pt-BR']);
  await button(page, t('seller.listing.begin')).click();

  await title(page, kettle.en);
  await looks('a draft');
  await setsColours(hand);
  await describes(page);
  await prices(page);
  await losesNothing(page);
  await button(page, t('seller.listing.save')).click();
  await says(page, t('seller.listing.saved'));
  await brings(hand);
  await looks('complete');
  await button(page, t('seller.listing.submit')).click();
  await says(page, t('seller.listing.submitted'));
  await town.settle();
}

async function entersTheCentre({ page }: Hand): Promise<void> {
  await page.reload();
  await says(page, t('seller.open.is_open'));
  await button(page, t('seller.open.enter')).click();
  await title(page, t('seller.nav.today'));
}

async function setsColours({ page, looks }: Hand): Promise<void> {
  await link(page, t('seller.listing.change_options')).click();
  await title(page, t('seller.options.title'));
  await looks();
  const first = page.getByRole('group', { name: t('seller.options.option', { n: 1 }) });
  await field(first, `${t('goods.options.name')}: ${localeNames.en}`).fill('Colour');
  await field(first, `${t('goods.options.name')}: ${localeNames['pt-BR']}`).fill('Cor');
  for (const [n, [en, pt]] of [
    ['Ink blue', 'Azul-tinta'],
    ['Steel', 'Aço'],
  ].entries()) {
    const value = t('goods.options.value', { n: n + 1 });
    await field(first, `${value}: ${localeNames.en}`).fill(en!);
    await field(first, `${value}: ${localeNames['pt-BR']}`).fill(pt!);
  }
  await button(page, t('seller.options.save')).click();
  await title(page, kettle.en);
}

async function describes(page: Page): Promise<void> {
  await field(page, t('seller.listing.description', english)).fill('Boils a litre and a half in four minutes.');
  await page.locator('#texts').getByRole('button', { name: localeNames['pt-BR'] }).click();
  await field(page, t('seller.listing.description', portuguese)).fill('Ferve um litro e meio em quatro minutos.');
  await field(page, t('seller.listing.brand')).fill('Bao');
  await field(page, 'Capacity').fill('1.5');
  await field(page, t('seller.listing.hs')).fill('8516.10');
  await field(page, t('seller.listing.origin')).selectOption('CN');
  await field(page, t('seller.listing.battery')).selectOption('none');
}

/** 260 yuan, from ten on 240, 25 on the shelf; what is typed for the first colour is copied down to the second. */
async function prices(page: Page): Promise<void> {
  const cells = [
    [t('seller.listing.price'), '260'],
    [t('seller.products.stock'), '25'],
    [t('seller.listing.weight'), '1100'],
    [t('seller.listing.length'), '23'],
    [t('seller.listing.width'), '19'],
    [t('seller.listing.height'), '24.5'],
    [t('goods.steps.from', { n: 1 }), '10'],
    [t('goods.steps.price', { n: 1 }), '240'],
  ] as const;
  for (const [column, text] of cells) {
    const cell = page.getByLabel(`Ink blue: ${column}`, { exact: true });
    await cell.fill(text);
    await cell.press('ControlOrMeta+d');
    expect(await page.getByLabel(`Steel: ${column}`, { exact: true }).inputValue()).toBe(text);
  }
}

/** A wrong press asks first (the browser here says no), and what is not saved cannot be sent to review. */
async function losesNothing(page: Page): Promise<void> {
  const asked = page.waitForEvent('dialog');
  page.once('dialog', (dialog) => void dialog.dismiss());
  await link(page, t('seller.listing.change_options')).click();
  expect((await asked).message()).toBe(t('seller.listing.unsaved'));
  await says(page, t('seller.listing.save_first'));
  expect(await field(page, t('seller.listing.brand')).inputValue()).toBe('Bao');
}

async function brings({ page }: Hand): Promise<void> {
  const pictures = page.getByRole('region', { name: t('seller.listing.pictures') });
  const buffer = Buffer.from(await samplePicture(), 'base64');
  await pictures
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'kettle.png', mimeType: 'image/png', buffer });
  // It is sent as soon as it is chosen.
  await pictures.getByRole('img').first().waitFor();
}

/** What she asks for sending parcels to Brazil herself: 20 yuan, and 10 for each kilogram. */
export async function saysWhatCarriageCosts({ page, looks }: Hand): Promise<void> {
  await goes(page, t('seller.nav.store'));
  await looks();
  const zone = page.locator('details').filter({ hasText: t('seller.carriage.new') });
  await field(zone, t('seller.carriage.name')).fill('Brazil');
  await field(zone, t('seller.carriage.countries')).fill('Brazil, Portugal');
  await field(zone, t('seller.carriage.base')).fill('20');
  await field(zone, t('seller.carriage.per_kg')).fill('10');
  await field(zone, t('seller.carriage.from')).fill('12');
  await field(zone, t('seller.carriage.to')).fill('25');
  await button(page, t('seller.carriage.save')).click();
  await says(page, t('seller.carriage.saved'));
}

/** From what is to ship today: the parcel goes to the post, and its number is written down. */
export async function ships({ town, page, looks }: Hand, number: string, parcel: string): Promise<void> {
  await goes(page, t('seller.nav.today'));
  await link(page, number).click();
  await title(page, `${t('seller.orders.number')} ${number}`);
  await looks('to ship');
  await field(page, t('seller.ship.carrier')).selectOption('post');
  await field(page, t('seller.ship.number')).fill(parcel);
  await button(page, t('seller.ship.done')).click();
  await says(page, t('seller.order.shipped'));
  await town.settle();
}

/** By the line that the buyer paid: the label is booked, and comes as a PDF. Answers the parcel's number. */
export async function printsTheLabel({ town, page, looks }: Hand): Promise<{ label: Buffer; parcel: string }> {
  await goes(page, t('seller.nav.orders'));
  await looks();
  await page.locator('tbody').getByRole('link').first().click();
  await page.getByRole('heading', { name: t('seller.ship.by_line', { line: 'Meridian Line' }) }).waitFor();
  await looks('a label to book');
  await button(page, t('seller.label.book')).click();
  await says(page, t('seller.label.waits'));
  await town.settle();
  await link(page, t('seller.label.look')).click();
  const print = link(page, t('seller.label.print'));
  await print.waitFor();
  await looks('a label to print');
  const href = (await print.getAttribute('href'))!;
  const label = await (await page.request.get(town.at(href))).body();
  const parcel = /L[A-Z]\d{9}CN/.exec((await page.getByRole('main').textContent())!)![0];
  return { label, parcel };
}

/** All of it, to the account that she gave at the beginning. */
export async function isPaidOut({ town, page, looks }: Hand, amount: string): Promise<void> {
  await goes(page, t('seller.nav.balance'));
  await says(page.getByRole('table'), amount);
  await looks();
  await goes(page, t('seller.nav.payouts'));
  await looks();
  await button(page, t('seller.payouts.ask_now')).click();
  await says(page, t('seller.payouts.asked'));
  await town.settle();
  await page.reload();
  await says(page.getByRole('table'), t('seller.payout.state.paid'));
  await says(page.getByRole('table'), amount);
}

/** The month as a file, for her own books. */
export async function takesHerStatement({ page }: Hand): Promise<string[]> {
  await goes(page, t('seller.nav.balance'));
  const [download] = await Promise.all([page.waitForEvent('download'), link(page, t('seller.balance.csv')).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8').trim().split(/\r?\n/);
}
