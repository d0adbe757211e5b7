/** Who of the desk may look through which of its doors. */
import type { Role } from './askers.ts';
import { admission, desk, listings, money, orderDesk, rules } from './roles.ts';

export const deskLooks: Readonly<Record<string, readonly Role[]>> = {
  '/desk/questions': listings,
  '/desk/stores': admission,
  '/desk/stores/counts': admission,
  '/desk/stores/{store}': admission,
  '/desk/staff': ['admin'],
  '/desk/audit': ['admin'],
  '/desk/identity-rules': desk,
  '/desk/books': money,
  '/desk/books/transfers': money,
  '/desk/exchange': ['money', 'rules', 'admin'],
  '/desk/exchange/quotes': money,
  '/desk/categories': rules,
  '/desk/texts': rules,
  '/desk/texts/{key}': rules,
  '/desk/reviews': listings,
  '/desk/products': listings,
  '/desk/payments': ['money', 'orderDesk', 'admin'],
  '/desk/payments/stuck': money,
  '/desk/payments/webhooks': money,
  '/desk/payment-rules': ['money', 'rules', 'admin'],
  '/desk/parcels': orderDesk,
  '/desk/lines': rules,
  '/desk/orders': orderDesk,
  '/desk/timers': desk,
  '/desk/payouts': money,
  '/desk/reconciliation': money,
  '/desk/bank-statement': money,
  '/desk/settlements': money,
};
