/** The list of all lists of addresses, for search engines. */
import { asXml, sitemapFiles, sitemapIndex } from '#lib/server/sitemaps.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) =>
  asXml(sitemapIndex(await sitemapFiles(locals), locals.house.config.publicUrl));
