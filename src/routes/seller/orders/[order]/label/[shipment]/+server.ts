import { error } from '@sveltejs/kit';
import { labelPdf, shipmentForStore } from '#modules/logistics';
import type { RequestHandler } from './$types';

/** The label as it is printed. The guard let only those in who ship; the question looks whether it is their store's. */
export const GET: RequestHandler = async ({ locals, params: { order, shipment } }) => {
  const isId = /^[0-9a-f-]{36}$/.test(shipment);
  const view = isId ? await locals.ask(shipmentForStore, { shipment }) : undefined;
  const pdf = view?.order === order ? await locals.ask(labelPdf, { shipment }) : undefined;
  if (!pdf) error(404, locals.t('refusal.label_is_not_there'));
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="label-${view?.number ?? shipment}.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
};
