/** What the desk does for people who write to it: now and then it gives money back, in part or whole, and takes an order back. */
import { refundByDesk } from '#modules/payments';
import { cancelOrder } from '#modules/trade';
import { system } from '#platform/actor';
import { sql } from '#platform/sql';
import { reasons } from './reasons.ts';
import type { Play } from './simulate.ts';

const fourWeeks = 28 * 86_400_000;

interface Looked {
  id: string;
  state: string;
  country: string;
  paid_goods_minor: bigint;
  paid_currency: string;
}

/** Of the orders of the last weeks, one in some hundreds a day. */
export async function deskLooks({ street, chance, counts }: Play): Promise<void> {
  const now = street.house.clock.now();
  const { rows } = await street.house.db.query(sql`
    select o.id, o.state, p.country, o.paid_goods_minor, o.paid_currency
      from trade.orders o join trade.purchases p on p.id = o.purchase
     where o.state in ('funded', 'dispatched', 'delivered', 'completed') and o.placed_at > ${new Date(now.getTime() - fourWeeks)}
     order by o.placed_at, o.goods_minor, o.id`);
  for (const order of rows as Looked[]) {
    const key = `desk ${order.id} ${now.getTime()}`;
    if (!chance.happens(0.005)) continue;
    if (order.state === 'funded') {
      const why = reasons.buyerCalled(order.country);
      const said = await street.does(key, system, cancelOrder, { order: order.id, why });
      if (said.ok) counts.cancelled += 1;
      continue;
    }
    // A third of the price, a tenth, or all that is left.
    const share = chance.pick([3n, 10n, undefined]);
    const part = share && { minor: Number(order.paid_goods_minor / share) || 1, currency: order.paid_currency };
    const why = reasons.dented(order.country);
    const said = await street.does(key, system, refundByDesk, { order: order.id, why, ...part });
    if (said.ok) counts.refunded += 1;
  }
}
