/** A buyer over HTTP, as a program of a shop would be one: keeps its connection and its cookie. */
import { Agent, request } from 'node:http';
import { randomBytes } from 'node:crypto';

export interface Answer {
  status: number;
  body: Record<string, never>;
}

export interface HttpBuyer {
  call(method: string, path: string, body?: object, key?: string): Promise<Answer>;
}

export const lines = new Agent({ keepAlive: true, maxSockets: 64 });

export function httpCall(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> {
  return new Promise((done, fail) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(
      base + path,
      {
        method,
        agent: lines,
        headers: {
          ...headers,
          ...(text === undefined
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('end', () => {
          const said = Buffer.concat(parts).toString('utf8');
          done({
            status: answer.statusCode ?? 0,
            body: (said.startsWith('{') ? JSON.parse(said) : {}) as Record<string, never>,
          });
        });
      },
    );
    sent.once('error', fail);
    sent.end(text);
  });
}

export function openHttpBuyer(url: string): HttpBuyer {
  const guest = randomBytes(24).toString('base64url');
  return {
    call: (method, path, body, key) =>
      httpCall(
        `${url}/api/v1`,
        method,
        path,
        { cookie: `entrepot_guest=${guest}`, ...(key ? { 'idempotency-key': key } : {}) },
        body,
      ),
  };
}

export const saoPaulo = {
  email: 'ana@bench.example',
  name: 'Ana Souza',
  address: {
    street: 'Avenida Paulista',
    number: '1000',
    district: 'Bela Vista',
    city: 'São Paulo',
    region: 'SP',
    postalCode: '01310-100',
  },
  country: 'BR',
  currency: 'BRL',
  locale: 'pt-BR',
  method: 'card',
};
