/** What sellers do each morning, and what carriers do with the parcels. */
import { makeTrackingNumber } from '#kernel/tracking-number';
import { shipmentsOf } from '#modules/logistics';
import { cancelOrder, dispatchOrder, labelOrder, ordersOfStore } from '#modules/trade';
import type { OrderCard } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { Play } from './simulate.ts';

export async function sellerShips(play: Play, seller: Actor): Promise<void> {
  const { street, chance, counts } = play;
  for (const { store } of seller.stores) {
    const page = await street.ask(seller, ordersOfStore, { store, state: 'funded', limit: 100 });
    for (const order of page?.orders ?? []) {
      if (order.digital || chance.happens(0.25)) continue; // tomorrow
      if (chance.happens(0.015)) {
        const said = await street.does(`no stock ${order.id}`, seller, cancelOrder, {
          order: order.id,
          why: 'We found a scratch on the last one.',
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

/** Every day each parcel goes on with some luck; a few come back or are lost. */
export async function parcelMoves({ street, chance }: Play): Promise<void> {
  const places = ofStreet.get(street) ?? new Map<string, number>();
  ofStreet.set(street, places);
  const { rows } = await street.house.db.query(`
    select o.id from trade.orders o where o.state = 'dispatched' order by o.id`);
  for (const { id } of rows as { id: string }[]) {
    const number = (await street.ask(system, shipmentsOf, { order: id }))[0]?.number;
    if (!number || !chance.happens(0.45)) continue;
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
    await street.settle();
  }
}
