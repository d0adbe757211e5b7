import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locales } from '../../words/locales.ts';
import { blocksOf, helpIn, isTopic, topics } from './help.ts';

const texts = locales.flatMap((locale) =>
  topics.flatMap((topic) => helpIn(locale).help[topic].parts.flatMap((part) => part.text)),
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
