/** Rules without a database: addresses, passwords, names, telephones, slugs, networks, tokens, letters. */
import { expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { languages } from '#kernel/languages';
import { hashToken } from '#platform/crypto';
import { checkPhone } from '../phone.ts';
import { slugOf } from '../stores/slug.ts';
import { plainName, plainReason, plainText } from '../words.ts';
import { checkEmail } from './email.ts';
import { letterTexts, written } from './letters.ts';
import type { LetterName } from './letters.ts';
import { network } from './limits.ts';
import { checkPassword } from './password.ts';
import { readToken, tokenFor } from './secrets.ts';

test.each([
  [' Mei.Lin+shop@Example.COM ', 'mei.lin+shop@example.com'],
  ['josé@exemplo.com.br', 'josé@exemplo.com.br'],
  ['luc@bücher.example', 'luc@xn--bcher-kva.example'],
  ["o'neill@example.ie", "o'neill@example.ie"],
])('%s is kept as %s', (typed, kept) => expect(checkEmail(typed)).toEqual({ ok: true, value: kept }));

test.each([
  '',
  'luc',
  '@example.com',
  'luc@',
  'luc@localhost',
  'luc@@example.com',
  'l uc@example.com',
  '.luc@example.com',
  'luc..x@example.com',
  'luc@example.com\nBcc: all@example.com',
  'luc@-example.com',
  'a"b@example.com',
  `${'x'.repeat(65)}@example.com`,
  'luc@192.0.2.1',
])('%j is no address', (typed) => expect(checkEmail(typed)).toEqual({ ok: false, refusal: { no: 'email_is_wrong' } }));

test.each([
  'aaaaaaaaaaaa',
  '1234567890',
  'password123',
  'Qwertyuiop',
  'Entrepot2026!',
  'abcabcabcabc',
  '9876543210',
  '20261122 1',
  'luc@lyon.example',
  'Luc Le Grand',
])('%s is easily guessed', (password) =>
  expect(checkPassword(password, { email: 'luc@lyon.example', name: 'Luc Le Grand' })).toEqual({
    ok: false,
    refusal: { no: 'password_is_easily_guessed' },
  }),
);

test('a long sentence in any script is a good password, and a full-width letter is the same letter', () => {
  expect(checkPassword('красный чайник').ok).toBe(true);
  expect(checkPassword('一二三四五六七八九十')).toEqual({ ok: true, value: '一二三四五六七八九十' });
  expect(checkPassword('ａ ｋｅｔｔｌｅ ｏｎ ｔｈｅ ｈｏｂ')).toEqual({ ok: true, value: 'a kettle on the hob' });
});

test('names are one line without what nobody sees; texts keep their paragraphs; reasons are not empty', () => {
  expect(plainName('  Mei\n Lin\u202e\u0000 ')).toEqual({ ok: true, value: 'Mei Lin' });
  expect(plainName('\u200b\u2066')).toMatchObject({ ok: false, refusal: { no: 'name_is_missing' } });
  expect(plainName('نرگس\u200cها')).toEqual({ ok: true, value: 'نرگس\u200cها' });
  expect(plainText(' a  b \r\n\r\n\r\n\r\nc ')).toEqual({ ok: true, value: 'a b\n\nc' });
  expect(plainText('x'.repeat(2001))).toEqual({ ok: false, refusal: { no: 'text_is_too_long', most: 2000 } });
  expect(plainReason(' . ')).toEqual({ ok: false, refusal: { no: 'reason_is_missing' } });
});

test.each([
  ['+55 (11) 98765-4321', 'BR', '+5511987654321'],
  ['11 98765-4321', 'BR', '+5511987654321'],
  ['0049 30 1234567', 'BR', '+49301234567'],
  ['030/1234567', 'DE', '+49301234567'],
  ['+49 (0)30 1234567', 'DE', '+49301234567'],
  ['06 1234567', 'IT', '+39061234567'],
  ['138 0013 8000', 'CN', '+8613800138000'],
])('%s in %s is %s', (typed, country, number) =>
  expect(checkPhone(typed, country)).toEqual({ ok: true, value: number }),
);

test.each([
  ['call me', 'BR'],
  ['12', 'BR'],
  ['+0123456789', 'BR'],
  ['1234567', 'AQ'],
  ['+1234567890123456', 'US'],
])('%s in %s is no telephone', (typed, country) =>
  expect(checkPhone(typed, country)).toMatchObject({ ok: false, refusal: { no: 'phone_is_wrong' } }),
);

test.each([
  ["Mei's Kettles & Co.", 'meis-kettles-co'],
  ['Straßenøl Łódź', 'strassenol-lodz'],
  ['深圳水壶厂', 'store'],
  ['São João', 'sao-joao'],
  ['x'.repeat(80), 'x'.repeat(48)],
])('%s is at %s', (name, slug) => expect(slugOf(name)).toBe(slug));

test('one household has one network', () => {
  expect(network('203.0.113.7')).toBe('203.0.113.7');
  expect(network('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(network('2001:DB8:0001:2:3:4:5:6')).toBe(network('2001:db8:1:2::9'));
  expect(network('2001:db8:1:2::9')).not.toBe(network('2001:db8:1:3::9'));
  expect(network('::1')).toBe('0:0:0:0::/64');
});

test('a token says whose it is and is known by its hash', () => {
  const owner = newId(new Date('2026-03-02T09:00Z'));
  const token = tokenFor(owner);
  expect(readToken(token)).toEqual({ owner, hash: hashToken(token) });
  expect(tokenFor(owner)).not.toBe(token);
  for (const wrong of ['', 'x', `${token}x`, token.slice(1), ` ${token}`]) expect(readToken(wrong)).toBeUndefined();
});

test.each(languages)('every letter can be written in %s once its blanks are filled', (language) => {
  const blanks = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!))];
  for (const [name, english] of Object.entries(letterTexts['en']!)) {
    const values = Object.fromEntries(blanks(JSON.stringify(english)).map((blank) => [blank, `<${blank}>`]));
    expect(written(language, name as LetterName, values).text).not.toMatch(/\{|undefined/);
  }
});

test('a letter in a language we do not write is in English; a name cannot break its head; a blank left open is our mistake', () => {
  expect(written('sw', 'left_store', { store: 'Kettles\nBcc: all', name: 'Mei' }).subject).toBe(
    'You no longer work in Kettles Bcc: all',
  );
  expect(() => written('en', 'left_store', { name: 'Mei' })).toThrow('needs store');
});
