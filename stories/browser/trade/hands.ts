/** What a person's hands and eyes do on a page. Words come as the page says them. */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { BrowserTown } from '../browser.ts';

/** A person before a page. */
export interface Hand {
  town: BrowserTown;
  page: Page;
  /** Looks for what is in the way of people: once at each kind of page, and again where it says something new. */
  looks(state?: string): Promise<void>;
}

type Within = Page | Locator;

export const button = (at: Within, name: string): Locator => at.getByRole('button', { name, exact: true });
export const link = (at: Within, name: string): Locator => at.getByRole('link', { name, exact: true });
/** By how its label begins. */
export const field = (at: Within, label: string): Locator => at.getByLabel(label).first();
export const choice = (at: Within, label: string): Locator => at.getByRole('radio', { name: label });
export const title = (page: Page, text: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
export const says = (at: Within, text: string | RegExp): Promise<void> => at.getByText(text).first().waitFor();

/** Seats people so that no kind of page is looked at twice by different people. */
export function seating(town: BrowserTown): (page: Page) => Hand {
  const seen = new Set<string>();
  return (page) => ({
    town,
    page,
    looks: async (state = '') => {
      const kind = `${new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')} ${state}`;
      if (seen.has(kind)) return;
      seen.add(kind);
      expect.soft(await town.faults(page), `${page.url()} ${state}`).toEqual([]);
    },
  });
}

/** Through the door's own navigation. */
export async function goes(page: Page, way: string): Promise<void> {
  await link(page.getByRole('navigation').first(), way).click();
  await title(page, way);
}

/** The first amount of a text such as `Total R$ 1.234,56`, in the currency's smallest unit. */
export function minorIn(text: string): number {
  const digits = /\d[\d.,\s]*\d/.exec(text)?.[0];
  if (!digits) throw new Error(`No amount in “${text}”.`);
  return Number(digits.replaceAll(/\D/g, ''));
}

/** Presses a link to a paper, and answers the paper, whether the browser keeps it as a file or opens it in a new tab. */
export async function taken(page: Page, paper: Locator): Promise<Buffer> {
  const href = new URL((await paper.getAttribute('href'))!, page.url()).href;
  const [asked] = await Promise.all([
    page.context().waitForEvent('request', (request) => request.url() === href),
    paper.click(),
  ]);
  return (await page.request.get(asked.url())).body();
}
