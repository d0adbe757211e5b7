/**
 * The web part of the server: the pages as they were built (`vite build` → build/), as a listener for our HTTP server.
 * The house must be open before the first request; pages find it with `theHouse()`.
 */
import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#platform/config';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;
type Next = () => void;

const built = new URL('../build/handler.js', import.meta.url);

/** How people reach us decides whether cookies are secure and which forms are ours; a proxy in front keeps `Host` as it is. */
const protocolHeader = 'x-entrepot-protocol';

export async function openWeb({ publicUrl }: Pick<Config, 'publicUrl'>): Promise<Listener> {
  if (!existsSync(built)) throw new Error('The pages are not built. Run "npm run build" first.');
  // The adapter reads these once, while it is loaded.
  process.env['ENTREPOT_WEB_PROTOCOL_HEADER'] = protocolHeader;
  process.env['ENTREPOT_WEB_BODY_SIZE_LIMIT'] = '40M';
  const { handler } = (await import(built.href)) as {
    handler: (request: IncomingMessage, response: ServerResponse, next: Next) => void;
  };
  const protocol = new URL(publicUrl).protocol.slice(0, -1);
  return (request, response) => {
    request.headers[protocolHeader] = protocol;
    response.setHeader('x-content-type-options', 'nosniff');
    handler(request, response, () => response.writeHead(404).end());
  };
}
