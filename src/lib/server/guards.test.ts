import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { system, visitor, guest } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import { entry, guardOf, guards, pathOf } from './guards.ts';
import { deskWays, sellerWays } from './ways.ts';

const person = (stores: Actor['stores'] = [], staff: StaffRole[] = []): Actor => ({
  id: 'p',
  kind: 'person',
  name: 'Mei',
  stores,
  staff,
});
const sells = (...roles: StoreRole[]) => person([{ store: 's', roles }]);
const unproven: Actor & { unproven: StaffRole[] } = { ...person(), unproven: ['orders'] };
const enter = (by: Actor, path: string) => entry(by, by.stores[0]?.store, path);

test.for([
  ['/', visitor, 'come_in'],
  ['/cart', guest('g'), 'come_in'],
  ['/account/orders', visitor, 'sign_in'],
  ['/account/orders', guest('g'), 'sign_in'],
  ['/account/orders', person(), 'come_in'],
  ['/seller', visitor, 'sign_in'],
  ['/seller', person(), 'open_a_store'],
  ['/seller/open', person(), 'come_in'],
  ['/seller', sells('orders'), 'come_in'],
  ['/seller/orders/[order]', sells('orders'), 'come_in'],
  ['/seller/products', sells('orders'), { role: 'products' }],
  ['/seller/payouts', sells('owner'), 'come_in'],
  ['/seller/people', sells('products', 'orders', 'finance'), { role: 'owner' }],
  ['/desk', visitor, 'sign_in'],
  ['/desk', sells('owner'), 'not_here'],
  ['/desk', person([], ['orders']), 'come_in'],
  // Staff whose session no second step has proven, on any page of the desk.
  ['/desk', unproven, 'second_step'],
  ['/desk/books/[day]', unproven, 'second_step'],
  ['/account', unproven, 'come_in'],
  ['/desk/books', person([], ['orders']), { role: 'money' }],
  ['/desk/books/[day]', person([], ['money']), 'come_in'],
  ['/desk/rules', person([], ['admin']), 'come_in'],
  // The house itself opens no pages.
  ['/desk', system, 'sign_in'],
] as const)('%s', ([path, by, verdict]) => {
  expect(enter(by as Actor, path)).toEqual(verdict);
});

test('a store that somebody else owns opens nothing', () => {
  expect(entry(sells('owner'), 'another', '/seller/orders')).toEqual({ role: 'orders' });
});

test('a name that begins like a guarded one is not guarded', () => {
  expect(guardOf('/accounts')).toBe('anyone');
  expect(guardOf('/sellers/mei')).toBe('anyone');
  expect(guardOf('/constructor')).toBe('anyone');
});

test('groups are no part of a path', () => {
  expect(pathOf('/(shop)/account/(papers)/orders/[order]')).toBe('/account/orders/[order]');
  expect(pathOf('/(shop)')).toBe('/');
});

const routes = resolve(import.meta.dirname, '../../routes');

test.for(['seller', 'desk'])('every section of %s says whose work it is', (console) => {
  const sections = readdirSync(resolve(routes, console), { withFileTypes: true }).filter((one) => one.isDirectory());
  const unsaid = sections.map(({ name }) => `/${console}/${name}`).filter((path) => !Object.hasOwn(guards, path));
  expect(unsaid).toEqual([]);
});

test('every guard and every way leads to a page', () => {
  const paths = [
    ...Object.keys(guards).filter((path) => !['/', '/account'].includes(path)),
    ...[...sellerWays, ...deskWays].map(({ path }) => path),
  ];
  const isPage = (path: string) => existsSync(resolve(routes, path, '+page.svelte'));
  const missing = paths.filter((path) => !isPage(`.${path}`) && !isPage(`(shop)${path}`));
  expect([...new Set(missing)]).toEqual([]);
});
