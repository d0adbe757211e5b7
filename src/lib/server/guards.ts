/** Who may enter which page. One table, read at the door; the longest path that fits decides. */
import { waitsForSecondStep } from '#modules/parties';
import { isStaff, worksFor } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';

/** Of several roles one is enough. */
export type Who =
  'anyone' | 'person' | { store: StoreRole | 'any' | readonly StoreRole[] } | { staff: StaffRole | 'any' };

export const guards: Readonly<Record<string, Who>> = {
  '/': 'anyone',
  '/account': 'person',
  // A guest's list waits in their browser, as their cart does.
  '/account/wishes': 'anyone',

  '/seller': { store: 'any' },
  '/seller/open': 'person',
  '/seller/stores': 'person',
  '/seller/products': { store: 'products' },
  '/seller/import': { store: 'products' },
  '/seller/orders': { store: 'orders' },
  '/seller/questions': { store: ['products', 'orders'] },
  '/seller/numbers': { store: 'finance' },
  '/seller/balance': { store: 'finance' },
  '/seller/payouts': { store: 'finance' },
  '/seller/store': { store: 'owner' },
  '/seller/store/design': { store: 'products' },
  '/seller/people': { store: 'owner' },
  '/seller/keys': { store: 'owner' },
  '/seller/webhooks': { store: 'owner' },

  '/desk': { staff: 'any' },
  '/desk/stores': { staff: 'admission' },
  '/desk/listings': { staff: 'listings' },
  '/desk/orders': { staff: 'orders' },
  '/desk/payments': { staff: 'money' },
  '/desk/payouts': { staff: 'money' },
  '/desk/books': { staff: 'money' },
  '/desk/rules': { staff: 'rules' },
  '/desk/people': { staff: 'admin' },
  '/desk/health': { staff: 'admin' },
  '/desk/audit': { staff: 'admin' },
};

/** `/(shop)/account/orders/[order]` → `/account/orders/[order]`. Guards read the matched route, never the typed address. */
export function pathOf(routeId: string): string {
  return routeId.replace(/\/\([^)]*\)/g, '') || '/';
}

export function guardOf(path: string): Who {
  for (let at = path; at; at = at.slice(0, at.lastIndexOf('/'))) if (Object.hasOwn(guards, at)) return guards[at]!;
  return guards['/']!;
}

/**
 * `not_here`: the page does not exist for this person. A role: they are of the house, but this is others' work.
 * `second_step`: they are of the house, and prove first with a second step who they are.
 */
export type Verdict =
  'come_in' | 'sign_in' | 'second_step' | 'open_a_store' | 'not_here' | { role: StoreRole | StaffRole };

export function entry(by: Actor, store: string | undefined, path: string): Verdict {
  const who = guardOf(path);
  if (who === 'anyone') return 'come_in';
  if (by.kind !== 'person') return 'sign_in';
  if (who === 'person') return 'come_in';
  if ('store' in who) {
    if (!store) return 'open_a_store';
    if (who.store === 'any') return 'come_in';
    const roles = typeof who.store === 'string' ? [who.store] : who.store;
    return roles.some((role) => worksFor(by, store, role)) ? 'come_in' : { role: roles[0]! };
  }
  if (waitsForSecondStep(by)) return 'second_step';
  if (by.staff.length === 0) return 'not_here';
  return who.staff === 'any' || isStaff(by, who.staff) ? 'come_in' : { role: who.staff };
}

/** The entries of a console's navigation that this person may use. */
export function mayOpen<Item extends { path: string }>(
  by: Actor,
  store: string | undefined,
  items: readonly Item[],
): Item[] {
  return items.filter((item) => entry(by, store, item.path) === 'come_in');
}
