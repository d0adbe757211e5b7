import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { openBank } from './bank/bank.ts';
import type { openCarrier } from './carrier/carrier.ts';
import { codesPage } from './codes/pages.ts';
import { ecbDoors } from './ecb/doors.ts';
import { checkBodies } from './ground/check.ts';
import type { Ground } from './ground/ground.ts';
import { assetDoors, langOf, markup, sendPage } from './ground/page.ts';
import { Refused } from './ground/refused.ts';
import { shared } from './ground/words.ts';
import { indexPage, outside } from './index-page.ts';
import type { openMailbox } from './mail/mailbox.ts';
import { mailPages } from './mail/pages.ts';
import type { openProvider } from './provider/provider.ts';

export async function listen(port: number, host: string): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, listening);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

interface Companies {
  ground: Ground;
  provider: ReturnType<typeof openProvider>;
  bank: ReturnType<typeof openBank>;
  carrier: ReturnType<typeof openCarrier>;
  mailbox: ReturnType<typeof openMailbox>;
  runDue: () => void;
  shop: string | undefined;
}

/** All companies behind one port, each under its own path. Returns how to close them. */
export async function openDoors(server: Server, companies: Companies): Promise<() => Promise<void>> {
  const { ground, provider, bank, carrier, mailbox, runDue, shop } = companies;
  const app = Fastify({ serverFactory: (handle) => server.on('request', handle) });
  readBodies(app);
  checkBodies(app);
  app.setErrorHandler<FastifyError | Refused>((error, request, reply) => refuse(error, request, reply, ground.log));
  app.setNotFoundHandler((request) => {
    throw new Refused(404, 'nothing_here', `There is nothing at ${request.method} ${request.url.split('?')[0]}.`);
  });
  // Whoever asks is told how things are now, also when nobody has looked since they fell due.
  app.addHook('onRequest', async () => runDue());

  assetDoors(app);
  indexPage(app, shop);
  provider.doors(app);
  bank.doors(app, provider.payments);
  carrier.doors(app);
  ecbDoors(app, ground.now);
  codesPage(app, ground.now);
  mailPages(app, mailbox);
  await app.ready();

  return async () => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await Promise.all([closed, app.close()]);
  };
}

/** Forms as browsers send them; a JSON body may be left out where all of it is optional. */
function readBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, null);
    else void parseJson(request, body, done);
  });
  app.addContentTypeParser<string>('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(body))),
  );
}

function refuse(
  error: FastifyError | Refused,
  request: FastifyRequest,
  reply: FastifyReply,
  log: (line: string) => void,
) {
  const refused = refusalIn(error);
  if (!refused) log(`${request.method} ${request.url.split('?')[0]}: ${error.stack}`);
  const { status, code, message, field } =
    refused ?? new Refused(500, 'internal_error', 'Something broke on our side.');

  if (!request.headers.accept?.includes('text/html')) {
    return reply.code(status).send({ error: { code, message, ...(field && { field }) } });
  }
  const lang = langOf(request, reply);
  const words = shared[lang];
  const [title, text] = status === 404 ? [words.notFoundTitle, words.notFound] : [words.brokenTitle, message];
  const body = markup`<div class="narrow"><section class="sheet"><h1>${title}</h1><p>${text}</p><a class="button" href="/">${words.whatCanIDo}</a></section></div>`;
  return sendPage(reply, { company: outside, lang, title, body }, status);
}

function refusalIn(error: FastifyError | Refused): Refused | undefined {
  if (error instanceof Refused) return error;
  const status = error.statusCode ?? 500;
  return status < 500 ? new Refused(status, 'not_understood', error.message) : undefined;
}
