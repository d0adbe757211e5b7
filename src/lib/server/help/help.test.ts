import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../words/locales.ts';
import { helpBeside, helpFor } from './help-beside.ts';
import { blocksOf, helpIn, isTopic, topics } from './help.ts';

const texts = locales.flatMap((locale) =>
  topics.flatMap((topic) => [
    ...helpIn(locale)[topic].parts.flatMap((part) => part.text),
    `[${helpIn(locale)[topic].act.text}](${helpIn(locale)[topic].act.href})`,
  ]),
);

test('each link in the help leads to a page that is there', () => {
  const links = texts.flatMap((text) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, href]) => href!));
  expect(links.length).toBeGreaterThan(20);
  for (const href of new Set(links)) {
    const topic = /^\/help\/(.+)$/.exec(href)?.[1];
    if (topic) expect(isTopic(topic), href).toBe(true);
    else expect(existsSync(`src/routes/(shop)${href}/+page.svelte`), href).toBe(true);
  }
});

test('points that follow each other are one list, and links stand between words', () => {
  expect(blocksOf(['Read.', '- One', '- See [two](/help/card).', 'End.'])).toEqual([
    { kind: 'paragraph', pieces: [{ text: 'Read.' }] },
    {
      kind: 'list',
      points: [[{ text: 'One' }], [{ text: 'See ' }, { text: 'two', href: '/help/card' }, { text: '.' }]],
    },
    { kind: 'paragraph', pieces: [{ text: 'End.' }] },
  ]);
});

test('each language says each topic in its own words, with as many parts and the same act', () => {
  for (const locale of locales.filter((one) => one !== 'en')) {
    for (const topic of topics) {
      const [here, there] = [helpIn(locale)[topic], helpIn('en')[topic]];
      expect(here.parts.length, `${locale} ${topic}`).toBe(there.parts.length);
      expect(here.act.href).toBe(there.act.href);
      expect(here.title).not.toBe(there.title);
      for (const [n, part] of here.parts.entries())
        expect(part.text.length, `${locale} ${topic} ${part.heading}`).toBe(there.parts[n]!.text.length);
    }
  }
});

test('the help calls pages as they call themselves', () => {
  const titles = { '/account/security': 'account.security', '/preferences': 'preferences.title' };
  for (const locale of locales) {
    const words = JSON.parse(readFileSync(`messages/${locale}/common.json`, 'utf8')) as Record<string, string>;
    const said = topics.flatMap((topic) => helpIn(locale)[topic].parts.flatMap((part) => part.text)).join('\n');
    for (const [page, title] of Object.entries(titles)) expect(said).toContain(`[${words[title]}](${page})`);
  }
});

test('each page of the shop that buys or waits has help beside it', () => {
  expect(helpFor('/(shop)/orders/[order]', 'ar', 'OM')?.map(({ topic }) => topic)).toContain('returns');
  expect(helpFor('/(shop)/purchases/[purchase]', 'ru', 'DE')?.map(({ topic }) => topic)).not.toContain('boleto');
  expect(helpFor('/(shop)/purchases/[purchase]', 'pt-BR', 'BR')?.map(({ topic }) => topic)).toContain('boleto');
  expect(helpFor('/(shop)', 'en', 'BR')).toBeUndefined();
  for (const route of Object.keys(helpBeside)) expect(existsSync(`src/routes${route}/+page.svelte`), route).toBe(true);
});
