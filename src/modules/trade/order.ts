import { life } from '#kernel/life';
import type { States } from '#kernel/life';
import type { Id } from '#kernel/id';

/**
 * An order is the contract between one buyer and one store. `lapsed` is a placed order whose money did not come in
 * time: money that comes late funds it again if the goods are still there, else it is given back.
 */
export const orderLife = life({
  placed: { fund: 'funded', cancel: 'cancelled', lapse: 'lapsed' },
  lapsed: { fund: 'funded', give_back: 'refunding' },
  cancelled: { give_back: 'refunding' },
  funded: { dispatch: 'dispatched', hand_over: 'delivered', cancel: 'refunding', give_back: 'refunding' },
  dispatched: { deliver: 'delivered', lose: 'refunding', bring_back: 'refunding', give_back: 'refunding' },
  delivered: { accept: 'completed', give_back: 'refunding' },
  completed: {},
  refunding: { refund: 'refunded' },
  refunded: {},
});

export type OrderState = States<typeof orderLife>;
export type OrderId = Id<'order'>;
export type PurchaseId = Id<'purchase'>;

/** States in which an order holds the buyer's money in escrow. */
export const holdsMoney: readonly OrderState[] = ['funded', 'dispatched', 'delivered'];

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people call the order, on paper and on the telephone: ten letters made from its id, without I, L, O and U. */
export function orderNumber(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-13)}`) & ((1n << 50n) - 1n);
  let text = '';
  for (let n = 0; n < 10; n++) {
    text = letters[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}
