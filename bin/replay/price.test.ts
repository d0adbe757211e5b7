import { expect, test } from 'vitest';
import type { OlistItem, OlistOrder } from './olist.ts';
import { priceOf } from './price.ts';

const item = (product: string, price: number, freight: number, seller = 'ada'): OlistItem => ({
  product,
  seller,
  price,
  freight,
});
const card = (value: number, installments = 1) => ({ type: 'credit_card', installments, value });

function order(items: OlistItem[], payments: OlistOrder['payments']): OlistOrder {
  const at = new Date('2018-01-02T10:00:00Z');
  return {
    id: 'one',
    customer: 'ana',
    status: 'delivered',
    placedAt: at,
    approvedAt: at,
    carriedAt: null,
    deliveredAt: null,
    promisedAt: at,
    items,
    payments,
  };
}

test('pieces of the same thing are one line, their carriage one sum, and each store is its own order', () => {
  const { stores, total, difference } = priceOf(
    order([item('pot', 2000, 300), item('pot', 2000, 301), item('lamp', 5000, 0, 'bia')], [card(9601)]),
  );
  expect(stores).toEqual([
    { seller: 'ada', lines: [{ listing: 'ada/pot', product: 'pot', quantity: 2, unit: 2000 }], carriage: 601 },
    { seller: 'bia', lines: [{ listing: 'bia/lamp', product: 'lamp', quantity: 1, unit: 5000 }], carriage: 0 },
  ]);
  expect({ total, difference }).toEqual({ total: 9601, difference: null });
});

test('the same thing at two prices in one order is two listings', () => {
  const { stores } = priceOf(order([item('pot', 2000, 0), item('pot', 1800, 0)], [card(3800)]));
  expect(stores[0]!.lines.map(({ listing, unit }) => [listing, unit])).toEqual([
    ['ada/pot', 2000],
    ['ada/pot/2', 1800],
  ]);
});

test('cents are found in the carriage: at most half a cent for each piece', () => {
  expect(priceOf(order([item('pot', 2000, 333), item('pot', 2000, 333)], [card(4667)]))).toMatchObject({
    total: 4667,
    difference: { kind: 'rounding', minor: 1 },
    stores: [{ carriage: 667 }],
  });
  expect(priceOf(order([item('pot', 2000, 333), item('pot', 2000, 333)], [card(4668)])).difference?.kind).toBe(
    'unexplained',
  );
});

test('a whole per cent of the goods less is a coupon: the goods were sold for so much less', () => {
  const price = priceOf(order([item('lamp', 10390, 1175)], [card(10526)]));
  expect(price).toMatchObject({
    total: 10526,
    difference: { kind: 'coupon', minor: -1039 },
    stores: [{ lines: [{ unit: 9351 }], carriage: 1175 }],
  });
});

test('what a card in instalments takes on top is its interest, shared by the cards that lend; one that pays at once lends nothing', () => {
  const price = priceOf(order([item('lamp', 9490, 1439)], [card(8606, 6), card(2513, 2)]));
  expect(price).toMatchObject({ total: 10929, difference: { kind: 'interest', minor: 190 } });
  expect(price.parts.map(({ minor, interest }) => [minor, interest])).toEqual([
    [8459, 147],
    [2470, 43],
  ]);
  expect(priceOf(order([item('lamp', 9490, 1439)], [card(11119)])).difference?.kind).toBe('unexplained');
  expect(priceOf(order([item('lamp', 9490, 1439)], [card(29000, 2)])).difference?.kind).toBe('unexplained');
});

test('an order without a payment keeps its price; a payment of nothing is none', () => {
  expect(priceOf(order([item('lamp', 5000, 500)], []))).toMatchObject({
    total: 5500,
    parts: [],
    difference: { kind: 'not_paid', minor: -5500 },
  });
  expect(
    priceOf(order([item('lamp', 5000, 500)], [card(5500), { type: 'voucher', installments: 1, value: 0 }])).parts,
  ).toHaveLength(1);
});

test('an order without goods costs what was paid for it', () => {
  expect(priceOf(order([], [card(4000), card(710)]))).toMatchObject({
    unnamed: true,
    total: 4710,
    stores: [{ lines: [{ quantity: 1, unit: 4710 }], carriage: 0 }],
  });
});
