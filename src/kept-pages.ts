/**
 * Finished pages of the shop, kept in memory for those who are nobody yet: no account, no cart. What they see depends on
 * the address, the country and the currency alone, so it is made once and handed out as bytes, packed once. A page leaves
 * when a fact says that what it shows has changed, and after a minute in any case.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { choiceCookies } from './lib/server/cookies.ts';
import { guessedSite } from './lib/server/sites.ts';
import { acceptedLocale, choseFront, firstLocale, withoutLocale } from './lib/words/locales.ts';
import type { News } from './news-of-pages.ts';
import { packingFor } from './packed-answers.ts';
import type { Packing } from './packed-answers.ts';

/** What is said of it anew at each sending, or belongs to one connection only. */
const ofOneAnswer = new Set([
  'x-request-id',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
]);
const shownToAll = /^\/(?:$|__data\.json$|(?:categories|products|stores|search|help)(?:\/|$))/;
const mostBytes = 64 * 1024 * 1024;
const keptMs = 60_000;

interface Page {
  headers: Record<string, string>;
  /** As it is and, from the first asking on, packed. */
  bodies: Partial<Record<Packing, Buffer>> & { '': Buffer };
  etag: string;
  /** The product that it is about, if it is about one. */
  product: string;
  until: number;
  size: number;
}

/** What a page depends on, or nothing when it is made for one person. */
export function keyOf({ method, url = '', headers }: IncomingMessage): string | undefined {
  if (method !== 'GET') return undefined;
  const end = url.indexOf('?');
  const path = withoutLocale(end < 0 ? url : url.slice(0, end));
  if (!shownToAll.test(path) || url.length > 500) return undefined;
  const chosen = ownCookies(headers.cookie ?? '');
  if (!chosen) return undefined;
  // The front door answers in the visitor's language; the pages behind it have it in their address.
  const front = path === '/' ? frontOf(headers) : '';
  return [url, chosen, front, headers.host, headers['x-entrepot-protocol']].join('\n');
}

function frontOf(headers: IncomingMessage['headers']): string {
  const site = [headers['sec-fetch-site']].flat()[0] ?? null;
  const chosen = choseFront(site, headers.referer ?? null, headers.host ?? null);
  const accepted = headers['accept-language'] ?? null;
  return `${acceptedLocale(accepted)} ${guessedSite(accepted, firstLocale)?.country} ${chosen}`;
}

/** The choices that the cookies carry, in one order; nothing when one of them says who this is. */
function ownCookies(header: string): string | undefined {
  if (!header.includes('entrepot_')) return ' ';
  const ours = header
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one.startsWith('entrepot_'));
  return ours.every((one) => choiceCookies.has(one.split('=', 1)[0]!)) ? ours.sort().join(';') : undefined;
}

const productIn = (url: string): string => /\/products\/([0-9a-f-]{36})/.exec(url)?.[1] ?? '';

export function keepPages(news: News) {
  const pages = new Map<string, Page>();
  let size = 0;
  let generation = 0;
  let hearing: Promise<void> | undefined;

  function drop(key: string): void {
    size -= pages.get(key)?.size ?? 0;
    pages.delete(key);
  }

  /** A product's own news concerns its page and every list; other news concerns all. */
  async function hear(): Promise<void> {
    const heard = await news();
    if (heard.length === 0) return;
    generation += 1;
    const everything = heard.includes('');
    for (const [key, page] of pages) {
      if (everything || page.product === '' || heard.includes(page.product)) drop(key);
    }
  }

  function keep(key: string, page: Page): void {
    drop(key);
    pages.set(key, page);
    size += page.size;
    for (const oldest of pages.keys()) {
      if (size <= mostBytes) return;
      drop(oldest);
    }
  }

  return {
    /** To be waited for before a page is found: all who wait hear the same. */
    hearNews: (): Promise<void> => (hearing ??= hear().finally(() => (hearing = undefined))),
    /** The page as it is kept, if it is still true. */
    find(key: string): Page | undefined {
      const page = pages.get(key);
      if (!page) return undefined;
      if (performance.now() > page.until) return void drop(key);
      // What is asked for often is dropped last.
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    /** Listens to an answer while it is sent, and keeps it when anybody may see it. */
    listen(key: string, url: string, response: ServerResponse): void {
      const begun = generation;
      overhear(response, (headers, body) => {
        if (generation !== begun) return;
        const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
        const until = performance.now() + keptMs;
        // Packed it takes about a third more.
        keep(key, { headers, bodies: { '': body }, etag, product: productIn(url), until, size: body.length * 1.4 });
      });
    },
  };
}

/** Passes on what is written, and tells its whole when it may be kept. */
function overhear(response: ServerResponse, tell: (headers: Record<string, string>, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = response;
  const note = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    note(args[0]);
    return write.apply(this, args as never);
  } as typeof write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    note(args[0]);
    if (mayBeKept(response)) tell(headersOf(response), Buffer.concat(chunks));
    return end.apply(this, args as never);
  } as typeof end;
}

function mayBeKept(response: ServerResponse): boolean {
  const rule = String(response.getHeader('cache-control') ?? 'no-store');
  return response.statusCode === 200 && !response.hasHeader('set-cookie') && !rule.includes('no-store');
}

function headersOf(response: ServerResponse): Record<string, string> {
  const all = Object.entries(response.getHeaders()).filter(([name]) => !ofOneAnswer.has(name));
  return Object.fromEntries(
    all.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]),
  );
}

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

async function packed(page: Page, packing: Packing): Promise<Buffer> {
  const plain = page.bodies[''];
  return (page.bodies[packing] ??=
    packing === 'br'
      ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await zip(plain, { level: 6 }));
}

/** Sends a kept page, or says that the one they have is still the same. */
export async function sendKept(page: Page, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const packing = packingFor(request);
  const headers: Record<string, string | number> = {
    ...page.headers,
    etag: page.etag,
    vary: page.headers['vary'] ? `${page.headers['vary']}, Accept-Encoding` : 'Accept-Encoding',
    'x-request-id': crypto.randomUUID(),
  };
  if (request.headers['if-none-match']?.replaceAll('W/', '').includes(page.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = page.bodies[packing] ?? (await packed(page, packing));
  if (packing) headers['content-encoding'] = packing;
  headers['content-length'] = body.length;
  response.writeHead(200, headers).end(body);
}
