/** What a browser loads to show a page: its styles, its modules and all that they import, as they travel. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { get } from './get.ts';
import type { Wish } from './get.ts';

export interface Weight {
  js: number;
  css: number;
}

/** In bytes, packed with gzip. */
export async function weightOf(url: string, page: Wish): Promise<Weight> {
  const html = (await get(url, page)).body.toString('utf8');
  // What stands in the page itself is named, too, so that it is not fetched again later: such links are disabled.
  const links = [...html.matchAll(/<link\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\sdisabled\b/.test(tag));
  const named = (rel: string): string[] =>
    links.filter((tag) => tag.includes(`rel="${rel}"`)).flatMap((tag) => /href="([^"]+)"/.exec(tag)?.[1] ?? []);
  const begun = [...html.matchAll(/(?:import\(|<script\b[^>]*\ssrc=)"([^"]+\.js)"/g)].map(([, path]) => path!);
  const at = (path: string, from = page.path) => new URL(path, new URL(from, url)).pathname;
  const seen = new Map<string, number>();
  const load = async (path: string): Promise<void> => {
    if (seen.has(path)) return;
    seen.set(path, 0);
    const { status, headers, body } = await get(url, { path, headers: { 'accept-encoding': 'gzip' } });
    if (status !== 200) throw new Error(`${path} answered ${status}`);
    seen.set(path, body.length);
    const text = headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString();
    await Promise.all(importsOf(text).map((one) => load(at(one, path))));
  };
  await Promise.all([...named('modulepreload'), ...begun].map((path) => load(at(path))));
  const within = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, text]) => text).join('');
  let css = within ? gzipSync(within).length : 0;
  for (const path of new Set(named('stylesheet').map((one) => at(one)))) {
    css += (await get(url, { path, headers: { 'accept-encoding': 'gzip' } })).body.length;
  }
  return { js: [...seen.values()].reduce((sum, size) => sum + size, 0), css };
}

/** What a built module imports at once; what it may import later is loaded by the page that needs it. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|[;\n}])import(?:[^"'()]*?from)?["']([^"']+\.js)["']/g)].map(([, path]) => path!);
