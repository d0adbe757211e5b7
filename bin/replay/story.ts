/** What happened to an order, step by step, as far as the data tell: when it was placed, paid, handed over, delivered, ended. */
import type { OlistOrder } from './olist.ts';
import { priceOf } from './price.ts';
import type { Price } from './price.ts';

export type Step = 'place' | 'pay' | 'dispatch' | 'deliver' | 'return' | 'cancel';

export interface Happening {
  step: Step;
  at: Date;
  /** What the carrier's scan says, where the step had to wait for another. */
  scannedAt: Date;
}

/** Where the data's times contradict each other, or the way that a trade goes here, and what was made of it. */
export type Repair =
  | 'handed_over_before_it_was_paid'
  | 'handed_over_before_it_was_placed'
  | 'delivered_before_it_was_handed_over'
  | 'payment_has_no_time';

export interface Story {
  order: OlistOrder;
  price: Price;
  happenings: Happening[];
  /** Its payments came; else the data know of none, or of none that was approved. */
  paid: boolean;
  repairs: Repair[];
  /** How its orders may stand at the end of the data. */
  mayEnd: string[];
}

const day = 86_400_000;
const quarter = 900_000;
const second = 1000;
const later = (...times: (Date | null)[]): Date => new Date(Math.max(...times.map((at) => at?.getTime() ?? 0)));
const ended = ['canceled', 'unavailable'];
/** The data's states, and how an order that was paid stands here in each. */
const states: Readonly<Record<string, readonly string[]>> = {
  created: ['placed', 'lapsed'],
  approved: ['funded'],
  processing: ['funded'],
  invoiced: ['funded'],
  shipped: ['dispatched'],
  delivered: ['delivered', 'completed'],
  canceled: ['refunded'],
  unavailable: ['refunded'],
};

/** `end` is the last thing that the data tell of any order. */
export function storyOf(order: OlistOrder, end: Date): Story {
  const { status, placedAt, approvedAt, carriedAt, deliveredAt } = order;
  const price = priceOf(order);
  const approved = approvedAt !== null || carriedAt !== null || ![...ended, 'created'].includes(status);
  const paid = price.parts.length > 0 && approved;
  const repairs: Repair[] = [];

  // Without a time of its own the money came at the latest before the parcel left.
  const paidAt = later(placedAt, approvedAt ?? carriedAt);
  if (paid && !approvedAt) repairs.push('payment_has_no_time');
  const happenings = [happens('place', placedAt)];
  if (paid) happenings.push(happens('pay', paidAt));
  const handedOver = carriedAt ?? deliveredAt;
  if (handedOver) {
    if (handedOver < placedAt) repairs.push('handed_over_before_it_was_placed');
    else if (handedOver < paidAt) repairs.push('handed_over_before_it_was_paid');
    const left = later(handedOver, paidAt);
    happenings.push(happens('dispatch', left, later(handedOver, placedAt)));
    if (deliveredAt && !ended.includes(status)) {
      if (deliveredAt < left) repairs.push('delivered_before_it_was_handed_over');
      happenings.push(happens('deliver', later(deliveredAt, left), later(deliveredAt, placedAt)));
    }
  }
  if (ended.includes(status))
    happenings.push(happens(carriedAt ? 'return' : 'cancel', endOf(order, { last: happenings.at(-1)!.at, paid, end })));
  return { order, price, happenings: oneAfterAnother(happenings), paid, repairs, mayEnd: mayEnd(status, paid) };
}

const happens = (step: Step, at: Date, scannedAt = at): Happening => ({ step, at, scannedAt });

/**
 * The data do not say when an order was cancelled. Its parcel came back when it should have arrived; a paid one was given
 * up the day after its last step; an unpaid one a quarter of an hour after it was placed, while it could still be paid.
 */
function endOf(
  { carriedAt, promisedAt }: OlistOrder,
  { last, paid, end }: { last: Date; paid: boolean; end: Date },
): Date {
  const at = carriedAt ? later(promisedAt, last) : new Date(last.getTime() + (paid ? day : quarter));
  return at < end ? at : end;
}

/** Each step follows the one before by a second at least: what happened at once in the data happens in its order here. */
function oneAfterAnother(happenings: Happening[]): Happening[] {
  let last = -Infinity;
  return happenings.map((one) => {
    last = Math.max(one.at.getTime(), last + second);
    return { ...one, at: new Date(last) };
  });
}

function mayEnd(status: string, paid: boolean): string[] {
  if (paid) return [...(states[status] ?? [])];
  return ended.includes(status) ? ['cancelled'] : ['placed', 'lapsed'];
}
