/** Roles of the desk that may the same; the admin may all of it. */
import type { Role } from './askers.ts';

export const desk: readonly Role[] = ['admission', 'listings', 'orderDesk', 'money', 'rules', 'admin'];
export const admission: readonly Role[] = ['admission', 'admin'];
export const listings: readonly Role[] = ['listings', 'admin'];
export const orderDesk: readonly Role[] = ['orderDesk', 'admin'];
export const money: readonly Role[] = ['money', 'admin'];
export const rules: readonly Role[] = ['rules', 'admin'];
