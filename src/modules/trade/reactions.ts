import { parcelAccepted, parcelDelivered, parcelLost, parcelReturned } from '#modules/logistics';
import { personSignedIn } from '#modules/parties';
import { orderRefunded, ordersPaid, refundOwed } from '#modules/payments';
import type { Result } from '#kernel/result';
import { reaction } from '#platform/facts';
import type { Work } from '#platform/work';
import { adoptGuest } from './cart.ts';
import { acceptParcel, deliverOrder, failDelivery } from './deliver-order.ts';
import { endRefund, endWithItsMoney } from './end-refund.ts';
import { fundOrders } from './fund-order.ts';
import { adoptWishes } from './wish.ts';

/** A scan that comes twice or too late is refused by the order's life, and that is the end of it: nothing to try again. */
function heard(work: Work, said: Result<unknown, { no: string }>, order: string): void {
  if (!said.ok) work.house.log.info({ order, refusal: said.refusal.no }, 'a fact changed nothing');
}

export const reactions = [
  reaction(ordersPaid, 'trade.fund_orders', async (work, { purchase, orders }) => {
    for (const one of await fundOrders(work, { purchase, orders })) heard(work, one.said, one.order);
  }),
  reaction(refundOwed, 'trade.end_with_its_money', endWithItsMoney),
  reaction(orderRefunded, 'trade.end_refund', endRefund),
  reaction(parcelAccepted, 'trade.dispatch_by_scan', async (work, { order }) =>
    heard(work, await acceptParcel(work, { order }), order),
  ),
  reaction(parcelDelivered, 'trade.deliver_by_scan', async (work, { order }) =>
    heard(work, await deliverOrder(work, { order }), order),
  ),
  reaction(parcelReturned, 'trade.parcel_came_back', async (work, { order }) =>
    heard(work, await failDelivery(work, { order, how: 'returned' }), order),
  ),
  reaction(parcelLost, 'trade.parcel_was_lost', async (work, { order }) =>
    heard(work, await failDelivery(work, { order, how: 'lost' }), order),
  ),
  reaction(personSignedIn, 'trade.adopt_guest', async (work, { person, guest }) => {
    if (!guest) return;
    await adoptGuest(work, { person, guest });
    await adoptWishes(work, { person, guest });
  }),
];
