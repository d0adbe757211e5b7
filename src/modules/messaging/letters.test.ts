/** The letters of all languages against each other, and what a letter looks like. */
import { expect, test } from 'vitest';
import { compose, languageFor, letters } from './letters.ts';
import type { LetterName } from './letters.ts';

const blanks = (texts: readonly string[]) => [
  ...new Set([...texts.join('\n').matchAll(/\{(\w+)\}/g)].map((one) => one[1]!)),
];
const english = letters['en']!;

test.each(Object.keys(letters))(
  '%s has every letter, with the same blanks, and its link on a line of its own',
  (language) => {
    const these = letters[language]!;
    expect(Object.keys(these)).toEqual(Object.keys(english));
    for (const name of Object.keys(english) as LetterName[]) {
      const [mine, theirs] = [these[name], english[name]];
      expect(blanks([mine.subject, ...mine.text]).sort(), name).toEqual(
        blanks([theirs.subject, ...theirs.text]).sort(),
      );
      expect(mine.text, name).toContain('{link}');
      expect(mine.button, name).not.toBe('');
    }
  },
);

test('a reader is written to in their language, in one of the same tongue, or in English', () => {
  expect([languageFor('pt-BR'), languageFor('pt-PT'), languageFor('tlh')]).toEqual(['pt-BR', 'pt-BR', 'en']);
});

test('what people wrote stands in the HTML as they wrote it, and only our link leads away', () => {
  const { html, text } = compose('en', 'store_question', {
    name: 'Mei',
    asker: 'Ana',
    product: '<b>Kettle</b>',
    question: '<a href="https://bad.test">"click"</a>\nsecond line',
    link: 'https://shop.test/seller/questions?a=1&b=2',
  });
  expect(html).toContain('&lt;a href=&quot;https://bad.test&quot;&gt;&quot;click&quot;&lt;/a&gt;<br>second line');
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('href="https://shop.test/seller/questions?a=1&amp;b=2"');
  expect(text).toContain('\n\nhttps://shop.test/seller/questions?a=1&b=2\n');
});

test('from right to left, with what is written from the left kept in its own direction', () => {
  const values = { name: 'Ana', orders: 'K7-204', store: 'Mei & Co.', total: '12', number: 'RX1CN', carrier: 'Post' };
  const { html } = compose('ar', 'order_dispatched', { ...values, link: 'https://shop.test/x' });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('align="right"');
  expect(html).toContain('<span dir="auto" style="unicode-bidi:isolate">Mei &amp; Co.</span>');
  expect(compose('zh-CN', 'order_dispatched', { ...values, link: '/x' }).html).not.toContain('dir="auto"');
});

test('a letter is readable in the dark, and says what it is about in a list of letters', () => {
  const { html } = compose('en', 'order_paid', {
    name: 'Ana',
    orders: 'K7',
    total: 'R$ 12',
    link: 'https://shop.test/x',
  });
  expect(html).toContain('<meta name="color-scheme" content="light dark">');
  expect(/<div style="display:none[^>]*>([^<]*)/.exec(html)?.[1]).toContain('You paid R$ 12.');
});
