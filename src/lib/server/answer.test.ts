import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { guest, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { cacheRule, dress } from './answer.ts';

interface Asked {
  by?: Actor;
  cookies?: string[];
  route?: string | null;
  path?: string;
  method?: string;
}

/** As much of a request as an answer looks at. */
function asked({
  by = visitor,
  cookies = [],
  route = '/(shop)/products/[product]',
  path = '/products/1',
  method = 'GET',
}: Asked = {}) {
  const url = new URL(path, 'https://shop.example');
  const house = { config: { world: { provider: 'https://pay.example/hosted' } } };
  return {
    locals: { by, requestId: 'r-1', house },
    cookies: { getAll: () => cookies.map((name) => ({ name, value: 'x' })) },
    request: new Request(url, { method }),
    route: { id: route },
    url,
  } as unknown as RequestEvent;
}

function rule(asking: Asked, answer = new Response('')) {
  cacheRule(asked(asking), answer);
  return [answer.headers.get('cache-control'), answer.headers.get('vary')];
}

test('what anybody may see is shared, by the cookies that it was asked with', () => {
  const shared = 'public, max-age=0, s-maxage=60, stale-while-revalidate=600';
  expect(rule({})).toEqual([shared, 'Cookie']);
  expect(rule({ cookies: ['theme_of_another_site'] })).toEqual([shared, 'Cookie']);
  expect(rule({ route: '/(shop)', path: '/' })).toEqual([shared, 'Cookie, Accept-Language, Sec-Fetch-Site, Referer']);
});

test.for<[string, Asked, Response?]>([
  ['a guest’s page', { by: guest('g') }],
  ['a page of who is known here otherwise', { cookies: ['entrepot_currency', 'entrepot_cart'] }],
  ['a console', { route: '/seller/orders' }],
  ['a page that is not there', { route: null }],
  ['what was sent', { method: 'POST' }],
  ['an error', {}, new Response('', { status: 500 })],
  ['an answer that sets a cookie', {}, new Response('', { headers: { 'set-cookie': 'a=b' } })],
])('%s is kept by nobody', ([, asking, answer]) => {
  expect(rule(asking, answer)).toEqual(['private, no-store', null]);
});

test('a page in a money of the visitor’s own is kept by their browser, which asks whether it is still so', () => {
  expect(rule({ cookies: ['entrepot_currency', 'entrepot_locale'] })).toEqual(['private, no-cache', null]);
});

test('a page that says itself how long it may be kept is believed', () => {
  expect(rule({}, new Response('', { headers: { 'cache-control': 'no-cache' } }))).toEqual(['no-cache', null]);
});

test('every answer tells browsers what they must not do, and which request it was', () => {
  const answer = new Response('', {
    headers: { 'content-security-policy': "default-src 'self'; form-action 'self'; base-uri 'self'" },
  });
  dress(asked(), answer);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-request-id': 'r-1',
    'strict-transport-security': expect.stringContaining('max-age'),
    // A form that pays ends at the provider's own page.
    'content-security-policy': "default-src 'self'; form-action 'self' https://pay.example; base-uri 'self'",
  });
});
