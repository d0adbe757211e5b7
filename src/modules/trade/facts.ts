import { fact } from '#platform/facts';

/** Somebody ordered; the orders wait for their money. */
export const purchasePlaced = fact<{ purchase: string; orders: string[]; buyer: string }>('trade.purchase_placed');
/** The money is in escrow: the seller may begin. */
export const orderFunded = fact<{ order: string; purchase: string; store: string; buyer: string }>(
  'trade.order_funded',
);
export const orderDispatched = fact<{ order: string; purchase: string; store: string; buyer: string }>(
  'trade.order_dispatched',
);
export const orderDelivered = fact<{ order: string; purchase: string; store: string; buyer: string }>(
  'trade.order_delivered',
);
/** The buyer has the goods and the seller their money. */
export const orderCompleted = fact<{ order: string; purchase: string; store: string; buyer: string }>(
  'trade.order_completed',
);
/** It ended before it was paid: cancelled by somebody, or lapsed by itself. */
export const orderCancelled = fact<{ order: string; purchase: string; store: string; buyer: string; state: string }>(
  'trade.order_cancelled',
);
/** The money goes back. */
export const orderRefunding = fact<{ order: string; purchase: string; store: string; buyer: string; why: string }>(
  'trade.order_refunding',
);
export const orderRefunded = fact<{ order: string; purchase: string; store: string; buyer: string }>(
  'trade.order_refunded',
);
