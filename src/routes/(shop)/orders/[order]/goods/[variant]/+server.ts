import { error } from '@sveltejs/kit';
import { orderPage } from '#modules/trade';
import type { RequestHandler } from './$types';

/** A digital good's file, for who bought it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const key = url.searchParams.get('key') ?? undefined;
  const found = await locals.ask(orderPage, { order: params.order, ...(key ? { key } : {}) });
  const good = found?.digitalGoods.find((one) => one.variant === params.variant);
  const bytes = good?.file ? await locals.house.files.get(good.file) : undefined;
  if (!good || !bytes) error(404, locals.t('error.404'));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': good.type ?? 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(good.name ?? 'file')}`,
      'cache-control': 'private, no-store',
    },
  });
};
