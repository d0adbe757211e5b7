import { expect, test } from 'vitest';
import { wayHere } from './way-here.ts';

const ways = [
  { path: '/seller' },
  { path: '/seller/products', also: ['/seller/import'] },
  { path: '/seller/store' },
  { path: '/seller/store/design' },
];

test.for([
  ['/seller', '/seller'],
  ['/seller/products', '/seller/products'],
  ['/seller/products/0190/options', '/seller/products'],
  ['/seller/import', '/seller/products'],
  ['/seller/import/0190', '/seller/products'],
  ['/seller/store/design/section', '/seller/store/design'],
  ['/seller/stores', undefined],
  ['/seller/open', undefined],
] as const)('on %s the way %s is marked', ([at, way]) => {
  expect(wayHere(at, ways)?.path).toBe(way);
});
