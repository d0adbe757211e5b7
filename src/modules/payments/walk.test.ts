/** Random money: paid in parts, twice, late, at once; released and given back in any order. The books are looked at after each step. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allocate, money } from '#kernel/money';
import { must } from '#kernel/result';
import { convertAt } from '#modules/exchange';
import { balancesOf, trialBalance } from '#modules/ledger';
import { sql } from '#platform/sql';
import { dice } from '../../../world/ground/faults.ts';
import { escrow, reportPayment } from './index.ts';
import type { Payee } from './index.ts';
import type { Asking } from '#platform/work';
import { reportRefund } from './report-refund.ts';
import { booksHold, cny, expects, opens, openTown, order, pictureOf, refunds, releases } from './town.testing.ts';
import type { Town } from './town.testing.ts';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const seeds = process.env['WALK_SEEDS']?.split(',').map(Number) ?? [1, 2, 3];
const kinds = [
  { buyer: 'BRL', seller: 'BRL', rate: '1', mid: '1' },
  { buyer: 'BRL', seller: 'CNY', rate: '0.746878875568416701', mid: cny.mid },
  { buyer: 'JPY', seller: 'JPY', rate: '1', mid: '1' },
  { buyer: 'KWD', seller: 'JPY', rate: '0.0021', mid: '0.002' },
];

interface Pot {
  purchase: string;
  payees: Payee[];
  payments: { payment: string; amount: bigint; currency: string }[];
}

test.each(seeds)(
  'walk %i: sums are zero, escrow is what open orders hold, nothing goes back twice',
  { timeout: 60_000 },
  async (seed) => {
    const next = dice(seed);
    const below = (n: number) => Math.floor(next() * n);
    const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
    const pots: Pot[] = [];
    const acts = {
      open: async () => void pots.push(await openPot(below, pick(kinds))),
      pay: async () => pays(pick(pots), below),
      payAgain: async () => told(pick(pots.flatMap((pot) => pot.payments)), below),
      payAtOnce: async () => {
        const payment = pick(pots.flatMap((pot) => pot.payments));
        await Promise.all([told(payment, below), told(payment, below)]);
      },
      refund: async () => giveBack(pick(pots), below),
      release: async () => release(pick(pick(pots).payees)),
      both: async () => {
        const pot = pick(pots);
        const payee = pick(pot.payees);
        await Promise.all([release(payee), refunds(town, payee)]);
      },
      arrive: async () => arrives(below),
    };
    await acts.open();
    await acts.pay();
    for (let step = 0; step < 90; step++) {
      const name = pick([
        'open',
        'pay',
        'pay',
        'pay',
        'payAgain',
        'payAtOnce',
        'refund',
        'refund',
        'release',
        'both',
        'arrive',
        'arrive',
      ] as const);
      await acts[name]();
      town.house.clock.advance({ seconds: 1 });
      expect({ seed, step, name, problems: await problemsOf() }).toEqual({ seed, step, name, problems: [] });
    }
    expect(await booksHold(town)).toEqual([]);
  },
);

async function openPot(
  below: (n: number) => number,
  { buyer, seller, rate, mid }: (typeof kinds)[number],
): Promise<Pot> {
  const payees = Array.from({ length: 1 + below(3) }, () => {
    const goods = money(seller, BigInt(1 + below(90_000)));
    const carriage = money(seller, (goods.minor * BigInt(below(40))) / 100n);
    const due = buyer === seller ? goods : convertAt({ rate, to: buyer }, goods);
    return { ...order(goods, due, { carriage, carriageTo: below(2) === 0 ? 'seller' : 'rail' }), mid };
  });
  return { purchase: await opens(town, payees), payees, payments: [] };
}

/** Some or all of what is due, in one payment more. */
async function pays(pot: Pot, below: (n: number) => number): Promise<void> {
  const currency = pot.payees[0]!.due.currency;
  const due = pot.payees.reduce((sum, one) => sum + one.due.minor, 0n);
  const amount = below(2) === 0 ? due : allocate(money(currency, due), [1 + below(5), 1 + below(5)])[0]!.minor;
  if (amount === 0n) return;
  const said = await expects(town, pot.purchase, money(currency, amount));
  if (!said.ok) return;
  const made = { payment: said.value.payment, amount, currency };
  pot.payments.push(made);
  if (below(4) > 0) await told(made, below);
}

/** The provider reports it: usually paid as agreed, sometimes another sum, sometimes that it expired before. */
async function told(
  { payment, amount, currency }: Pot['payments'][number],
  below: (n: number) => number,
): Promise<void> {
  const what = below(12);
  const status = what === 0 ? 'expired' : what === 1 ? 'failed' : 'paid';
  const minor = what === 2 ? amount + 1n : amount;
  const said = { id: `theirs-${payment}`, reference: payment, status, amount: money(currency, minor) } as const;
  await town.does(reportPayment, { provider: 'harbour', told: said });
}

async function giveBack(pot: Pot, below: (n: number) => number): Promise<void> {
  const payee = pot.payees[below(pot.payees.length)]!;
  const part = money(payee.due.currency, (payee.due.minor * BigInt(1 + below(60))) / 100n);
  await refunds(town, payee, below(4) === 0 ? undefined : part);
}

