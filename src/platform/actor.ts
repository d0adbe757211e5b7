/** Who asks. Doors find it out once; deeds and questions take it as it is. */
export type StoreRole = 'owner' | 'products' | 'orders' | 'finance';
export type StaffRole = 'admission' | 'listings' | 'orders' | 'money' | 'rules' | 'admin';

export interface Actor {
  /** A person's id, a guest's id, `system`, or empty for a visitor of whom nothing is known. */
  readonly id: string;
  readonly kind: 'person' | 'guest' | 'system' | 'visitor';
  /** For the audit trail. */
  readonly name: string;
  readonly stores: readonly { readonly store: string; readonly roles: readonly StoreRole[] }[];
  readonly staff: readonly StaffRole[];
}

/** The house itself: reactions, timers, reports of the outside world. */
export const system: Actor = { id: 'system', kind: 'system', name: 'Entrepot', stores: [], staff: [] };

export const visitor: Actor = { id: '', kind: 'visitor', name: '', stores: [], staff: [] };

/** Somebody without an account; the id is a secret that only their browser holds. */
export function guest(id: string): Actor {
  return { id, kind: 'guest', name: 'guest', stores: [], staff: [] };
}

/** Whether `by` may do `role`'s work in the store. Owners may do everything in theirs. */
export function worksFor(by: Actor, store: string, role: StoreRole): boolean {
  return by.stores.some(
    (place) => place.store === store && (place.roles.includes(role) || place.roles.includes('owner')),
  );
}

/** Whether `by` is staff of the platform in that role. Admins may do everything; so may the house itself. */
export function isStaff(by: Actor, role: StaffRole): boolean {
  return by.kind === 'system' || by.staff.includes(role) || by.staff.includes('admin');
}
