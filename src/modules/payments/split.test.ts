import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyOf } from '#kernel/money';
import { convertAt } from '#modules/exchange';
import { captureSplit, releaseSplit, returnSplit, takeFrom } from './split.ts';
import type { PayeeMoney } from './split.ts';

function payee(change: Partial<PayeeMoney> = {}): PayeeMoney {
  return {
    order: 'o',
    store: 's',
    currency: 'EUR',
    due: 8800n,
    paid: 0n,
    refunded: 0n,
    sellerCurrency: 'EUR',
    goods: 8800n,
    held: 0n,
    returned: 0n,
    released: 0n,
    commission: 0n,
    carried: 0n,
    clawed: 0n,
    commissionBack: 0n,
    mid: '1',
    margin: 0n,
    marginBack: 0n,
    carriage: 800n,
    carriageTo: 'seller',
    lines: [{ category: 'kettles', minor: 8000n, bps: 500 }],
    isReleased: false,
    isClosed: false,
    ...change,
  };
}

/** The book that a payee is, after each act: what the bookings would make of it. */
const captured = (one: PayeeMoney, amount: bigint): PayeeMoney => {
  const share = captureSplit(amount, [one]).shares[0];
  return share
    ? { ...one, paid: one.paid + share.amount, held: one.held + share.goods, margin: one.margin + share.margin }
    : one;
};
const released = (one: PayeeMoney): PayeeMoney => {
  const { total, commission, carriage } = releaseSplit(one);
  return { ...one, released: total, commission, carried: carriage, isReleased: true };
};
const returned = (one: PayeeMoney, amount: bigint): PayeeMoney => {
  const back = returnSplit(one, amount);
  return {
    ...one,
    refunded: one.refunded + amount,
    returned: one.returned + back.fromEscrow,
    clawed: one.clawed + back.fromSeller + back.fromCommission,
    commissionBack: one.commissionBack + back.fromCommission,
    marginBack: one.marginBack + back.margin,
  };
};

test('the example of the rules: 88 in escrow, the commission of goods and ship, the seller the rest', () => {
  const full = captured(payee(), 8800n);
  expect(releaseSplit({ ...full, lines: [{ category: 'kettles', minor: 8000n, bps: 400 }] })).toEqual({
    total: 8800n,
    seller: 8448n,
    commission: 352n,
    carriage: 0n,
  });
  expect(releaseSplit({ ...full, carriageTo: 'rail' })).toEqual({
    total: 8800n,
    seller: 7600n,
    commission: 400n,
    carriage: 800n,
  });
});

test('each line by its own rate, rounded down once: never more than the rate', () => {
  const lines = [
    { category: 'kettles', minor: 199n, bps: 500 },
    { category: 'books', minor: 101n, bps: 300 },
  ];
  const full = captured(payee({ due: 300n, goods: 300n, carriage: 0n, lines }), 300n);
  // 9.95 + 3.03 = 12.98
  expect(releaseSplit(full).commission).toBe(12n);
  expect(releaseSplit(captured(payee({ due: 100n, goods: 100n, carriage: 100n, lines: [] }), 100n))).toMatchObject({
    seller: 100n,
    commission: 0n,
  });
});

test('a sum is shared by what each lacks, the rest by largest remainder; what nobody lacks is left over', () => {
  const orders = [
    payee({ order: 'a', due: 100n, goods: 100n }),
    payee({ order: 'b', due: 200n, goods: 200n }),
    payee({ order: 'c', due: 50n, goods: 50n, paid: 50n, held: 50n }),
  ];
  const some = captureSplit(100n, orders);
  expect(some.shares.map(({ order, amount, full }) => [order, amount, full])).toEqual([
    ['a', 33n, false],
    ['b', 67n, false],
  ]);
  expect(some.left).toBe(0n);
  const all = captureSplit(350n, orders);
  expect(all.shares.map(({ order, amount, full }) => [order, amount, full])).toEqual([
    ['a', 100n, true],
    ['b', 200n, true],
  ]);
  expect(all.left).toBe(50n);
  expect(captureSplit(10n, [payee({ isClosed: true })])).toEqual({ shares: [], left: 10n });
});

test('across currencies escrow gets the price, clearing its worth at the middle rate, and the margin is ours', () => {
  const mid = '0.735841256717651922';
  const due = convertAt({ rate: '0.746878875568416701', to: 'BRL' }, moneyOf('CNY', '200.00')).minor;
  const one = payee({ currency: 'BRL', due, sellerCurrency: 'CNY', goods: 20000n, mid });
  expect(captureSplit(due, [one]).shares).toMatchObject([
    { amount: 14938n, goods: 20000n, mid: 14717n, margin: 221n, full: true },
  ]);
});

test('a refund takes from the newest payment first', () => {
  const sources = [
    { payment: 'new', left: 30n },
    { payment: 'old', left: 70n },
  ];
  expect(takeFrom(sources, 50n).map(({ from, amount }) => [from.payment, amount])).toEqual([
    ['new', 30n],
    ['old', 20n],
  ]);
  expect(() => takeFrom(sources, 101n)).toThrow('1 more is to go back than came');
});

