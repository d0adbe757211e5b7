/** What sellers and the desk do over the API: ship, look, set timers. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Uuid, When } from '#platform/shapes';
import { dispatchOrder, labelOrder } from './dispatch-order.ts';
import { ordersForDesk, ordersOfStore } from './orders-of.ts';
import { setTimer, timerHistory } from './timers.ts';

import { ListQuery, OrdersShape } from './door-shapes.ts';

export const houseDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/orders',
    says: 'A store’s orders, once they are paid, newest first.',
    may: 'store',
    query: ListQuery,
    answer: OrdersShape,
    question: ordersOfStore,
  }),
  door({
    method: 'POST',
    path: '/orders/{order}/dispatch',
    says: 'The seller ships with a carrier of their own.',
    may: 'store',
    body: Type.Object({ carrier: Type.String(), number: Type.String({ maxLength: 60 }) }),
    answer: Type.Object({ state: Type.String(), shipment: Uuid }),
    refusals: {
      order_not_found: 404,
      order_is_not_to_be_dispatched: 409,
      buyer_paid_for_the_line: 409,
      buyer_did_not_choose_a_line: 409,
      carrier_is_unknown: 422,
      number_is_wrong: 422,
      number_is_used: 409,
    },
    deed: dispatchOrder,
  }),
  door({
    method: 'POST',
    path: '/orders/{order}/label',
    says: 'Books the line that the buyer paid for; the label can be printed when the carrier has answered.',
    may: 'store',
    answer: Type.Object({ shipment: Uuid }),
    refusals: {
      order_not_found: 404,
      order_is_not_to_be_dispatched: 409,
      buyer_paid_for_the_line: 409,
      buyer_did_not_choose_a_line: 409,
      carrier_is_unknown: 422,
      number_is_wrong: 422,
      number_is_used: 409,
    },
    deed: labelOrder,
  }),
  door({
    method: 'GET',
    path: '/desk/orders',
    says: 'All orders, newest first.',
    may: 'staff',
    query: ListQuery,
    answer: OrdersShape,
    question: ordersForDesk,
  }),
  door({
    method: 'GET',
    path: '/desk/timers',
    says: 'How long each step may take, with its history.',
    may: 'staff',
    answer: Type.Array(
      Type.Object({ name: Type.String(), minutes: Type.Integer(), since: When, by: Type.String(), why: Type.String() }),
    ),
    question: timerHistory,
  }),
  door({
    method: 'POST',
    path: '/desk/timers',
    says: 'Sets how long a step may take from now on.',
    may: 'staff',
    body: Type.Object({ name: Type.String(), minutes: Type.Integer(), why: Type.String({ maxLength: 500 }) }),
    answer: Type.Object({ name: Type.String() }),
    refusals: { only_staff_for_rules_may_set_timers: 403, no_such_timer: 404, minutes_out_of_range: 422, say_why: 422 },
    deed: setTimer,
  }),
];
