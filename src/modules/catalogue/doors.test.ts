import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openApi } from '#platform/api';
import { openTestHouse } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { desk, openStall } from './stall.ts';
import type { Stall } from './stall.ts';

let house: TestHouse;
let api: FastifyInstance;
let mei: Stall;
let anna: Stall;
let actors: Record<string, Actor>;

beforeAll(async () => {
  house = await openTestHouse();
  mei = await openStall(house);
  anna = await openStall(house);
  actors = { mei: mei.seller, anna: anna.seller, desk };
  api = await openApi(house, {
    whoAsks: async (_house, request) => actors[String(request.headers['x-who'])] ?? visitor,
  });
});
afterAll(async () => {
  await api.close();
  await house.close();
});

async function call(who: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object) {
  const answer = await api.inject({
    method,
    url: `/api/v1${path}`,
    headers: { 'x-who': who },
    ...(body ? { payload: body } : {}),
  });
  return {
    status: answer.statusCode,
    cache: answer.headers['cache-control'],
    body: answer.json() as Record<string, unknown> & { error?: { no: string } },
  };
}

const kettle = {
  category: 'kettles',
  titles: { en: 'Kettle' },
  attributes: { capacity: 1.7, cordless: true, material: 'glass' },
  hs: '8516.10',
  origin: 'CN',
  variants: [
    {
      sku: 'K',
      tiers: [
        { from: 1, minor: 19900 },
        { from: 10, minor: 17900 },
      ],
      grams: 900,
      sizeMm: [1, 2, 3],
      onHand: 5,
    },
  ],
};

test('a product goes through all doors: seller, desk, shop', async () => {
  const made = await call('mei', 'POST', `/stores/${mei.store}/products`, kettle);
  expect(made.status).toBe(200);
  const product = made.body['product'] as string;
  const [variant] = made.body['variants'] as string[];
  const mine = `/stores/${mei.store}/products/${product}`;
  expect((await call('visitor', 'GET', `/products/${product}`)).status).toBe(404);
  expect((await call('mei', 'GET', mine)).body).toMatchObject({
    state: 'draft',
    listing: { attributes: kettle.attributes, variants: [{ tiers: kettle.variants[0]!.tiers }] },
    problems: [],
  });
  expect((await call('mei', 'POST', `${mine}/submission`)).body).toEqual({ state: 'in_review' });
  expect((await call('desk', 'GET', '/desk/reviews')).body).toMatchObject({
    waiting: 1,
    products: [{ product, fromMinor: 19900, proposal: false }],
  });
  expect((await call('desk', 'POST', `/desk/products/${product}/listing`, {})).body).toEqual({ state: 'live' });

  const shown = await call('visitor', 'GET', `/products/${product}?locale=pt-BR`);
  expect(shown.body).toMatchObject({
    title: expect.stringMatching(/^Chaleiras · /),
    original: { locale: 'en', title: 'Kettle' },
    path: [{ name: 'Casa e cozinha' }, { name: 'Chaleiras' }],
    variants: [
      {
        variant,
        available: 5,
        tiers: [
          { from: 1, minor: 19900 },
          { from: 10, minor: 17900 },
        ],
      },
    ],
  });
  expect(shown.body['attributes']).toEqual([
    { code: 'capacity', name: 'Capacidade', value: 1.7, unit: 'l' },
    { code: 'material', name: 'Material', value: 'Vidro', unit: '' },
    { code: 'cordless', name: 'Solta da base', value: true, unit: '' },
  ]);
  expect(shown.cache).toMatch(/^public/);
  expect((await call('mei', 'PATCH', mine, { brand: 'Heron' })).body).toMatchObject({ waits: true });
  expect((await call('mei', 'DELETE', `${mine}/proposal`)).status).toBe(200);
  expect((await call('mei', 'PUT', `${mine}/stock`, { lines: [{ variant, onHand: 0 }] })).status).toBe(200);
  expect((await call('visitor', 'GET', `/categories/kettles/products`)).body).toMatchObject({
    cards: [{ product, fromMinor: 19900, varies: true, picture: null }],
    page: 1,
    more: false,
  });
  expect((await call('visitor', 'GET', `/storefronts/${mei.store}/products`)).body).toMatchObject({
    cards: [{ product }],
  });
  expect((await call('mei', 'GET', `/stores/${mei.store}/products?state=live`)).body).toMatchObject({
    products: [{ product, onHand: 0, proposal: null }],
    states: { live: 1 },
  });
  expect((await call('desk', 'POST', `/desk/products/${product}/suspension`, { why: 'Look again.' })).body).toEqual({
    state: 'suspended',
  });
  expect((await call('desk', 'DELETE', `/desk/products/${product}/suspension`, { why: 'All well.' })).body).toEqual({
    state: 'live',
  });
  expect((await call('mei', 'POST', `${mine}/withdrawal`)).body).toEqual({ state: 'withdrawn' });
  expect((await call('mei', 'DELETE', `${mine}/withdrawal`)).body).toEqual({ state: 'live' });
});