const pairs = [
  { currency: 'BRL', sellerCurrency: 'BRL', mid: '1' },
  { currency: 'BRL', sellerCurrency: 'CNY', mid: '0.735841256717651922' },
  { currency: 'JPY', sellerCurrency: 'KWD', mid: '502.13' },
  { currency: 'KWD', sellerCurrency: 'JPY', mid: '0.001991516141238325' },
  { currency: 'EUR', sellerCurrency: 'IDR', mid: '0.00004979571296' },
];
const orders = fc.record({
  pair: fc.constantFrom(...pairs),
  goods: fc.bigInt({ min: 1n, max: 10_000_000n }),
  carriagePart: fc.integer({ min: 0, max: 100 }),
  toLine: fc.boolean(),
  marginBps: fc.integer({ min: 0, max: 400 }),
  bps: fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })),
  linePart: fc.integer({ min: 0, max: 100 }),
});
type Order = typeof orders extends fc.Arbitrary<infer T> ? T : never;

function payeeOf({ pair, goods, carriagePart, toLine, marginBps, bps, linePart }: Order): PayeeMoney {
  const carriage = (goods * BigInt(carriagePart)) / 100n;
  const [one, rest] = [((goods - carriage) * BigInt(linePart)) / 100n, goods - carriage];
  const rate = { rate: (Number(pair.mid) * (1 + marginBps / 10_000)).toFixed(18), to: pair.currency };
  const due =
    pair.currency === pair.sellerCurrency
      ? goods
      : convertAt(rate, { currency: pair.sellerCurrency, minor: goods }).minor;
  const lines = [
    { category: 'a', minor: one, bps: bps[0] },
    { category: 'b', minor: rest - one, bps: bps[1] },
  ];
  return payee({ ...pair, goods, due, carriage, carriageTo: toLine ? 'rail' : 'seller', lines });
}

test('whatever is paid in parts, released and given back in parts: sums are exact and nothing is below zero', () => {
  const acts = fc.array(
    fc.oneof(
      fc.record({ pay: fc.integer({ min: 1, max: 100 }) }),
      fc.record({ back: fc.integer({ min: 1, max: 100 }) }),
      fc.constant({ release: true as const }),
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(orders, acts, (order, list) => {
      let one = payeeOf(order);
      for (const act of list) {
        if ('pay' in act) one = captured(one, ((one.due - one.paid) * BigInt(act.pay)) / 100n);
        else if ('release' in act) one = one.paid === one.due && !one.isReleased ? released(one) : one;
        else {
          const amount = ((one.paid - one.refunded) * BigInt(act.back)) / 100n;
          if (amount > 0n) one = returned(one, amount);
        }
        holds(one);
      }
      // In the end the buyer gets back all that is left, and nothing of the seller's side remains anywhere.
      const rest = one.paid - one.refunded;
      if (rest > 0n) one = returned(one, rest);
      holds(one);
      if (one.paid > 0n) {
        expect(one.held - one.returned - one.clawed).toBe(0n);
        expect([one.margin - one.marginBack, one.commission - one.commissionBack]).toEqual([0n, 0n]);
      }
    }),
    { numRuns: 400 },
  );
});

function holds(one: PayeeMoney): void {
  const {
    due,
    paid,
    refunded,
    goods,
    held,
    returned: back,
    released: out,
    commission,
    carried,
    clawed,
    commissionBack,
    margin,
    marginBack,
  } = one;
  const never = {
    due: due - paid,
    paid: paid - refunded,
    goods: goods - held,
    escrow: held - back - out,
    clawed: out - clawed,
    seller: out - commission - carried,
    back: commission - commissionBack,
    share: clawed - commissionBack,
    margin: margin - marginBack,
  };
  expect(Object.entries(never).filter(([, left]) => left < 0n)).toEqual([]);
  expect(commission * 10_000n <= (out - carried) * 500n).toBe(true);
  // In one currency the seller's side moves as the buyer's.
  if (one.currency === one.sellerCurrency) expect([held, back + clawed]).toEqual([paid, refunded]);
}

test('parts of a payment always sum to it', () => {
  fc.assert(
    fc.property(
      fc.array(orders, { minLength: 1, maxLength: 6 }),
      fc.bigInt({ min: 1n, max: 50_000_000n }),
      (list, amount) => {
        const payees = list.map((order, n) => ({ ...payeeOf({ ...order, pair: list[0]!.pair }), order: String(n) }));
        const { shares, left } = captureSplit(amount, payees);
        expect(shares.reduce((sum, share) => sum + share.amount, left)).toBe(amount);
        for (const share of shares)
          expect([share.mid + share.margin, share.margin >= 0n, share.goods >= 0n]).toEqual([share.amount, true, true]);
      },
    ),
    { numRuns: 300 },
  );
});
