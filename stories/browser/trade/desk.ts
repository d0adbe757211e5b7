/** What Vera does at the desk: admits the store, lists the kettle, and looks after the money. */
import { expect } from 'vitest';
import { sayIn } from '../../../src/lib/server/messages.ts';
import { button, field, goes, link, minorIn, says, title } from './hands.ts';
import type { Hand } from './hands.ts';
import { store } from './seller-opens.ts';
import { kettle } from './seller-sells.ts';

const t = sayIn('en');

/** From what waits today to the case, and back to nothing waiting. */
export async function admits({ town, page, looks }: Hand): Promise<void> {
  await page.goto(town.at('/desk'));
  await title(page, t('desk.today.title'));
  await looks('a store waits');
  await link(page.getByRole('table'), store).click();
  await title(page, store);
  await looks('to decide');
  await says(page, t('desk.store.checked'));
  await says(page, t('desk.store.confirmed'));
  const [paper] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('region', { name: t('desk.store.papers') })
      .getByRole('link')
      .first()
      .click(),
  ]);
  await paper.close();
  await field(page, t('desk.why')).fill('Licence and register agree.');
  await button(page, t('desk.store.admit')).click();
  await says(page, t('desk.store.just.admitted', { name: store }));
  await town.settle();
}

export async function lists({ town, page, looks }: Hand): Promise<void> {
  await goes(page, t('desk.nav.listings'));
  await looks();
  await link(page, kettle.en).click();
  await title(page, kettle.en);
  await looks('to decide');
  await button(page, t('desk.listing.list')).click();
  await says(page, t('desk.listing.just.listed', { title: kettle.en }));
  await town.settle();
  await goes(page, t('desk.nav.today'));
  await says(page, t('desk.today.nothing'));
}

/** The order's money as one picture, and the books that it stands in. */
export async function looksAfterTheMoney({ page, looks }: Hand, number: string, amounts: string[]): Promise<void> {
  await goes(page, t('desk.nav.orders'));
  await looks();
  await link(page, number).click();
  await title(page, t('order.title', { number }));
  const money = page.getByRole('region', { name: t('desk.money'), exact: true });
  for (const amount of amounts) await says(money, amount);
  await looks('completed');
  await goes(page, t('desk.nav.books'));
  await looks();
  const differences = page.getByRole('row', { name: t('desk.books.difference') });
  for (const difference of await differences.all()) expect(minorIn((await difference.textContent())!)).toBe(0);
  await button(page, t('desk.books.verify')).click();
  await says(page, t('desk.books.hold'));
}
