import { error } from '@sveltejs/kit';
import { storeAt } from '#modules/parties';
import type { RequestHandler } from './$types';

/** The sign of a store, always a WebP. Its address changes with it, so it is kept as long as one likes. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const store = await locals.ask(storeAt, { store: params.store });
  const bytes = store?.logo === params.hash ? await locals.house.files.get(params.hash) : undefined;
  if (!bytes) error(404, locals.t('error.404'));
  const who = store?.state === 'open' ? 'public' : 'private';
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': 'image/webp', 'cache-control': `${who}, max-age=31536000, immutable` },
  });
};
