import { error } from '@sveltejs/kit';
import { copyOf } from '#modules/parties';
import type { RequestHandler } from './$types';

/** The copy as a file; for the person alone, and no cache keeps it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const text = await locals.ask(copyOf, { copy: params.copy });
  if (text === undefined) error(404, locals.t('error.404'));
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="entrepot.json"',
      'cache-control': 'private, no-store',
    },
  });
};
