/** What is in the way of people on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 860 };

export const onPhone = { size: phone, colorScheme: 'light' } as const;
export const onDesktop = { size: desktop, colorScheme: 'dark' } as const;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFound {
  violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[];
}

/** Looked at in each of these ways; afterwards the page is as it was. */
export async function faults(page: Page, ways = [onPhone, onDesktop]): Promise<string[]> {
  const before = page.viewportSize() ?? desktop;
  const found = new Set<string>();
  for (const { size, colorScheme } of ways) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    for (const fault of await looked(page)) found.add(`${size.width} px, ${colorScheme}: ${fault}`);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...found];
}

async function looked(page: Page): Promise<string[]> {
  // Handed over the debugger's line: a script of the page itself would be refused by the content policy.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeFound>(
    'axe.run(document, { resultTypes: ["violations"], preload: false }).then(({ violations }) => ({ violations }))',
  );
  const wide = await sideways(page);
  return [
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id} (${help}): ${html} ${failureSummary.replaceAll(/\s+/g, ' ')}`,
      ),
    ),
    ...(wide > 0 ? [`the page is ${wide} px too wide`] : []),
  ];
}

/** By how many pixels the page must be pushed aside to be seen. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