async function release(payee: Payee): Promise<void> {
  await releases(town, payee).catch((error: unknown) => {
    if (!/not paid in full/.test(String(error))) throw error;
  });
}

/** The provider has carried out some refund, or says so once more. */
async function arrives(below: (n: number) => number): Promise<void> {
  const { rows } = await town.house.db.query(sql`
    select r.id, r.attempt, r.amount, coalesce(p.received_currency, p.currency) as currency
      from payments.refund_parts r join payments.payments p on p.purchase = r.purchase and p.id = r.payment order by r.id`);
  const parts = rows as { id: string; attempt: number; amount: bigint; currency: string }[];
  if (parts.length === 0) return;
  const part = parts[below(parts.length)]!;
  const said = {
    id: `back-${part.id}`,
    reference: `${part.id}:${part.attempt}`,
    status: 'succeeded',
    amount: money(part.currency, part.amount),
  } as const;
  await Promise.all([
    town.does(reportRefund, { provider: 'harbour', told: said }),
    town.does(reportRefund, { provider: 'harbour', told: said }),
  ]);
}

interface PayeeNow {
  order_id: string;
  currency: string;
  seller_currency: string;
  inside: bigint;
  paid: bigint;
  refunded: bigint;
  shared: bigint;
  parted: bigint;
  is_whole: boolean;
}

/** Everything that must hold at every moment. */
async function problemsOf(): Promise<string[]> {
  return town.asks(async (ask: Asking) => {
    const [lines, payees, owed] = await Promise.all([
      trialBalance(ask),
      ask.many<PayeeNow>(sql`
        select p.order_id, p.currency, p.seller_currency, p.held - p.returned - p.released as inside, p.paid, p.refunded,
               coalesce((select sum(amount) from payments.shares s where s.purchase = p.purchase and s.order_id = p.order_id), 0)::bigint as shared,
               coalesce((select sum(amount) from payments.refunds r where r.purchase = p.purchase and r.order_id = p.order_id), 0)::bigint as parted,
               (p.paid = p.refunded) as is_whole
          from payments.payees p`),
      ask.many<{ currency: string; minor: bigint; owes: bigint }>(sql`
        select coalesce(p.received_currency, p.currency) as currency, sum(p.received)::bigint - coalesce(sum(d.back), 0)::bigint as minor,
               sum(p.given_back)::bigint - coalesce(sum(d.back), 0)::bigint as owes
          from payments.payments p
          left join (select payment, sum(amount) as back from payments.refund_parts where state = 'done' group by payment) d on d.payment = p.id
         group by 1`),
    ]);
    const escrows = await balancesOf(
      ask,
      payees.map((one) => escrow(one.order_id)),
    );
    const booked = new Map(escrows.map(({ account, currency, minor }) => [`${account} ${currency}`, minor]));
    const ofKind = (kind: string, currency: string) =>
      lines.find((line) => line.kind === kind && line.currency === currency)?.minor ?? 0n;
    const sums = new Map<string, bigint>();
    for (const { currency, minor } of lines) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
    return [
      ...[...sums].filter(([, sum]) => sum !== 0n).map(([currency, sum]) => `${currency} sums to ${sum}`),
      ...payees
        .filter((one) => (booked.get(`${escrow(one.order_id)} ${one.seller_currency}`) ?? 0n) !== one.inside)
        .map((one) => `escrow of ${one.order_id} is not what it holds`),
      ...payees
        .filter((one) => one.inside < 0n || (one.is_whole && one.inside !== 0n))
        .map((one) => `escrow of ${one.order_id} holds ${one.inside}`),
      ...payees
        .filter((one) => one.shared !== one.paid || one.parted !== one.refunded || one.refunded > one.paid)
        .map((one) => `${one.order_id} was paid ${one.shared} and gave back ${one.parted}`),
      ...owed
        .filter(({ currency, minor }) => -ofKind('psp_receivable', currency) !== minor)
        .map(({ currency }) => `the provider's ${currency} do not fit`),
      ...owed
        .filter(({ currency, owes }) => ofKind('refund_payable', currency) !== owes)
        .map(({ currency }) => `what is owed back in ${currency} does not fit`),
    ];
  }, undefined as never);
}

test('release and refund at once, twice over: one comes first, and no more leaves than came', async () => {
  for (let n = 0; n < 8; n++) {
    const payee = order(money('BRL', 10_000n));
    const purchase = await opens(town, [payee]);
    const { payment } = must(await expects(town, purchase, payee.due));
    must(
      await town.does(reportPayment, {
        provider: 'harbour',
        told: { id: `theirs-${payment}`, reference: payment, status: 'paid', amount: payee.due },
      }),
    );
    await Promise.all([releases(town, payee), refunds(town, payee), releases(town, payee), refunds(town, payee)]);
    expect(await problemsOf()).toEqual([]);
    expect(await pictureOf(town, payee)).toMatchObject({
      refunded: payee.due,
      held: money('BRL', 0n),
      toSeller: money('BRL', 0n),
      commission: money('BRL', 0n),
    });
  }
});