test('each door refuses by name, and shows nobody what is not theirs', async () => {
  const { body } = await call('anna', 'POST', `/stores/${anna.store}/products`, kettle);
  const theirs = `/stores/${anna.store}/products/${String(body['product'])}`;
  for (const [method, path, sent] of [
    ['GET', theirs],
    ['PATCH', theirs, {}],
    ['POST', `${theirs}/submission`],
    ['PUT', `${theirs}/stock`, { lines: [{ variant: (body['variants'] as string[])[0], onHand: 1 }] }],
    ['POST', `${theirs}/pictures`, { data: 'aGk=' }],
  ] as const) {
    expect((await call('mei', method, path, sent)).status, `${method} ${path}`).toBe(404);
    expect((await call('visitor', method, path, sent)).status).toBe(401);
  }
  expect((await call('mei', 'GET', `/stores/${anna.store}/products`)).status).toBe(404);
  expect((await call('mei', 'GET', '/desk/reviews')).status).toBe(403);
  expect((await call('mei', 'POST', `/desk/products/${String(body['product'])}/listing`, {})).status).toBe(403);
  expect(
    await call('anna', 'POST', `/stores/${anna.store}/products`, { ...kettle, category: 'nothing' }),
  ).toMatchObject({ status: 422, body: { error: { no: 'category_not_found' } } });
  expect(await call('anna', 'PATCH', theirs, { attributes: { wings: 2 } })).toMatchObject({
    status: 422,
    body: { error: { no: 'listing_is_wrong', problems: [{ where: 'attributes.wings' }] } },
  });
  expect(await call('anna', 'PATCH', theirs, { attributes: { capacity: { litres: 2 } } })).toMatchObject({
    status: 422,
    body: { error: { no: 'listing_is_wrong' } },
  });
  expect((await call('anna', 'PATCH', theirs, { battery: 'acid' })).status).toBe(400);
  expect(await call('anna', 'POST', `${theirs}/pictures`, { data: 'aGk=' })).toMatchObject({
    status: 422,
    body: { error: { no: 'picture_is_not_readable' } },
  });
});

test('what is not there is not found, whatever is asked', async () => {
  for (const path of [
    '/products/x',
    '/products/00000000-0000-0000-0000-000000000000',
    '/categories/nothing',
    '/categories/nothing/products',
  ])
    expect((await call('visitor', 'GET', path)).status, path).toBe(404);
  expect((await call('visitor', 'GET', '/categories/kettles/products?page=0')).status).toBe(400);
  expect(await call('visitor', 'GET', '/categories/kettles/products?sort=cheapest')).toMatchObject({
    status: 400,
    body: { error: { no: 'say_in_which_currency' } },
  });
  expect((await call('visitor', 'GET', '/categories/kettles/products?sort=cheapest&currency=CNY')).status).toBe(200);
  const tree = (await call('visitor', 'GET', '/categories?locale=pt-BR')).body as unknown as { children: object[] }[];
  expect(tree[0]).toMatchObject({ id: 'home-kitchen', name: 'Casa e cozinha' });
  expect(tree[0]!.children[0]).toMatchObject({ id: 'kettles', name: 'Chaleiras', leaf: true });
  expect((await call('visitor', 'GET', '/categories/kettles')).body).toMatchObject({
    hs: '851610',
    path: [{ id: 'home-kitchen' }, { id: 'kettles' }],
  });
  expect((await call('visitor', 'GET', '/storefronts/nobody/products')).body).toMatchObject({ cards: [] });
});
