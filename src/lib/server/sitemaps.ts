/**
 * Every address of the shop that search engines should know, as sitemaps: an index, and files of at most 50,000 addresses.
 * Each language has files of its own. That the same page exists in the others is said by the page itself (hreflang), so a
 * file need not repeat it for every address: eighteen languages would make it eighteen times as large.
 */
import { categoryTree, onSaleFrom, startsOfParts } from '#modules/catalogue';
import type { CategoryView } from '#modules/catalogue';
import { slugsOfOpenStores } from '#modules/parties';
import { topics } from './help/help.ts';
import { firstLocale, inLocale, isLocale, locales } from '../words/locales.ts';
import type { Locale } from '../words/locales.ts';

/** As many as the protocol allows (sitemaps.org, 0.90). */
const mostInFile = 50_000;

interface Address {
  path: string;
  changed?: Date;
}

/** The names of all files: `es-pages.xml`, and one for each part of the goods, by the id it begins with. */
export async function sitemapFiles({ ask }: App.Locals): Promise<string[]> {
  const starts = await ask(startsOfParts, { size: mostInFile });
  return locales.flatMap((locale) => [`${locale}-pages.xml`, ...starts.map((from) => `${locale}-goods-${from}.xml`)]);
}

const named = /^([a-zA-Z-]+?)-(pages|goods-([0-9a-f-]{36}))\.xml$/;

/** Undefined for a name that is no file of ours. */
export async function sitemapFile(locals: App.Locals, name: string): Promise<string | undefined> {
  const [, locale, kind, from = ''] = named.exec(name) ?? [];
  if (!isLocale(locale)) return undefined;
  const addresses = kind === 'pages' ? await pages(locals) : await goods(locals, from);
  return urlset(addresses, locals.house.config.publicUrl, locale);
}

async function pages({ ask }: App.Locals): Promise<Address[]> {
  const [tree, stores] = await Promise.all([
    ask(categoryTree, { locale: firstLocale }),
    ask(slugsOfOpenStores, { limit: mostInFile - 1000 }),
  ]);
  const below = (all: readonly CategoryView[]): string[] => all.flatMap(({ id, children }) => [id, ...below(children)]);
  return [
    { path: '/' },
    { path: '/help' },
    ...topics.map((topic) => ({ path: `/help/${topic}` })),
    ...below(tree).map((id) => ({ path: `/categories/${id}` })),
    ...stores.map((slug) => ({ path: `/stores/${slug}` })),
  ];
}

async function goods({ ask }: App.Locals, from: string): Promise<Address[]> {
  const found = await ask(onSaleFrom, { from, size: mostInFile });
  return found.map(({ product, changedAt }) => ({ path: `/products/${product}`, changed: changedAt }));
}

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

function urlset(addresses: readonly Address[], origin: string, locale: Locale): string {
  const lines = addresses.map(
    ({ path, changed }) =>
      `<url><loc>${escaped(origin + inLocale(path, locale))}</loc>${changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ''}</url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset ${namespace}>\n${lines.join('\n')}\n</urlset>\n`;
}

export function sitemapIndex(files: readonly string[], origin: string): string {
  const lines = files.map((file) => `<sitemap><loc>${escaped(`${origin}/sitemaps/${file}`)}</loc></sitemap>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex ${namespace}>\n${lines.join('\n')}\n</sitemapindex>\n`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Search engines come once in a while; an hour is new enough for them. */
export const asXml = (text: string): Response =>
  new Response(text, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
