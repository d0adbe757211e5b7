/** A fact becomes a delivery for each of the store's addresses that wants to hear of it. */
import { newId } from '#kernel/id';
import { listingDecided, offersOf, stockTurned } from '#modules/catalogue';
import { payoutPaid } from '#modules/finance';
import {
  orderCancelled,
  orderCompleted,
  orderDelivered,
  orderDispatched,
  orderFunded,
  orderNumber,
  orderRefunded,
} from '#modules/trade';
import { reaction } from '#platform/facts';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { deliver } from './deliver.ts';
import type { WebhookEventName } from './endpoint.ts';

interface Event {
  store: string;
  type: WebhookEventName;
  /** The fact's own id. */
  event: string;
  at: Date;
  data: object;
}

async function tell(work: Work, event: Event): Promise<void> {
  const { store, type } = event;
  const endpoints = await work.many<{ id: string }>(sql`
    select id from webhooks.endpoints where store = ${store} and off_at is null and ${type} = any(events) order by id`);
  for (const { id } of endpoints) await write(work, { ...event, endpoint: id });
}

/** Writes down what is to be sent, and sends it once that is kept. A fact that comes again is the same delivery. */
export async function write(
  work: Work,
  { store, endpoint, type, event, at, data }: Omit<Event, 'type'> & { endpoint: string; type: string },
): Promise<string> {
  const delivery = newId(work.now);
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const written = await work.run(sql`
    insert into webhooks.deliveries (store, id, endpoint, event, type, body, at, state, next_at)
    values (${store}, ${delivery}, ${endpoint}, ${event}, ${type}, ${body}, ${at}, 'waiting', ${work.now})
        on conflict (store, endpoint, event) do nothing`);
  if (written > 0) enqueue(work, deliver({ store, delivery, attempt: 1 }), { subject: delivery });
  return delivery;
}

type OrderFact = typeof orderFunded;

/** The buyer is not named: a store's program reads the order at the API, with its own key. */
const ofOrder = (fact: OrderFact, type: WebhookEventName) =>
  reaction(fact, `webhooks.tell_${type}`, async (work, { order, store }, { id, at }) =>
    tell(work, { store, type, event: id, at, data: { store, order, number: orderNumber(order) } }),
  );

export const tellings = [
  ofOrder(orderFunded, 'order.funded'),
  ofOrder(orderCancelled as OrderFact, 'order.cancelled'),
  ofOrder(orderDispatched, 'order.dispatched'),
  ofOrder(orderDelivered, 'order.delivered'),
  ofOrder(orderCompleted, 'order.completed'),
  ofOrder(orderRefunded, 'order.refunded'),
  reaction(payoutPaid, 'webhooks.tell_payout.paid', async (work, { payout, store, amount }, { id, at }) =>
    tell(work, { store, type: 'payout.paid', event: id, at, data: { store, payout, amount } }),
  ),
  reaction(
    listingDecided,
    'webhooks.tell_listing.decided',
    async (work, { product, store, decision, why }, { id, at }) =>
      tell(work, { store, type: 'listing.decided', event: id, at, data: { store, product, decision, why } }),
  ),
  reaction(stockTurned, 'webhooks.tell_stock.turned', async (work, { product, variant }, { id, at }) => {
    const [offer] = await offersOf(work, { variants: [variant], locale: 'en' });
    if (!offer) return;
    const { store, available } = offer;
    await tell(work, { store, type: 'stock.turned', event: id, at, data: { store, product, variant, available } });
  }),
];
