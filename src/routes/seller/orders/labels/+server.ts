import { error } from '@sveltejs/kit';
import { labelsPdf, standingParcels } from '#modules/logistics';
import { packingOf } from '#modules/trade';
import { chosenIn } from '#lib/seller/order-list.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { RequestHandler } from './$types';

/** The labels of many orders as one PDF, in the order of the pick list: box after box is packed and labelled. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const store = storeAt(locals);
  const packed = await locals.ask(packingOf, { store, orders: chosenIn(url) });
  const orders = packed?.orders.map(({ id }) => id) ?? [];
  const parcels = await locals.ask(standingParcels, { store, orders });
  const shipments = orders.flatMap((id) =>
    parcels.filter(({ order, by }) => order === id && by === 'line').map(({ shipment }) => shipment),
  );
  const printed = await locals.ask(labelsPdf, { shipments });
  if (!printed) error(404, locals.t('refusal.label_is_not_there'));
  return new Response(new Uint8Array(printed.pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="labels-${printed.labels}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
