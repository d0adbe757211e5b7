import { error } from '@sveltejs/kit';
import { showPaper } from '#modules/parties';
import { worksFor } from '#platform/actor';
import type { RequestHandler } from './$types';

/** A paper as it was brought, for the store's owners; the desk looks at it from its own page. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const call = { house: locals.house, by: locals.by, key: '' };
  const paper = worksFor(locals.by, params.store, 'owner') ? await showPaper(call, params) : undefined;
  if (!paper?.ok) error(404, locals.t('error.404'));
  return new Response(new Uint8Array(paper.value.bytes), {
    headers: {
      'content-type': paper.value.type,
      'content-disposition': 'inline',
      'cache-control': 'private, no-store',
      // Somebody else's file: it may be looked at, and nothing in it runs.
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
};
