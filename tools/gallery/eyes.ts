/** Somebody who looks at pages: signed in as one of the demo's people, in a language, on a phone or at a desk, by day or by night. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { siteOf } from '../../src/lib/server/sites.ts';
import { inLocale } from '../../src/lib/words/locales.ts';
import type { Locale } from '../../src/lib/words/locales.ts';
import { password } from '../demo/stores.ts';
import type { Sight } from './pages.ts';

export interface Eyes {
  locale: Locale;
  device: 'phone' | 'desktop';
  scheme: 'light' | 'dark';
}

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 860 } };
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>();

/** A browser's window as one of the people sees it; signing in happens once for each of them. */
export async function look(browser: Browser, url: string, who: Sight['who'], eyes: Eyes): Promise<Page> {
  const { country, currency } = siteOf[eyes.locale];
  const context = await browser.newContext({
    viewport: sizes[eyes.device],
    // A phone has a finger and no keys: pages leave out what only a mouse or a keyboard needs.
    isMobile: eyes.device === 'phone',
    hasTouch: eyes.device === 'phone',
    locale: eyes.locale,
    colorScheme: eyes.scheme,
    reducedMotion: 'reduce',
    timezoneId: 'UTC',
  });
  context.setDefaultTimeout(15_000);
  const choices = { locale: eyes.locale, country, currency };
  await context.addCookies(Object.entries(choices).map(([name, value]) => ({ name: `entrepot_${name}`, value, url })));
  if (who !== 'guest') await context.addCookies(await sessionOf(browser, url, who));
  return context.newPage();
}

async function sessionOf(browser: Browser, url: string, who: string) {
  const known = sessions.get(who);
  if (known) return known;
  const context = await browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  await page.goto(`${url}/sign-in?next=/account`);
  await page.fill('input[name="email"]', `${who}@${who === 'wen' ? 'applicant' : 'demo'}.entrepot.test`);
  await page.fill('input[name="password"]', password);
  await page.press('input[name="password"]', 'Enter');
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  if (page.url().includes('/sign-in/code')) {
    await page.fill('input[name="code"]', await demoCode(url));
    await page.press('input[name="code"]', 'Enter');
    await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  }
  const cookies = (await context.cookies()).filter(({ name }) => name === 'entrepot_session');
  if (cookies.length === 0) throw new Error(`${who} could not sign in at ${url}.`);
  await context.close();
  sessions.set(who, cookies);
  return cookies;
}

/** What the demo's authenticator app shows: it lives in the outside world, one port on. */
async function demoCode(url: string): Promise<string> {
  const world = new URL(process.env['WORLD_URL'] ?? url);
  if (!process.env['WORLD_URL']) world.port = String(Number(world.port) + 1);
  const page = await (await fetch(new URL('/codes', world))).text();
  const code = /<strong>(\d{3}) (\d{3})<\/strong>/.exec(page);
  if (!code) throw new Error(`No code is shown at ${world.href}codes.`);
  return code[1]! + code[2]!;
}

/** The address of a path in a language: consoles have one for all of them. */
export const addressIn =
  (url: string, locale: Locale) =>
  (path: string): string =>
    url + (/^\/(seller|desk)/.test(path) ? path : inLocale(path, locale));
