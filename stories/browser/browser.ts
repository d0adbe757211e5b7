/**
 * Stories told in a browser: the town with its pages, and people who sit before them. The town runs in this process on its
 * own clock, so nothing happens by itself: after what a person does, `town.settle()` lets letters be sent and facts be heard.
 *
 *   inBrowser('Ana looks for a kettle', () => {
 *     let town: BrowserTown;
 *     beforeAll(async () => void (town = await openBrowserTown()), opening);
 *     afterAll(() => town?.close());
 *     test('…', async () => {
 *       const ana = await town.page('Ana', { phone: true, locale: 'pt-BR' });
 *       await ana.goto(town.at('/pt-BR'));
 *       expect(await town.faults(ana)).toEqual([]);
 *     });
 *   });
 *
 * One town in each file: the pages serve the house that was opened last.
 */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describe, inject } from 'vitest';
import pg from 'pg';
import { signInAs } from '#modules/parties';
import type { Actor } from '#platform/actor';
import { buildWhenStale } from '../../bin/ground/build.ts';
import { findChromium, howToGetChromium } from '../../bin/ground/chromium.ts';
import { openTown } from '../town.ts';
import type { Town } from '../town.ts';
import { desktop, faults, phone } from './faults.ts';

const executable = process.env['ENTREPOT_CHROMIUM'] || findChromium();
if (!executable) console.warn(`No Chromium here: this story in a browser is skipped. To get it: ${howToGetChromium}`);

/** `describe` where there is a browser; elsewhere the stories are reported as skipped. */
export const inBrowser = executable ? describe : describe.skip;

/** How long opening may take: the pages are built if they are stale. */
export const opening = 240_000;

export interface Looks {
  /** 360 pixels wide, with a finger; else a desktop. */
  phone?: boolean;
  /** What the browser asks for, such as `pt-BR`. */
  locale?: string;
  javaScript?: boolean;
}

export interface BrowserTown extends Town {
  /** The address of a page: `town.at('/cart')`. */
  at(path: string): string;
  /** A tab before a person. Each person has their own browser; how they look is said with their first tab. */
  page(person: string, looks?: Looks): Promise<Page>;
  /** Somebody of the town is signed in there from now on, as if they had typed their password. */
  signsIn(page: Page, by: Actor): Promise<void>;
  /** The link in the last letter to an address. */
  linkTo(email: string): Promise<string>;
  /**
   * What is in the way of people on this page, as sentences: what axe finds, and whether the page must be pushed sideways.
   * Looked at on a phone in the light and on a desktop in the dark; afterwards the page is as it was.
   */
  faults: typeof faults;
  /** What browsers complained of so far: scripts that failed, answers of 500, what the content policy refused. */
  complaints(): string[];
}

export const openBrowserTown = (at?: string): Promise<BrowserTown> => seatBefore(() => openTown(at, { pages: true }));

/** The same before any town that has pages. */
export async function seatBefore(open: () => Promise<Town>): Promise<BrowserTown> {
  await pagesAreBuilt();
  const town = await open();
  const browser = await theBrowser();
  const complaints: string[] = [];
  const people = new Map<string, BrowserContext>();
  return {
    ...town,
    at: (path) => town.url + path,
    page: async (person, looks) => {
      const known = people.get(person);
      if (known && looks) throw new Error(`${person} sits there already: say how they look with their first tab.`);
      const context = known ?? (await seat(browser, person, looks, complaints));
      people.set(person, context);
      return context.newPage();
    },
    signsIn: async (page, by) => {
      const value = await signInAs(town.house, by.id);
      await page
        .context()
        .addCookies([{ name: 'entrepot_session', value, url: town.url, httpOnly: true, sameSite: 'Lax' }]);
    },
    linkTo: async (email) => {
      await town.settle();
      const [letter] = town.world.mail.letters({ to: email });
      const link = /https?:\/\/\S+/.exec(letter?.text ?? '')?.[0];
      if (!link) throw new Error(`No letter with a link came to ${email}.`);
      return link;
    },
    faults,
    complaints: () => [...complaints],
    close: async () => {
      await Promise.all([...people.values()].map((context) => context.close()));
      await town.close();
    },
  };
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

/** One for all stories of this process, with which it ends; people do not see each other's contexts. */
function theBrowser(): Promise<Browser> {
  launched ??= chromium.launch({ executablePath: executable!, args: flags });
  return launched;
}

/** Several files may find the pages stale at once; one of them builds, the others wait. */
async function pagesAreBuilt(): Promise<void> {
  const client = new pg.Client({ connectionString: inject('cluster' as never) as string });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('entrepot: build of the pages'))`);
    await buildWhenStale()?.done;
  } finally {
    // The lock goes with the connection, also if this process dies.
    await client.end();
  }
}

async function seat(
  browser: Browser,
  person: string,
  looks: Looks = {},
  complaints: string[],
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: looks.phone ? phone : desktop,
    hasTouch: looks.phone === true,
    locale: looks.locale ?? 'en',
    javaScriptEnabled: looks.javaScript !== false,
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  const complain = (page: Page | null, what: string) => complaints.push(`${person} at ${page?.url() ?? '?'}: ${what}`);
  context.on('weberror', (error) => complain(error.page(), String(error.error())));
  context.on('console', (message) => {
    // The browser says this of each refused form too; what it must not be is seen at the answer.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complain(message.page(), message.text());
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 500) complain(response.frame().page(), `${response.status()} from ${response.url()}`);
  });
  return context;
}
