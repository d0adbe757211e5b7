import { expect, test } from 'vitest';
import { backToList, keepingPlace, toProduct } from './list-place.ts';

const at = (path: string) => new URL(path, 'https://shop.example');

test('the place in the list goes there and back', () => {
  const there = toProduct('p1', 'q=red+kettle&state=live&page=3');
  expect(at(there).pathname).toBe('/seller/products/p1');
  expect(backToList(at(there), 'p1')).toBe('/seller/products?q=red+kettle&state=live&page=3#p-p1');
  const options = keepingPlace('/seller/products/p1/options', at(there));
  expect(backToList(at(options), 'p1')).toBe(backToList(at(there), 'p1'));
});

test('who came from nowhere gets the whole list', () => {
  expect(toProduct('p1', '')).toBe('/seller/products/p1');
  expect(backToList(at('/seller/products/p1'), 'p1')).toBe('/seller/products#p-p1');
  expect(keepingPlace('/x', at('/seller/products/p1'))).toBe('/x');
});

test('what somebody wrote into the address leads nowhere else', () => {
  expect(backToList(at('/seller/products/p1?from=//evil.example'), 'p1')).toBe(
    '/seller/products?%2F%2Fevil.example=#p-p1',
  );
});
