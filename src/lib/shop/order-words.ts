/** The states of an order in the reader's words, and how they look. */
import type { ParcelState } from '#modules/logistics';
import type { OrderRecord, OrderState } from '#modules/trade';
import { t } from '#lib/words/words.ts';

export const orderState = (state: OrderState): string => t(`order.state.${state}`);

export function orderBadge(state: OrderState): 'plain' | 'note' | 'good' | 'warn' | 'bad' {
  if (state === 'completed') return 'good';
  if (state === 'placed' || state === 'refunding') return 'warn';
  if (state === 'lapsed' || state === 'cancelled' || state === 'refunded') return 'plain';
  return 'note';
}

/** The house's own reasons; people's are shown as they wrote them. */
const reasons = [
  'not_paid_in_time',
  'not_dispatched_in_time',
  'paid_too_late_and_sold_out',
  'paid_after_it_was_cancelled',
  'parcel_was_lost',
  'parcel_came_back',
] as const;

/** What a buyer who cancels may choose from, so that the seller reads it in another language. */
export const buyerReasons = ['changed_my_mind', 'ordered_by_mistake', 'found_it_cheaper', 'takes_too_long'] as const;

/** What was chosen, in the reader's words; what was written, as it was written. */
export function saidReason(why: string): string {
  const chosen = buyerReasons.find((one) => one === why);
  return chosen ? t(`order.reason.${chosen}`) : why;
}

/** Why an order ended, in the reader's words. */
export function endedWhy(why: string): string {
  const known = reasons.find((one) => one === why);
  return known ? t(`order.why.${known}`) : t('order.why.said', { why: saidReason(why) });
}

export const parcelState = (state: ParcelState | null): string => t(`parcel.${state ?? 'unread'}`);

interface Step {
  title: string;
  at?: Date;
  /** The day by which it is to come. */
  by?: Date;
  text?: string;
  state: 'done' | 'now' | 'next' | 'bad';
}

/** What has happened to an order, and what is still to come, oldest first. */
export function orderTimeline(order: OrderRecord, payUntil: Date): Step[] {
  const steps: Step[] = [{ title: t('order.step.placed'), at: order.placed_at, state: 'done' }];
  const reached = (title: string, at: Date | null, waits: boolean, by?: Date | null) => {
    if (at) steps.push({ title, at, state: 'done' });
    else if (waits) steps.push({ title, ...(by ? { by } : {}), state: 'next' });
  };
  const ended =
    order.state === 'lapsed' ||
    order.state === 'cancelled' ||
    order.state === 'refunding' ||
    order.state === 'refunded';
  if (order.state === 'placed') steps.push({ title: t('order.step.pay_by'), at: payUntil, state: 'now' });
  else reached(t('order.step.paid'), order.funded_at, !ended);
  if (!order.digital) reached(t('order.step.dispatched'), order.dispatched_at, !ended, order.dispatch_by);
  reached(t('order.step.delivered'), order.delivered_at, !ended, arrivesBy(order));
  reached(t('order.step.completed'), order.completed_at, !ended, order.accept_by);
  if (ended)
    steps.push({
      title: orderState(order.state),
      ...(order.closed_at ? { at: order.closed_at } : {}),
      ...(order.ended_why ? { text: endedWhy(order.ended_why) } : {}),
      state: endedHow[order.state] ?? 'bad',
    });
  return steps;
}

/** Money on its way back is the middle of something, and money that came back its good end. */
const endedHow: Partial<Record<OrderState, Step['state']>> = { refunding: 'now', refunded: 'done' };

/** If the store sends it as late as it may, or has sent it, and the carrier needs its longest. */
export function arrivesBy({ dispatched_at, dispatch_by, carriage, digital }: OrderRecord): Date | null {
  const from = dispatched_at ?? dispatch_by;
  return from && carriage.days && !digital ? new Date(from.getTime() + carriage.days[1] * 86_400_000) : null;
}
