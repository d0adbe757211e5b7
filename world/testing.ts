import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Channel } from './ground/webhooks.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

export const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
export const providerKey = 'key-of-the-tests';

export interface Received {
  channel: string;
  id: string;
  type: string;
  timestamp: string;
  // Whatever the company tells; each test knows what it waits for.
  data: any;
  signatureHolds: boolean;
}

/** A platform that only listens: takes webhooks, looks at their signatures, and answers what the test wants. */
export async function openReceiver(now: () => Date) {
  const received: Received[] = [];
  let answer: (hook: Received) => number | { status: number; retryAfter: number } = ({ signatureHolds }) =>
    signatureHolds ? 204 : 401;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => (body += piece.toString()));
    request.on('end', () => {
      const hook = read(request.url ?? '', request.headers as Record<string, string>, body, now());
      received.push(hook);
      const given = answer(hook);
      const { status, retryAfter } = typeof given === 'number' ? { status: given, retryAfter: undefined } : given;
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }).end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const channels: Channel[] = ['payments', 'bank', 'carrier'];
  return {
    received,
    types: () => received.map(({ type }) => type),
    urls: Object.fromEntries(channels.map((channel) => [channel, `${url}/${channel}`])) as Record<Channel, string>,
    answers: (wanted: typeof answer) => (answer = wanted),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function read(path: string, headers: Record<string, string>, body: string, now: Date): Received {
  const { type, timestamp, data } = JSON.parse(body) as Pick<Received, 'type' | 'timestamp' | 'data'>;
  return {
    channel: path.slice(1),
    id: headers['webhook-id']!,
    type,
    timestamp,
    data,
    signatureHolds: holds(headers, body, now),
  };
}

/** Signed as the Standard Webhooks library signs, at the time it is by the test's clock. */
function holds(headers: Record<string, string>, body: string, now: Date): boolean {
  const expected = new Webhook(secret).sign(headers['webhook-id']!, now, body);
  return (
    headers['webhook-signature'] === expected &&
    headers['webhook-timestamp'] === String(Math.floor(now.getTime() / 1000))
  );
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A world with a clock that the test owns, and somebody who listens to it. */
export async function openTestWorld(options: Partial<WorldOptions> & { at?: string } = {}) {
  let at = Date.parse(options.at ?? '2026-03-02T09:00:00Z');
  const now = () => new Date(at);
  const receiver = await openReceiver(now);
  const world = await startWorld({
    port: 0,
    smtpPort: null,
    now,
    secret,
    providerKey,
    webhooks: receiver.urls,
    ...options,
  });
  return {
    world,
    receiver,
    now,
    ...callsOf(world),
    /** Moves the clock on, lets happen what fell due, and delivers the news. */
    async later(ms: number) {
      at += ms;
      await world.outside();
    },
    async close() {
      await world.close();
      await receiver.close();
    },
  };
}
export type TestWorld = Awaited<ReturnType<typeof openTestWorld>>;

interface Answer {
  status: number;
  body: any;
  headers: Headers;
}

let keys = 0;

function callsOf(world: World) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await fetch(`${world.url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${providerKey}`,
        ...(method === 'POST' && { 'idempotency-key': `key-${++keys}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(5000),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: json ? JSON.parse(text) : text };
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body?: unknown, headers?: Record<string, string>) => call('POST', path, body, headers),
    /** As a browser: a page, or a form that was filled in. Says where it leads. */
    async visit(path: string, form?: Record<string, string>, headers: Record<string, string> = {}) {
      const answer = await fetch(`${world.url}${path}`, {
        method: form ? 'POST' : 'GET',
        headers: { accept: 'text/html', ...headers },
        redirect: 'manual',
        ...(form && { body: new URLSearchParams(form) }),
      });
      return { status: answer.status, page: await answer.text(), leadsTo: answer.headers.get('location') ?? '' };
    },
  };
}

let references = 0;

export function newPayment(method: 'card' | 'boleto' | 'pix', changed: Record<string, unknown> = {}) {
  return {
    reference: `purchase-${++references}`,
    method,
    amount: { currency: 'BRL', minor: 15_000 },
    description: 'Kettle, 1.7 litres',
    return_url: 'http://shop.example/purchases/7?lang=pt',
    customer: { name: 'Ana Souza', email: 'ana@example.com', tax_id: '390.533.447-05', country: 'BR' },
    expires_at: '2026-03-05T23:00:00Z',
    locale: 'pt-BR',
    ...changed,
  };
}
