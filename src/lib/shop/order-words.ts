/** The states of an order in the reader's words, and how they look. */
import type { ParcelState } from '#modules/logistics';
import type { OrderRecord, OrderState } from '#modules/trade';
import { t } from '#lib/words/words.ts';

export function orderState(state: OrderState): string {
  switch (state) {
    case 'placed':
      return t('order.state.placed');
    case 'lapsed':
      return t('order.state.lapsed');
    case 'cancelled':
      return t('order.state.cancelled');
    case 'funded':
      return t('order.state.funded');
    case 'dispatched':
      return t('order.state.dispatched');
    case 'delivered':
      return t('order.state.delivered');
    case 'completed':
      return t('order.state.completed');
    case 'refunding':
      return t('order.state.refunding');
    case 'refunded':
      return t('order.state.refunded');
  }
}

export function orderBadge(state: OrderState): 'plain' | 'note' | 'good' | 'warn' | 'bad' {
  if (state === 'completed') return 'good';
  if (state === 'placed' || state === 'refunding') return 'warn';
  if (state === 'lapsed' || state === 'cancelled' || state === 'refunded') return 'plain';
  return 'note';
}

const reasons = {
  not_paid_in_time: 'order.why.not_paid_in_time',
  not_dispatched_in_time: 'order.why.not_dispatched_in_time',
  paid_too_late_and_sold_out: 'order.why.paid_too_late_and_sold_out',
  paid_after_it_was_cancelled: 'order.why.paid_after_it_was_cancelled',
  parcel_was_lost: 'order.why.parcel_was_lost',
  parcel_came_back: 'order.why.parcel_came_back',
} as const;

/** Why an order ended: the house's reasons in the reader's words, people's as they wrote them. */
export function endedWhy(why: string): string {
  return why in reasons ? t(reasons[why as keyof typeof reasons]) : t('order.why.said', { why });
}

const parcelWords = {
  created: 'parcel.created',
  info_received: 'parcel.info_received',
  accepted: 'parcel.accepted',
  in_transit: 'parcel.in_transit',
  export_customs: 'parcel.export_customs',
  departed_origin: 'parcel.departed_origin',
  arrived_dest: 'parcel.arrived_dest',
  import_customs: 'parcel.import_customs',
  customs_hold: 'parcel.customs_hold',
  out_for_delivery: 'parcel.out_for_delivery',
  available_for_pickup: 'parcel.available_for_pickup',
  attempt_failed: 'parcel.attempt_failed',
  delivered: 'parcel.delivered',
  returning: 'parcel.returning',
  returned: 'parcel.returned',
  exception: 'parcel.exception',
  lost: 'parcel.lost',
} as const satisfies Record<ParcelState, string>;

export function parcelState(state: ParcelState | null): string {
  return state === null ? t('parcel.unread') : t(parcelWords[state]);
}

interface Step {
  title: string;
  at?: Date;
  text?: string;
  state: 'done' | 'now' | 'next' | 'bad';
}

/** What has happened to an order, and what is still to come, oldest first. */
export function orderTimeline(order: OrderRecord, payUntil: Date): Step[] {
  const steps: Step[] = [{ title: t('order.step.placed'), at: order.placed_at, state: 'done' }];
  const reached = (title: string, at: Date | null, waits: boolean) => {
    if (at) steps.push({ title, at, state: 'done' });
    else if (waits) steps.push({ title, state: 'next' });
  };
  const ended =
    order.state === 'lapsed' ||
    order.state === 'cancelled' ||
    order.state === 'refunding' ||
    order.state === 'refunded';
  if (order.state === 'placed')
    steps.push({ title: t('order.step.paid'), at: payUntil, text: t('order.step.pay_by'), state: 'now' });
  else reached(t('order.step.paid'), order.funded_at, !ended);
  if (!order.digital) reached(t('order.step.dispatched'), order.dispatched_at, !ended);
  reached(t('order.step.delivered'), order.delivered_at, !ended);
  reached(t('order.step.completed'), order.completed_at, !ended);
  if (ended)
    steps.push({
      title: orderState(order.state),
      ...(order.closed_at ? { at: order.closed_at } : {}),
      ...(order.ended_why ? { text: endedWhy(order.ended_why) } : {}),
      state: 'bad',
    });
  return steps;
}
