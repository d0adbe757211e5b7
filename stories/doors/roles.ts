/** Roles that may the same. */
import type { Role } from './askers.ts';

// Of the desk: the admin may all of it.
export const desk: readonly Role[] = ['admission', 'listings', 'orderDesk', 'money', 'rules', 'admin'];
export const admission: readonly Role[] = ['admission', 'admin'];
export const listings: readonly Role[] = ['listings', 'admin'];
export const orderDesk: readonly Role[] = ['orderDesk', 'admin'];
export const money: readonly Role[] = ['money', 'admin'];
export const rules: readonly Role[] = ['rules', 'admin'];

// Of a store's people, and with them those of the desk who see the same.
export const owner: readonly Role[] = ['owner'];
export const ownerSeen: readonly Role[] = ['owner', ...admission];
export const products: readonly Role[] = ['owner', 'products'];
export const orders: readonly Role[] = ['owner', 'orders', 'key'];
export const answers: readonly Role[] = ['owner', 'products', 'orders', 'key'];
export const finance: readonly Role[] = ['owner', 'finance'];
export const financeSeen: readonly Role[] = [...finance, ...money];
export const fees: readonly Role[] = [...finance, 'orders', 'key', ...money];
