import { expect, test } from 'vitest';
import { isGtin, priceAt } from './price.ts';

const tiers = [
  { from: 2, minor: 1000n },
  { from: 10, minor: 900n },
  { from: 100, minor: 750n },
];

test('the price of a piece falls at each step, and not before', () => {
  const at = (quantity: number) => priceAt({ currency: 'CNY', tiers }, quantity).minor;
  expect([1, 2, 9, 10, 99, 100, 5000].map(at)).toEqual([1000n, 1000n, 1000n, 900n, 900n, 750n, 750n]);
});

test('bar codes prove themselves', () => {
  // GS1's own examples, and one digit off.
  for (const right of ['6291041500213', '73513537', '036000291452', '10614141000415']) expect(isGtin(right)).toBe(true);
  for (const wrong of ['6291041500214', '6291041500', '', '62910415002I3']) expect(isGtin(wrong)).toBe(false);
});
