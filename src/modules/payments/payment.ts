/** A payment: the buyer's act. Its life, and what the database keeps of it. */
import { life } from '#kernel/life';
import type { States } from '#kernel/life';

/**
 * Money is a fact whatever we believed before: a payment that had expired, failed or been cancelled is paid when the money
 * comes after all. `unknown`: the provider did not answer; it is settled by asking.
 */
export const paymentLife = life({
  created: {
    wait: 'waiting',
    lose_sight: 'unknown',
    pay: 'paid',
    fail: 'failed',
    expire: 'expired',
    cancel: 'cancelled',
  },
  waiting: { pay: 'paid', fail: 'failed', expire: 'expired', cancel: 'cancelled' },
  unknown: { wait: 'waiting', pay: 'paid', fail: 'failed', expire: 'expired', cancel: 'cancelled' },
  paid: {},
  failed: { pay: 'paid' },
  expired: { pay: 'paid' },
  cancelled: { pay: 'paid' },
});
export type PaymentState = States<typeof paymentLife>;

/** Part of a refund, as the provider carries it out. */
export const refundPartLife = life({
  owed: { send: 'sent', lose_sight: 'unknown', succeed: 'done', fail: 'failed' },
  sent: { succeed: 'done', fail: 'failed' },
  unknown: { send: 'sent', succeed: 'done', fail: 'failed' },
  failed: { ask_again: 'owed', succeed: 'done' },
  done: {},
});
export type RefundPartState = States<typeof refundPartLife>;

/** States in which money may still come without being late. */
export const isOpen = (state: PaymentState) => state === 'created' || state === 'waiting' || state === 'unknown';

export interface Slip {
  barcode: string;
  line: string;
  dueDate: string;
  url?: string;
}

export interface PixCode {
  emv: string;
  expiresAt: string;
}

const minute = 60_000;
const day = 86_400_000;
interface Looked {
  state: PaymentState;
  now: Date;
  expires_at: Date;
  late_until: Date;
  looks: number;
}

/**
 * When the provider is next asked of a payment that nobody reports: after two minutes, then each time twice as long, at
 * most an hour; always right after its expiry. After its end a few more times, because a slip may be paid at a counter for
 * days. Null when nothing more can come.
 */
export function nextLook({ state, now, expires_at, late_until, looks }: Looked): Date | null {
  const at = now.getTime();
  const end = expires_at.getTime();
  if (isOpen(state)) {
    const next = at + Math.min(60 * minute, 2 * minute * 2 ** Math.min(looks, 10));
    if (at >= end) return new Date(at + minute);
    return new Date(Math.min(next, end + minute));
  }
  if (state !== 'expired' && state !== 'cancelled') return null;
  const last = late_until.getTime() + 60 * minute;
  const next = [end + 10 * minute, end + day, end + 3 * day, last].filter((time) => time > at && time <= last);
  return next.length === 0 ? null : new Date(Math.min(...next));
}
