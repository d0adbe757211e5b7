import { error } from '@sveltejs/kit';
import { storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { RequestHandler } from './$types';

/** The sign of the store at hand. Its address carries the picture's hash, so a kept copy is never an old one. */
export const GET: RequestHandler = async ({ locals }) => {
  const [view] = await locals.ask(storesOf, { stores: [storeAt(locals)] });
  const bytes = view?.logo ? await locals.house.files.get(view.logo) : undefined;
  if (!bytes) error(404, locals.t('error.404'));
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=3600' },
  });
};
