/**
 * The web part of the server: the pages as they were built (`vite build` → build/), as a listener for our HTTP server.
 * The house must be open before the first request; pages find it with `theHouse()`.
 */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { Config } from '#platform/config';
import type { House } from '#platform/house';
import { keepPages, keyOf, sendKept } from './kept-pages.ts';
import { newsOfPages } from './news-of-pages.ts';
import { packAnswer } from './packed-answers.ts';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Next = () => void;

const built = new URL('../build/handler.js', import.meta.url);

/** How people reach us decides whether cookies are secure and which forms are ours; a proxy in front keeps `Host` as it is. */
const protocolHeader = 'x-entrepot-protocol';
/** Who asks, for limits on signing in. What a visitor claims here themselves is overwritten. */
const addressHeader = 'x-entrepot-address';

/** The address from which a request comes: that of the connection, or what proxies that we trust say of it. */
export function addressFinder(trusted: Config['trustProxy']): (request: IncomingMessage) => string {
  const trust = proxyAddr.compile(trusted || []);
  return (request) => proxyAddr(request, trust);
}

export async function openWeb(house: House): Promise<Listener> {
  const { publicUrl, trustProxy } = house.config;
  if (!existsSync(built)) throw new Error('The pages are not built. Run "npm run build" first.');
  // The adapter reads these once, while it is loaded.
  process.env['ENTREPOT_WEB_PROTOCOL_HEADER'] = protocolHeader;
  process.env['ENTREPOT_WEB_ADDRESS_HEADER'] = addressHeader;
  process.env['ENTREPOT_WEB_BODY_SIZE_LIMIT'] = '40M';
  const { handler } = (await import(built.href)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: Next) => void;
  };
  const protocol = new URL(publicUrl).protocol.slice(0, -1);
  const addressOf = addressFinder(trustProxy);
  const pages = keepPages(newsOfPages(house));
  const make: Listener = (request, response) => handler(request, response, () => response.writeHead(404).end());
  return (request, response) => {
    request.headers[addressHeader] = addressOf(request);
    request.headers[protocolHeader] = protocol;
    response.setHeader('x-content-type-options', 'nosniff');
    const key = keyOf(request);
    if (key === undefined) {
      packAnswer(request, response);
      make(request, response);
      return;
    }
    void pages.hearNews().then(() => {
      const kept = pages.find(key);
      if (kept) {
        sendKept(kept, request, response);
        return;
      }
      packAnswer(request, response);
      pages.listen(key, request.url ?? '/', response);
      make(request, response);
    });
  };
}
