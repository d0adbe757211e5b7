/** What sellers do each morning, and what carriers do with the parcels. */
import { makeTrackingNumber } from '#kernel/tracking-number';
import { shipmentsOf } from '#modules/logistics';
import { cancelOrder, dispatchOrder, labelOrder, ordersOfStore } from '#modules/trade';
import type { OrderCard } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { reasons } from './reasons.ts';
import type { Play } from './simulate.ts';

/** Every morning those ship who have something to ship; the others are not asked. */
export async function sellersShip(play: Play, sellers: readonly Actor[]): Promise<void> {
  const { rows } = await play.street.house.db.query(`
    select distinct store from trade.orders where state = 'funded' and not digital`);
  const waiting = new Set((rows as { store: string }[]).map(({ store }) => store));
  for (const seller of sellers)
    if (seller.stores.some(({ store }) => waiting.has(store))) await sellerShips(play, seller);
}

async function sellerShips(play: Play, seller: Actor): Promise<void> {
  const { street, chance, counts } = play;
  for (const { store } of seller.stores) {
    const page = await street.ask(seller, ordersOfStore, { store, state: 'funded', limit: 100 });
    for (const order of page?.orders ?? []) {
      if (order.digital || chance.happens(0.25)) continue; // tomorrow
      if (chance.happens(0.015)) {
        const said = await street.does(`no stock ${order.id}`, seller, cancelOrder, {
          order: order.id,
          why: reasons.lastOneScratched(order.country),
        });
        if (said.ok) counts.cancelled += 1;
      } else if (await ships(play, seller, order)) counts.dispatched += 1;
    }
  }
}

async function ships({ street }: Play, seller: Actor, order: OrderCard): Promise<boolean> {
  if (order.carriage.by === 'line') {
    const labelled = await street.does(`label ${order.id}`, seller, labelOrder, { order: order.id });
    if (!labelled.ok) return false;
    await street.settle();
    const number = (await street.ask(system, shipmentsOf, { order: order.id }))[0]?.number;
    if (number) street.world.carrier.move(number, 'accepted');
    return number !== undefined && number !== null;
  }
  const number = makeTrackingNumber('RX', Number(BigInt(`0x${order.id.slice(-8)}`) % 100_000_000n), 'CN');
  return (
    await street.does(`dispatch ${order.id}`, seller, dispatchOrder, { order: order.id, carrier: 'post', number })
  ).ok;
}

const steps = ['accepted', 'departed', 'customs', 'out_for_delivery', 'delivered'] as const;
const ofStreet = new WeakMap<object, Map<string, number>>();

/** Of some parcels nobody hears any more once they are handed over. */
const goesSilent = (number: string): boolean => /7[05]/.test(number.slice(-6, -2));

/** Every day each parcel goes on with some luck; a few come back, are lost, or are silent for long. */
export async function parcelMoves({ street, chance }: Play): Promise<void> {
  const places = ofStreet.get(street) ?? new Map<string, number>();
  ofStreet.set(street, places);
  const { rows } = await street.house.db.query(`
    select s.number from trade.orders o join logistics.shipments s on s.order_id = o.id and s.state <> 'withdrawn'
     where o.state = 'dispatched' and s.number is not null order by o.placed_at, o.goods_minor, o.id`);
  for (const { number } of rows as { number: string }[]) {
    if (!chance.happens(0.45) || goesSilent(number)) continue;
    const at = (places.get(number) ?? 0) + 1;
    const step =
      at >= 3 && chance.happens(0.01)
        ? 'lost'
        : at >= 4 && chance.happens(0.02)
          ? 'returned'
          : steps[Math.min(at, steps.length - 1)]!;
    places.set(number, at);
    try {
      street.world.carrier.move(number, step as never);
    } catch {
      continue; // Not the carrier's yet, or at its end.
    }
  }
  await street.settle();
}
