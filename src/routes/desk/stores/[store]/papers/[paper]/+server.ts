/** A paper of an application, opened. That somebody looked at it is in the audit trail before they see it. */
import { error } from '@sveltejs/kit';
import { newId } from '#kernel/id';
import { showPaper } from '#modules/parties';
import type { RequestHandler } from './$types';

const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

export const GET: RequestHandler = async ({ locals, params }) => {
  if (locals.barred) error(locals.barred.status, locals.barred.message);
  const { house, by } = locals;
  const shown = await showPaper({ house, by, key: newId(house.clock.now()) }, params);
  if (!shown.ok) error(404, locals.t('error.404'));
  const { type, bytes } = shown.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-disposition': `inline; filename="${params.paper}.${endings[type] ?? 'bin'}"`,
      'cache-control': 'private, no-store',
    },
  });
};
