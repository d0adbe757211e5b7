/** For the tests of this department: a house with the world beside it, over HTTP, and people who buy. */
import type { FastifyInstance } from 'fastify';
import { newId } from '#kernel/id';
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { exchange, importRates } from '#modules/exchange';
import { balancesOf, ledger, trialBalance, verifyBooks } from '#modules/ledger';
import { system, visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openApi } from '#platform/api';
import { perform } from '#platform/perform';
import { plantPeriodic } from '#platform/run-jobs';
import { settle } from '#platform/settle';
import { openTestHouse, testSecrets } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Deed, Question, Work } from '#platform/work';
import { ok } from '#kernel/result';
import { startWorld } from '../../../world/world.ts';
import type { World } from '../../../world/world.ts';
import { expectPayment, moneyOf, openEscrow, payments, paymentsOf, refundOrder, releaseEscrow } from './index.ts';
import type { ExpectPaymentInput, Payee, PaymentView } from './index.ts';

export const person = (id: string, staff: Actor['staff'] = [], stores: Actor['stores'] = []): Actor => ({
  id,
  kind: 'person',
  name: id,
  stores,
  staff,
});
export const treasurer = person('tea', ['money']);
export const ruler = person('rita', ['rules']);

export const store = '01900000-0000-7000-8000-0000000000aa';
export const cny = { from: 'CNY', to: 'BRL', mid: '0.735841256717651922' };

