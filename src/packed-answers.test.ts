import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packAnswer } from './packed-answers.ts';

const page = '<p>Was lange währt, wird endlich gut.</p>'.repeat(100);

const server = createServer((asked, answer) => {
  packAnswer(asked, answer);
  const type = asked.url === '/picture' ? 'image/webp' : 'text/html';
  answer.setHeader('content-type', type);
  answer.setHeader('content-length', asked.url === '/short' ? 5 : Buffer.byteLength(page));
  answer.writeHead(asked.url === '/refused' ? 422 : 200);
  if (asked.url === '/short') return void answer.end('<p>ok');
  answer.write(Buffer.from(page.slice(0, 100)));
  answer.end(page.slice(100));
});

let port = 0;
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => void server.close());

const ask = (path: string, accepted: string, method = 'GET') =>
  new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((done, fail) => {
    const sent = request({ port, path, method, headers: { 'accept-encoding': accepted } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.once('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.once('error', fail);
    sent.end();
  });

test('a page travels packed as the browser takes it, with its status, and says so', async () => {
  for (const [accepted, name, unpack] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ] as const) {
    const { status, headers, body } = await ask('/refused', accepted);
    expect([status, headers['content-encoding'], headers['vary']]).toEqual([422, name, 'Accept-Encoding']);
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(page.length / 4);
    expect(unpack(body).toString()).toBe(page);
  }
});

test('what is short, no page, only asked after, or asked for as it is, stays as it is', async () => {
  for (const [path, accepted] of [
    ['/short', 'br'],
    ['/picture', 'br'],
    ['/', 'identity'],
  ] as const) {
    const { headers, body } = await ask(path, accepted);
    expect(headers['content-encoding'], path).toBeUndefined();
    expect(body.toString()).toBe(path === '/short' ? '<p>ok' : page);
  }
  const { headers, body } = await ask('/', 'br', 'HEAD');
  expect([headers['content-encoding'], headers['content-length'], body.length]).toEqual([
    undefined,
    String(Buffer.byteLength(page)),
    0,
  ]);
});
