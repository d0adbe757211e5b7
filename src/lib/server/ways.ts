/** The ways through the consoles, each as long as the person may go it. */
import type { Actor } from '#platform/actor';
import type { Key } from '../words/keys.ts';
import type { Say } from '../words/words.ts';
import { mayOpen } from './guards.ts';

/** `also`: pages elsewhere that belong to the way, so that it is marked there, too. */
type Way = { path: string; key: Key; also?: readonly string[] };

export const sellerWays: readonly Way[] = [
  { path: '/seller', key: 'seller.nav.today' },
  { path: '/seller/orders', key: 'seller.nav.orders' },
  { path: '/seller/products', key: 'seller.nav.products', also: ['/seller/import'] },
  { path: '/seller/questions', key: 'seller.nav.questions' },
  { path: '/seller/numbers', key: 'goods.numbers.title' },
  { path: '/seller/balance', key: 'seller.nav.balance' },
  { path: '/seller/payouts', key: 'seller.nav.payouts' },
  { path: '/seller/store', key: 'seller.nav.store' },
  { path: '/seller/people', key: 'seller.nav.people' },
  { path: '/seller/keys', key: 'seller.nav.keys' },
  { path: '/seller/webhooks', key: 'seller.nav.webhooks' },
];

export const deskWays: readonly Way[] = [
  { path: '/desk', key: 'desk.nav.today' },
  { path: '/desk/stores', key: 'desk.nav.stores' },
  { path: '/desk/listings', key: 'desk.nav.listings' },
  { path: '/desk/orders', key: 'desk.nav.orders' },
  { path: '/desk/payments', key: 'desk.nav.payments' },
  { path: '/desk/payouts', key: 'desk.nav.payouts' },
  { path: '/desk/books', key: 'desk.nav.books' },
  { path: '/desk/rules', key: 'desk.nav.rules' },
  { path: '/desk/people', key: 'desk.nav.people' },
  { path: '/desk/health', key: 'desk.nav.health' },
  { path: '/desk/audit', key: 'desk.nav.audit' },
];

export function waysFor({ by, store, t }: { by: Actor; store: string | undefined; t: Say }, ways: readonly Way[]) {
  return mayOpen(by, store, ways).map(({ path, key, also = [] }) => ({ path, label: t(key), also }));
}
