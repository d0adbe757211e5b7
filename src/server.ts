/** The doors over HTTP: the API and the pages in one process, on one port. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';
import { pictureBytes } from '#modules/catalogue';
import { engineOf } from '#modules/discovery';
import { whoAsks } from '#modules/parties';
import { openApi } from '#platform/api';
import { apiPage } from '#platform/api-page';
import { ConfigProblem, configFrom } from '#platform/config';
import { setTheHouse } from '#platform/house';
import type { House } from '#platform/house';
import { isMigrated } from '#platform/migrate';
import { beatPulse } from '#platform/pulse';
import { sql } from '#platform/sql';
import { openEntrepot } from './entrepot.ts';
import { countVisits } from './visits.ts';
import { openWeb } from './web.ts';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface Doors {
  port: number;
  close(): Promise<void>;
}

/** Opens all doors of a house on a port (0: any). Without pages, only the API answers: for benches and tests of it. */
export async function openDoors(
  house: House,
  { port = house.config.port, host, pages = true }: { port?: number; host?: string; pages?: boolean } = {},
): Promise<Doors> {
  setTheHouse(house);
  const web: Listener = pages ? await openWeb(house) : (_request, response) => void response.writeHead(404).end();
  const visits = countVisits(house);
  let toApi: Listener = () => undefined;
  const server = createServer((request, response) => {
    if (isApi(request.url ?? '/')) return toApi(request, response);
    visits.see(request, response);
    web(request, response);
  });
  // A phone on a train keeps its connection; a proxy in front must not be cut off first.
  server.keepAliveTimeout = 72_000;
  const api = await openApi(house, {
    whoAsks,
    serverFactory: (handler) => {
      toApi = handler as Listener;
      return server;
    },
  });
  api.get('/api', { schema: { hide: true } as never }, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(apiPage(api.swagger() as never)),
  );
  api.get<{ Params: { hash: string; file: string } }>(
    '/pictures/:hash/:file',
    { schema: { hide: true } as never },
    async (request, reply) => {
      const width = /^(\d{1,4})\.webp$/.exec(request.params.file)?.[1];
      const picture = width ? await pictureBytes(house, request.params.hash, Number(width)) : undefined;
      if (!picture) return reply.code(404).send();
      return reply.headers(picture.headers).type(picture.type).send(picture.bytes);
    },
  );
  api.get('/healthz', { schema: { hide: true } as never }, async (_request, reply) => {
    const health = await healthOf(house);
    return reply
      .code(Object.values(health).every(Boolean) ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  await api.listen({ port, ...(host ? { host } : {}) });
  const stillPulse = beatPulse(house);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: async () => {
      server.closeIdleConnections();
      await api.close();
      await visits.close();
      await stillPulse();
    },
  };
}

function isApi(url: string): boolean {
  return url.startsWith('/api') || url.startsWith('/healthz') || url.startsWith('/pictures/');
}

/** What must work before people are let in. */
async function healthOf(house: House): Promise<Record<'database' | 'migrated' | 'worker', boolean>> {
  try {
    const alive = new Date(house.clock.now().getTime() - 20_000);
    const [migrated, { rows }] = await Promise.all([
      isMigrated(house),
      house.db.query(sql`select exists (select 1 from platform.workers where seen > ${alive}) as alive`),
    ]);
    return { database: true, migrated, worker: (rows[0] as { alive: boolean }).alive };
  } catch (error) {
    house.log.warn({ err: error }, 'not healthy');
    return { database: false, migrated: false, worker: false };
  }
}

async function main(): Promise<void> {
  const house = openEntrepot(configFrom(process.env));
  // Ready before the first who seeks.
  engineOf(house);
  const doors = await openDoors(house, { pages: process.env['ENTREPOT_PAGES'] !== 'off' });
  house.log.info({ port: doors.port }, 'the doors are open');
  let closing = false;
  const close = async () => {
    if (closing) return;
    closing = true;
    await doors.close();
    await house.close();
    process.exit(0);
  };
  // One page's forgotten answer is no reason to shut the doors on everybody.
  process.on('unhandledRejection', (err) => house.log.error({ err }, 'an answer nobody waited for failed'));
  process.on('SIGTERM', () => void close());
  process.on('SIGINT', () => void close());
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main().catch((error: unknown) => {
    console.error(error instanceof ConfigProblem ? error.message : error);
    process.exit(1);
  });
}
