/** Help where things go wrong: found by one's own words, in one's own language, ending with what helps. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { sayIn } from '../../src/lib/server/messages.ts';
import { helpIn } from '../../src/lib/server/help/help.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';

inBrowser('Help', () => {
  let town: BrowserTown;
  beforeAll(async () => {
    town = await openBrowserTown();
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  const flawless = async (page: Page) => expect(await town.faults(page), page.url()).toEqual([]);

  test.each([
    ['ar', 'رفض البطاقة', 'card', 1],
    ['ru', 'посылка не приходит', 'delivery', 2],
    ['zh-CN', '忘记密码', 'account', 1],
  ] as const)(
    '%s: somebody without JavaScript asks “%s” and is led to what helps',
    async (locale, asked, topic, part) => {
      const says = sayIn(locale);
      const article = helpIn(locale)[topic];
      const page = await town.page(`reader of ${locale}`, { phone: true, locale, javaScript: false });
      await page.goto(town.at(`/${locale}/sign-in`));
      await page
        .getByRole('navigation', { name: says('help.beside') })
        .getByRole('link')
        .first()
        .click();
      await page.getByRole('heading', { level: 1, name: helpIn(locale).account.title }).waitFor();
      await page
        .getByRole('main')
        .getByRole('link', { name: says('help.title'), exact: true })
        .first()
        .click();
      await page.getByRole('searchbox', { name: says('help.search') }).fill(asked);
      await page.getByRole('searchbox', { name: says('help.search') }).press('Enter');
      await page.waitForURL('**q=*');
      // The shop's own search is not what was asked for.
      expect(await page.getByRole('searchbox', { name: says('shop.search') }).inputValue()).toBe('');
      await page.getByRole('link', { name: article.parts[part]!.heading, exact: true }).first().click();
      await page.waitForURL(`**/help/${topic}#part-${part}`);
      const act = page.getByRole('main').getByRole('link', { name: article.act.text });
      expect(await act.getAttribute('href')).toBe(`/${locale}${article.act.href}`);
    },
  );

  test('what is not written says so, and leads to people', async () => {
    const en = sayIn('en');
    const page = await town.page('Ana');
    await page.goto(town.at('/help?q=umbrella'));
    await page.getByText(en('help.found_none')).waitFor();
    await flawless(page);
    await page.getByRole('link', { name: en('help.not_answered') }).click();
    await page.getByRole('heading', { level: 1, name: helpIn('en').contact.title }).waitFor();
    await flawless(page);
    await page.goto(town.at('/ar/help?q=%D8%A7%D9%84%D8%B7%D8%B1%D8%AF'));
    await flawless(page);
  });
});
