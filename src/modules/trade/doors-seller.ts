/** What a store's programs do with many orders at once: book labels, say numbers, pack. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Uuid, When } from '#platform/shapes';
import { notesOf, writeNote } from './order-notes.ts';
import { packingOf, setPlace } from './packing.ts';
import { dispatchOrders, labelOrders, mostAtOnce } from './ship-orders.ts';
import type { Asking } from '#platform/work';

const BatchShape = Type.Object({
  done: Type.Array(Type.Object({ order: Uuid, shipment: Uuid })),
  refused: Type.Array(Type.Object({ order: Type.String(), refusal: Anything })),
});
const batchRefusals = { store_not_found: 404, no_order_is_chosen: 422, too_many_orders: 422 } as const;

/** Over the wire the orders are one text: `?orders=a,b,c`. */
async function packingByWire(ask: Asking, { store, orders }: { store: string; orders: string }) {
  return packingOf(ask, { store, orders: orders.split(',') });
}

export const sellerDoors = [
  door({
    method: 'POST',
    path: '/stores/{store}/labels',
    says: 'Books the line for many orders at once. What cannot be booked is told of each order; the others are booked.',
    may: 'store',
    body: Type.Object({ orders: Type.Array(Type.String({ maxLength: 36 }), { maxItems: mostAtOnce }) }),
    answer: BatchShape,
    refusals: batchRefusals,
    deed: labelOrders,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/dispatches',
    says: 'Dispatches many orders, each with its carrier and number. What is refused is told of each order.',
    may: 'store',
    body: Type.Object({
      parcels: Type.Array(
        Type.Object({
          order: Type.String({ maxLength: 36 }),
          carrier: Type.String({ maxLength: 40 }),
          number: Type.String({ maxLength: 60 }),
        }),
        { maxItems: mostAtOnce },
      ),
    }),
    answer: BatchShape,
    refusals: batchRefusals,
    deed: dispatchOrders,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/packing',
    says: 'What to take from the shelves for these orders, summed by variant, and what goes into each box.',
    may: 'store',
    query: Type.Object({ orders: Type.String({ maxLength: 4000, description: 'Ids of orders, with commas.' }) }),
    answer: Type.Object({ orders: Type.Array(Anything), picks: Type.Array(Anything) }),
    question: packingByWire,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/shelves/{variant}',
    says: 'Says where the store keeps a variant; the pick list follows these places.',
    may: 'store',
    body: Type.Object({ place: Type.String({ maxLength: 200 }) }),
    answer: Type.Object({ place: Type.String() }),
    refusals: { store_not_found: 404, variant_was_never_ordered: 404, text_is_too_long: 422 },
    deed: setPlace,
  }),
  door({
    method: 'GET',
    path: '/orders/{order}/notes',
    says: 'What the store’s people wrote beside an order, for each other.',
    may: 'store',
    answer: Type.Object({
      notes: Type.Array(Type.Object({ id: Uuid, name: Type.String(), text: Type.String(), at: When })),
    }),
    question: notesOf,
  }),
  door({
    method: 'POST',
    path: '/orders/{order}/notes',
    says: 'Writes a note beside an order, for the store’s own people.',
    may: 'store',
    body: Type.Object({ text: Type.String({ maxLength: 5000 }) }),
    answer: Type.Object({ note: Uuid }),
    refusals: { order_not_found: 404, note_is_empty: 422, text_is_too_long: 422, too_many_notes: 409 },
    deed: writeNote,
  }),
];
