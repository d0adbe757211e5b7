import { expect, test } from 'vitest';
import { localPath } from './next.ts';

test.for(['/', '/cart', '/pt-BR/cart?x=1#y', '/a//b'])('%s is ours', (path) => {
  expect(localPath(path, '/home')).toBe(path);
});

test.for([
  '',
  'cart',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example/',
  '/\t/evil.example',
  'javascript:alert(1)',
  undefined,
  ['/cart'],
])('%s is not gone on to', (path) => {
  expect(localPath(path, '/home')).toBe('/home');
});
