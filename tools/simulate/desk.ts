/** What the desk does for people who write to it: now and then it gives money back, in part or whole, and takes an order back. */
import { refundByDesk } from '#modules/payments';
import { cancelOrder, ordersOfStore } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { Play } from './simulate.ts';

export async function deskLooks(play: Play, sellers: readonly Actor[]): Promise<void> {
  const { street, chance, counts } = play;
  for (const seller of sellers) {
    for (const { store } of seller.stores) {
      const page = await street.ask(seller, ordersOfStore, {
        store,
        state: 'funded,dispatched,delivered,completed',
        limit: 100,
      });
      for (const order of page?.orders ?? []) {
        const key = `desk ${order.id} ${street.house.clock.now().getTime()}`;
        if (order.state === 'funded' && chance.happens(0.006)) {
          const said = await street.does(key, system, cancelOrder, { order: order.id, why: 'The buyer telephoned.' });
          if (said.ok) counts.cancelled += 1;
        } else if (chance.happens(0.006)) {
          // A third of the price, a tenth, or all that is left.
          const share = chance.pick([3n, 10n, undefined]);
          const part = share && { minor: Number(order.paid_goods_minor / share) || 1, currency: order.paid_currency };
          const said = await street.does(key, system, refundByDesk, {
            order: order.id,
            why: 'It came with a dent.',
            ...part,
          });
          if (said.ok) counts.refunded += 1;
        }
      }
    }
  }
}
