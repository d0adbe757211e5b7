import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { lookOf } from './visits.ts';

const product = '019a0000-0000-7000-8000-000000000001';
const person = { 'user-agent': 'Mozilla/5.0 (X11; Linux x64) Firefox/140.0' };
const ask = (url: string, headers: Record<string, string> = person, method = 'GET') =>
  lookOf({ method, url, headers } as unknown as IncomingMessage);

test('a look is of a product, from where things are delivered', () => {
  expect(ask(`/products/${product}`)).toEqual({ product, country: 'US' });
  expect(ask(`/pt-BR/products/${product}?variant=1`)).toEqual({ product, country: 'BR' });
  expect(ask(`/ru/products/${product}/`, { ...person, cookie: 'a=1; entrepot_country=KZ' })).toEqual({
    product,
    country: 'KZ',
  });
});

test('what is no person’s look is not counted', () => {
  expect(ask(`/products/${product}`, person, 'POST')).toBeUndefined();
  expect(ask(`/products/${product}/questions`)).toBeUndefined();
  expect(ask('/categories/kettles')).toBeUndefined();
  expect(ask(`/products/${product}`, { 'user-agent': 'Googlebot/2.1' })).toBeUndefined();
  expect(ask(`/products/${product}`, {})).toBeUndefined();
  expect(ask(`/products/${product}`, { ...person, 'sec-purpose': 'prefetch;prerender' })).toBeUndefined();
});
