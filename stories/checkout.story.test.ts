import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { editProduct } from '#modules/catalogue';
import { enrol, hashPassword } from '#modules/parties';
import { system } from '#platform/actor';
import { openTown, paulista, refused } from './town.ts';
import type { Buyer, Seller, Town } from './town.ts';

let town: Town;
let mei: Seller;
let ana: Buyer;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
});
beforeEach(async () => {
  await town.round();
  mei = await town.seller('Mei, Shenzhen', { stock: 5 });
  ana = town.buyer('Ana, São Paulo');
});
afterAll(() => town.close());

const form = {
  email: 'ana@people.test',
  name: 'Ana Souza',
  address: paulista,
  country: 'BR',
  currency: 'BRL',
  locale: 'pt-BR',
  method: 'pix',
  taxId: '390.533.447-05',
};

/** The doors as a browser or a program knocks at them. */
async function call(
  method: string,
  path: string,
  { body, cookie, key, token }: { body?: object; cookie?: string; key?: string; token?: string } = {},
) {
  const answer = await fetch(`${town.url}/api/v1${path}`, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(cookie ? { cookie: `entrepot_guest=${cookie}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, any> };
}

test('a form sent twice at once is one order, and both senders are told of it', async () => {
  const cookie = ana.actor.id;
  expect((await call('POST', '/cart/lines', { cookie, body: { variant: mei.kettle, quantity: 2 } })).status).toBe(200);
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => call('POST', '/purchases', { cookie, key: 'form-1', body: form })),
  );
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set(sent.map(({ body }) => body['purchase'])).size).toBe(1);
  expect(await mei.left()).toBe(3);
  await town.settle();
  // Long after, too; but the same key for another form is no repetition.
  await town.later({ hours: 3 });
  expect((await call('POST', '/purchases', { cookie, key: 'form-1', body: form })).body['purchase']).toBe(
    sent[0]!.body['purchase'],
  );
  const other = await call('POST', '/purchases', { cookie, key: 'form-1', body: { ...form, method: 'card' } });
  expect(other).toMatchObject({ status: 409, body: { error: { no: 'key_used_for_something_else' } } });
  await town.verifies();
});

test('two windows with the last kettle in both: one of them has it', async () => {
  const last = await town.seller('Hao, Jingdezhen', { stock: 1 });
  const bia = town.buyer('Bia, Manaus');
  must(await ana.lays(last.kettle));
  must(await bia.lays(last.kettle));
  const said = await Promise.all([ana.places({ method: 'pix' }), bia.places({ method: 'pix' })]);
  expect(said.filter((one) => one.ok)).toHaveLength(1);
  const [no] = said.filter((one) => !one.ok);
  expect(['out_of_stock', 'lines_cannot_be_had']).toContain(!no!.ok && no!.refusal.no);
  await town.verifies();
});

test('the price rose since it was shown: it is told and not charged; one that fell is simply less', async () => {
  must(await ana.lays(mei.kettle));
  const before = (await call('GET', '/checkout?country=BR&postalCode=01310-100&currency=BRL', { cookie: ana.actor.id }))
    .body['total'] as { minor: number };
  const price = (minor: number) =>
    town.does(mei.actor, editProduct, {
      store: mei.store,
      product: mei.product,
      variants: [{ id: mei.kettle, tiers: [{ from: 1, minor }], grams: 1100, sizeMm: [230, 190, 240] }],
    } as never);
  must(await price(25_000));
  const said = await ana.places({ method: 'pix', shown: before.minor });
  expect(said).toMatchObject(refused('price_has_changed', { shown: before.minor }));
  expect(await mei.left()).toBe(5);

  must(await price(15_000));
  const bought = must(await ana.places({ method: 'pix', shown: before.minor }));
  expect(Number(bought.total.minor)).toBeLessThan(before.minor);
  await town.verifies();
});

test('the rate of the day is locked with the purchase; without a rate of these days nothing is sold across currencies', async () => {
  const locked = await ana.orders(mei.kettle, { method: 'boleto' });
  await town.later({ days: 1 });
  await town.round();
  expect((await ana.purchase(locked)).totalMinor).toBe(locked.total.minor);
  await ana.pays(locked);
  expect(await town.holds(locked.orders[0]!.order, 'CNY')).toEqual({ currency: 'CNY', minor: 23_000n });

  // The European Central Bank is not to be reached for nine days.
  const rita = await town.seller('Rita, Recife', { country: 'BR', currency: 'BRL' });
  await town.later({ days: 9 });
  must(await ana.lays(mei.kettle));
  expect(await ana.places({ method: 'pix' })).toMatchObject(
    refused('rates_are_too_old', { day: expect.stringMatching(/^2026-03-\d\d$/) }),
  );
  const luiz = town.buyer('Luiz, Recife');
  expect((await luiz.orders(rita.kettle, { method: 'pix' })).total.currency).toBe('BRL');
  await town.round();
  must(await ana.places({ method: 'pix' }));
  await town.verifies();
});

test('a guest signs in: the cart and the orders come along, and nobody else has them', async () => {
  const password = 'harbour at first light';
  must(
    await town.does(system, enrol, {
      email: 'ana.souza@people.test',
      name: 'Ana Souza',
      locale: 'pt-BR',
      country: 'BR',
      currency: 'BRL',
      passwordHash: await hashPassword(password),
    }),
  );
  const bought = await ana.orders(mei.kettle, { method: 'pix' });
  await ana.pays(bought);
  must(await ana.lays(mei.kettle, 2));

  const cookie = ana.actor.id;
  const wrong = await call('POST', '/sessions', {
    cookie,
    body: { email: 'ana.souza@people.test', password: 'not it at all' },
  });
  expect(wrong.status).toBe(401);
  const { body } = await call('POST', '/sessions', { cookie, body: { email: 'ana.souza@people.test', password } });
  await town.settle();
  const token = body['token'] as string;
  const cart = await call('GET', '/cart?currency=BRL', { token });
  expect(cart.body['stores']).toMatchObject([{ lines: [{ variant: mei.kettle, quantity: 2 }] }]);
  expect((await call('GET', '/orders', { token })).body['orders']).toMatchObject([
    { id: bought.orders[0]!.order, state: 'funded' },
  ]);
  expect((await call('GET', `/purchases/${bought.purchase}/payments`, { token })).status).toBe(200);

  // The browser's old cookie opens nothing any more; the key in the letter still shows the order.
  expect((await call('GET', `/orders/${bought.orders[0]!.order}`, { cookie })).status).toBe(404);
  expect((await call('GET', `/cart?currency=BRL`, { cookie })).body['stores']).toEqual([]);
  expect((await call('GET', `/orders/${bought.orders[0]!.order}?key=${bought.secret}`)).body).toMatchObject({
    side: 'buyer',
    order: { buyer: '' },
  });
  expect(
    (await call('POST', `/orders/${bought.orders[0]!.order}/cancellation`, { cookie, body: { why: 'Mine?' } })).status,
  ).toBe(404);
  await town.verifies();
});
