import { expect, test } from 'vitest';
import { acceptedLocale, choseFront, inLocale, isConsole, localeOfPath, withoutLocale } from './locales.ts';

test.for([
  ['/', '/', undefined],
  ['/cart', '/cart', undefined],
  ['/pt-BR', '/', 'pt-BR'],
  ['/pt-BR/cart', '/cart', 'pt-BR'],
  ['/pt-BRx/cart', '/pt-BRx/cart', undefined],
  ['/en/cart', '/en/cart', undefined],
] as const)('%s is the page %s', ([path, page, locale]) => {
  expect(withoutLocale(path)).toBe(page);
  expect(localeOfPath(path)).toBe(locale);
});

test.for([
  ['/', '/pt-BR', '/'],
  ['/cart?from=a#b', '/pt-BR/cart?from=a#b', '/cart?from=a#b'],
  ['/?q=x', '/pt-BR?q=x', '/?q=x'],
  ['/pt-BR/cart', '/pt-BR/cart', '/cart'],
  ['/seller/orders', '/seller/orders', '/seller/orders'],
  ['/pt-BR/desk', '/desk', '/desk'],
  ['/sellers', '/pt-BR/sellers', '/sellers'],
  ['https://example.org/', 'https://example.org/', 'https://example.org/'],
  ['//example.org', '//example.org', '//example.org'],
])('%s is %s in Portuguese and %s in English', ([path, portuguese, english]) => {
  expect(inLocale(path!, 'pt-BR')).toBe(portuguese);
  expect(inLocale(path!, 'en')).toBe(english);
});

test('consoles are known by their first step', () => {
  expect(['/seller', '/desk/books', '/api/v1'].every(isConsole)).toBe(true);
  expect(['/', '/sellers', '/cart/desk'].some(isConsole)).toBe(false);
});

test.for([
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['sv, en-GB;q=0.5, pt;q=0.4', 'en'],
  ['en;q=0.1, pt;q=0.9', 'pt-BR'],
  ['pt;q=0, en', 'en'],
  ['zh-CN', 'zh-CN'],
  ['ar-EG, en;q=0.5', 'ar'],
  ['ru-RU', 'ru'],
  ['iw-IL', 'he'],
  ['es-419', 'es'],
  ['zh-Hant-TW', 'zh-CN'],
  ['sv', undefined],
  ['*', undefined],
  [null, undefined],
] as const)('who accepts %s reads %s', ([header, locale]) => {
  expect(acceptedLocale(header)).toBe(locale);
});

test.for([
  ['a link on a page of ours', true, 'same-origin', 'http://shop.test/pt-BR'],
  ['an address typed, asked for by the service worker', false, 'same-origin', null],
  ['a link elsewhere, asked for by the service worker', false, 'same-origin', 'http://bank.test/counter'],
  ['an address typed', false, 'none', null],
  ['a link elsewhere', false, 'cross-site', 'http://bank.test/'],
] as const)('the English home was chosen by %s: %s', ([, chosen, site, referer]) => {
  expect(choseFront(site, referer, 'shop.test')).toBe(chosen);
});
