/** The addresses of one language, or a part of them. */
import { error } from '@sveltejs/kit';
import { asXml, sitemapFile } from '#lib/server/sitemaps.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const text = await sitemapFile(locals, params.file);
  if (text === undefined) error(404, locals.t('error.404'));
  return asXml(text);
};
