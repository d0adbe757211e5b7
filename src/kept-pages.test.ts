import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepPages, keyOf, sendKept } from './kept-pages.ts';

/** A server whose pages say how often they were made, behind the cache as in earnest. */
let made = 0;
let news: string[] = [];
let rule = 'public, max-age=0, s-maxage=60';
let pages = keepPages(async () => news.splice(0));

const server = createServer((request, response) => {
  const key = keyOf(request);
  const make = () => {
    made += 1;
    response.setHeader('cache-control', rule);
    response.setHeader('content-type', 'text/html');
    response.writeHead(200);
    response.write('<p>');
    response.end(`made ${made}`);
  };
  if (key === undefined) {
    make();
    return;
  }
  void pages.hearNews().then(() => {
    const kept = pages.find(key);
    if (!kept) pages.listen(key, request.url!, response);
    return kept ? sendKept(kept, request, response) : make();
  });
});

let url = '';
beforeAll(async () => {
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  made = 0;
  news = [];
  rule = 'public, max-age=0, s-maxage=60';
  pages = keepPages(async () => news.splice(0));
});

const product = '/products/01890000-0000-7000-8000-000000000001';
const see = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url + path, { headers });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

test('a page is made once for all who are nobody, packed or not', async () => {
  expect((await see('/')).text).toBe('<p>made 1');
  expect((await see('/')).text).toBe('<p>made 1');
  for (const packing of ['br', 'gzip', 'identity']) {
    expect((await see('/', { 'accept-encoding': packing })).text).toBe('<p>made 1');
  }
  expect(made).toBe(1);
});

test('who has the page already is only told that it is the same', async () => {
  await see('/');
  const etag = (await see('/')).headers.get('etag')!;
  const again = await see('/', { 'if-none-match': etag });
  expect([again.status, again.text]).toEqual([304, '']);
});

test('country, currency and language make it another page; a cart or an account makes it nobody else’s', async () => {
  await see('/');
  expect((await see('/', { cookie: 'entrepot_currency=EUR' })).text).toBe('<p>made 2');
  expect((await see('/', { cookie: 'x=1; entrepot_currency=EUR' })).text).toBe('<p>made 2');
  expect((await see('/', { 'accept-language': 'pt-BR' })).text).toBe('<p>made 3');
  expect((await see('/', { cookie: 'entrepot_guest=a' })).text).toBe('<p>made 4');
  expect((await see('/', { cookie: 'entrepot_session=a' })).text).toBe('<p>made 5');
  expect((await see('/cart')).text).toBe('<p>made 6');
  expect((await see('/cart')).text).toBe('<p>made 7');
  expect((await see('/')).text).toBe('<p>made 1');
});

test('news of a product concern its page and the lists, and not another product; other news concern all', async () => {
  const other = product.replace(/1$/, '2');
  for (const path of [product, other, '/']) await see(path);
  news = [product.slice('/products/'.length)];
  expect((await see(other)).text).toBe('<p>made 2');
  expect((await see(product)).text).toBe('<p>made 4');
  expect((await see('/')).text).toBe('<p>made 5');
  news = [''];
  expect((await see(other)).text).toBe('<p>made 6');
});

test('what was begun before the news is not kept', async () => {
  const listening = pages.listen;
  pages.listen = (key, path, response) => {
    listening(key, path, response);
    news = [''];
    void pages.hearNews();
  };
  await see('/help');
  pages.listen = listening;
  expect((await see('/help')).text).toBe('<p>made 2');
});

test('what its maker wants kept by nobody is kept by nobody', async () => {
  rule = 'private, no-store';
  await see('/');
  expect((await see('/')).text).toBe('<p>made 2');
});