export interface Town {
  house: TestHouse;
  world: World;
  api: FastifyInstance;
  does<I, A, R extends { no: string }>(
    deed: Deed<I, Result<A, R>>,
    input: I,
    by?: Actor,
  ): Promise<Result<A, R | { no: 'key_used_for_something_else' }>>;
  asks<I, A>(what: Question<I, A>, input: I, by?: Actor): Promise<A>;
  /** Lets everything happen that is due, in the house and outside. */
  settles(): Promise<void>;
  later(span: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  close(): Promise<void>;
}

export async function openTown(at = '2026-04-13T17:00:00Z'): Promise<Town> {
  let house: TestHouse | undefined;
  const now = () => house?.clock.now() ?? new Date(at);
  const world = await startWorld({
    port: 0,
    smtpPort: null,
    now,
    secret: testSecrets.webhookSecret,
    providerKey: testSecrets.providerKey,
  });
  house = await openTestHouse({ modules: [ledger, exchange, payments], at, world: world.url });
  // The tests say what the rates are; nobody fetches others.
  house.config.world.ecb = 'http://127.0.0.1:9';
  const api = await openApi(house, {
    whoAsks: async (_house, request) => askers.get(String(request.headers['x-test-asker'])) ?? visitor,
  });
  const url = await api.listen({ port: 0, host: '127.0.0.1' });
  const webhooks = `${url}/api/v1/webhooks`;
  world.sendWebhooksTo({ payments: `${webhooks}/payments`, bank: `${webhooks}/bank`, carrier: `${webhooks}/carrier` });
  await plantPeriodic(house);
  const town: Town = {
    house,
    world,
    api,
    does: (deed, input, by = system) => perform(house, { key: newId(house.clock.now()), by }, deed, input),
    asks: (what, input, by = system) => question(house, by, what, input),
    settles: () => settle(house, world.outside),
    async later(span) {
      house.clock.advance(span);
      await town.settles();
    },
    async close() {
      await world.close();
      await api.close();
      await house.close();
    },
  };
  must(
    await town.does(importRates, {
      source: 'ECB',
      day: at.slice(0, 10),
      rates: [
        { currency: 'CNY', rate: '7.9827' },
        { currency: 'BRL', rate: '5.874' },
      ],
    }),
  );
  await town.settles();
  return town;
}

/** Who asks over HTTP in these tests: by a header that only this API knows. */
export const askers = new Map<string, Actor>(
  [treasurer, ruler, person('luc'), person('mei', [], [{ store, roles: ['owner'] }])].map((one) => [one.id, one]),
);

let orders = 0;
/** An order of so much in the seller's currency; the buyer's sum where it differs. */
export function order(goods: Money, due = goods, change: Partial<Payee> = {}): Payee {
  const carriage = change.carriage ?? money(goods.currency, 0n);
  const id = `01900000-0000-7000-8000-${String(++orders).padStart(12, '0')}`;
  const mid = goods.currency === due.currency ? '1' : cny.mid;
  const lines = [{ category: 'kettles', amount: money(goods.currency, goods.minor - carriage.minor) }];
  return { order: id, store, due, goods, mid, lines, carriage, carriageTo: 'seller', ...change };
}

export const luc = { name: 'Luc Martin', email: 'luc@example.com', country: 'FR' };
export const ana = { name: 'Ana Souza', email: 'ana@example.com', country: 'BR', taxId: '390.533.447-05' };

/** Opens a purchase of these orders. */
export async function opens(town: Town, payees: readonly Payee[], by = person('luc')): Promise<string> {
  const purchase = newId(town.house.clock.now());
  const opened = async (work: Work): Promise<Result<undefined, never>> => {
    await openEscrow(work, { purchase, payees });
    return ok();
  };
  must(await town.does(opened, { purchase }, by));
  return purchase;
}

export async function expects(town: Town, purchase: string, amount: Money, change: Partial<ExpectPaymentInput> = {}) {
  const input: ExpectPaymentInput = {
    purchase,
    method: 'card',
    amount,
    customer: change.method === 'boleto' || change.method === 'pix' ? ana : luc,
    description: 'A kettle',
    locale: 'en',
    returnUrl: 'http://localhost:4000/purchases/1',
    expiresAt: new Date(town.house.clock.now().getTime() + 30 * 60_000),
    ...change,
  };
  return town.does(expectPayment, input);
}

/** Expects a payment and makes it known to the provider; gives our id and the provider's. */
export async function waits(
  town: Town,
  purchase: string,
  amount: Money,
  change: Partial<ExpectPaymentInput> = {},
): Promise<{ payment: string; theirs: string }> {
  const { payment } = must(await expects(town, purchase, amount, change));
  await town.settles();
  return { payment, theirs: town.world.provider.ofReference(payment)[0]?.id ?? '' };
}

export async function stateOf(town: Town, purchase: string, payment: string): Promise<PaymentView> {
  const all = await town.asks(paymentsOf, { purchase });
  return all.find((one) => one.payment === payment)!;
}

export async function pays(
  town: Town,
  purchase: string,
  amount: Money,
  change: Partial<ExpectPaymentInput> = {},
): Promise<{ payment: string; theirs: string }> {
  const made = await waits(town, purchase, amount, change);
  town.world.provider.pay(made.theirs);
  await town.settles();
  return made;
}

export const releases = async (town: Town, one: Payee) => {
  const deed = async (work: Work, input: { order: string }) => ok(await releaseEscrow(work, input));
  return must(
    await town.does<{ order: string }, Awaited<ReturnType<typeof releaseEscrow>>, never>(deed, { order: one.order }),
  );
};

export const refunds = (town: Town, one: Payee, amount?: Money, why = 'damaged') =>
  town.does(refundOrder, { order: one.order, why, ...(amount ? { amount } : {}) });

/** Balances of accounts, those that are not zero: 'escrow/… EUR' → minor. */
export async function balances(town: Town, ...accounts: string[]): Promise<Record<string, bigint>> {
  const rows = await town.asks((ask, names: string[]) => balancesOf(ask, names), accounts);
  return Object.fromEntries(
    rows.filter(({ minor }) => minor !== 0n).map(({ account, currency, minor }) => [`${account} ${currency}`, minor]),
  );
}

/** Every currency sums to zero, and the books prove themselves. */
export async function booksHold(town: Town): Promise<bigint[]> {
  const { problems } = await town.asks(verifyBooks, undefined as never);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const sums = new Map<string, bigint>();
  for (const { currency, minor } of await town.asks(trialBalance, undefined as never))
    sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums.values()].filter((sum) => sum !== 0n);
}

export const pictureOf = async (town: Town, one: Payee) => (await town.asks(moneyOf, { order: one.order }))!;

/** What was announced, by name. */
export async function facts(town: Town, name: string): Promise<Record<string, unknown>[]> {
  const { rows } = await town.house.db.query({
    text: 'select body from platform.facts where name = $1 order by id',
    name: 'facts_of_tests',
    values: [`payments.${name}`],
  });
  return (rows as { body: Record<string, unknown> }[]).map(({ body }) => body);
}
