/**
 * Keeps the shop usable on a train: what pages are built of, a page for when there is no connection, and the orders that
 * were looked at last. Pages always come from the network when there is one, so nobody is held in an old shop; a new
 * version takes over as soon as it is there.
 */
import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { marked, still, titleOf, withOrders } from './lib/shop/kept-copy.ts';
import type { KeptOrder } from './lib/shop/kept-copy.ts';
import { firstLocale, inLocale, localeOfPath } from './lib/words/locales.ts';

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked extends Lasting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
/** The little of a service worker's world that is used here; TypeScript knows this file as a page's. */
interface Worker {
  addEventListener(name: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(name: 'fetch', hear: (event: Asked) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(wanted: { includeUncontrolled: boolean }): Promise<readonly { url: string }[]>;
  };
}

const here = self as unknown as Worker;
const rooted = ({ path }: { path: string }) => `/${path.replace(/^\//, '')}`;
const files = assets.map(rooted);
const built = new Set([...immutable.map(rooted), ...files]);
const parts = `entrepot-parts-${version}`;
/** Orders outlive versions: they are somebody's only way to their voucher or number under way. */
const orders = 'entrepot-orders';
const mostOrders = 20;
const patienceMs = 8000;

const offlineIn = (path: string) => inLocale('/offline', localeOfPath(path) ?? firstLocale);
/** A page that was read goes on with its own parts; everything else is fetched when it is wanted. */
const atOnce = files.filter((file) => /^\/(?:favicon|icon)/.test(file));

here.addEventListener('install', (event) => {
  const prepare = async () => {
    const cache = await caches.open(parts);
    await cache.addAll([...atOnce, inLocale('/offline', firstLocale)]);
    // Of eighteen languages people read one or two: those of the pages that are open, and later those that they come to.
    for (const { url } of await here.clients.matchAll({ includeUncontrolled: true }))
      await keepOffline(new URL(url).pathname);
    await here.skipWaiting();
  };
  event.waitUntil(prepare());
});

here.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== parts && name !== orders) await caches.delete(name);
    await here.clients.claim();
  };
  event.waitUntil(tidy());
});

async function keepOffline(path: string): Promise<void> {
  const page = offlineIn(path);
  if (await caches.match(page)) return;
  const cache = await caches.open(parts);
  // Without it, the English one stands in.
  await cache.add(page).catch(() => undefined);
}

const isOrder = (path: string) => /^\/(?:[a-z]{2}(?:-[A-Z]{2})?\/)?(?:orders|purchases)\/[^/]+$/.test(path);

here.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Who signs out leaves nothing behind on a shared telephone.
  if (request.method === 'POST' && url.pathname.endsWith('/sign-out')) event.waitUntil(caches.delete(orders));
  if (request.method !== 'GET') return;
  if (built.has(url.pathname)) event.respondWith(partFor(request));
  else if (request.mode === 'navigate') event.respondWith(pageFor(request, url.pathname));
});

/** Parts carry their content in their name: once fetched they are true for ever. */
async function partFor(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(parts).then((cache) => cache.put(request, copy));
  }
  return answer;
}

async function pageFor(request: Request, path: string): Promise<Response> {
  const order = isOrder(path);
  const kept = order ? await caches.match(request) : undefined;
  try {
    const answer = await (kept ? soon(fetch(request)) : fetch(request));
    if (order && answer.ok && !answer.redirected) await keepOrder(request, answer.clone());
    if (answer.ok) void keepOffline(path);
    return answer;
  } catch {
    const locale = localeOfPath(path) ?? firstLocale;
    if (kept) return asPage(marked(still(await kept.text()), seenAt(kept), locale));
    const offline = (await caches.match(offlineIn(path))) ?? (await caches.match(offlineIn('/')));
    return offline ? asPage(withOrders(still(await offline.text()), await keptOrders())) : Response.error();
  }
}

const asPage = (text: string) => new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });

/** The server's own word of when it was made. */
const seenAt = ({ headers }: Response) => new Date(headers.get('date') ?? Date.now());

/** On a bad connection an order as it was last seen is worth more than a long wait. */
const soon = (answer: Promise<Response>): Promise<Response> =>
  Promise.race([answer, new Promise<never>((_, fail) => setTimeout(() => fail(new Error('slow')), patienceMs))]);

async function keepOrder(request: Request, answer: Response): Promise<void> {
  const cache = await caches.open(orders);
  const text = await answer.clone().text();
  await cache.delete(request);
  await cache.put(request, answer);
  const all = await cache.keys();
  for (const old of all.slice(0, Math.max(0, all.length - mostOrders))) await cache.delete(old);
  // It was fetched before this worker was awake, perhaps, and is to look like itself all the same.
  for (const [, href = ''] of text.matchAll(/<link\b[^>]*\bhref="([^"]+\.css)"/g)) {
    const sheet = new URL(href, request.url);
    if (built.has(sheet.pathname)) await partFor(new Request(sheet)).catch(() => undefined);
  }
}

/** Those that can be opened, the latest first. */
async function keptOrders(): Promise<KeptOrder[]> {
  const cache = await caches.open(orders);
  const found: KeptOrder[] = [];
  for (const request of await cache.keys()) {
    const page = await cache.match(request);
    const { pathname, search } = new URL(request.url);
    if (page) found.unshift({ path: pathname + search, title: titleOf(await page.text()) || pathname });
  }
  return found;
}
