/** What the tests of this department need beside it: a house with the outside world, and a store with money in it. */
import type { FastifyInstance } from 'fastify';
import { newId } from '#kernel/id';
import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { must, ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { exchange } from '#modules/exchange';
import { ledger, post, trialBalance, verifyBooks } from '#modules/ledger';
import { enrol, enrolStore, parties, setPayoutAccount } from '#modules/parties';
import { bank, commissionIncome, escrow, payments, sellerPayable, shippingPayable } from '#modules/payments';
import { orderCompleted } from '#modules/trade';
import { system, visitor } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import { openApi } from '#platform/api';
import { announce } from '#platform/facts';
import { perform } from '#platform/perform';
import { settle } from '#platform/settle';
import { openTestHouse, testSecrets } from '#platform/testing';
import type { TestHouse } from '#platform/testing';
import { question } from '#platform/work';
import type { Asking, Deed, Question, Work } from '#platform/work';
import { startWorld } from '../../../world/world.ts';
import type { World } from '../../../world/world.ts';
import { balanceOfStore, finance } from './index.ts';
import type { StoreBalance } from './index.ts';

export const cny = (minor: number | bigint): Money => money('CNY', BigInt(minor));

export const staff = (...roles: StaffRole[]): Actor => ({
  id: 'rita',
  kind: 'person',
  name: 'Rita',
  stores: [],
  staff: roles,
});

export const worker = (store: string, ...roles: StoreRole[]): Actor => ({
  id: 'wei',
  kind: 'person',
  name: 'Wei',
  stores: [{ store, roles }],
  staff: [],
});

export interface Town {
  house: TestHouse;
  world: World;
  api: FastifyInstance;
  /** Who knocks at the API. */
  asker: { by: Actor };
  does<Input, Answer, Refusal extends { no: string }>(
    by: Actor,
    deed: Deed<Input, Result<Answer, Refusal>>,
    input: Input,
  ): Promise<Result<Answer, Refusal | { no: 'key_used_for_something_else' }>>;
  asks<Input, Answer>(by: Actor, ask: Question<Input, Answer>, input: Input): Promise<Answer>;
  settles(): Promise<void>;
  /** A store in Shenzhen with an account of this number. */
  store(account?: string): Promise<{ store: string; mei: Actor; email: string }>;
  /** An order of the store completes: gross, of which the house keeps five per cent and the line its carriage. */
  sells(store: string, gross: number, carriage?: number): Promise<string>;
  balance(store: string): Promise<StoreBalance>;
  /** What every currency of the books sums to, and what the proof of the books finds wrong. */
  proof(): Promise<{ sum: bigint; problems: number }>;
  periodic(name: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function openTown(): Promise<Town> {
  const start = new Date('2026-03-02T09:00:00Z');
  let house: TestHouse | undefined;
  const world = await startWorld({
    port: 0,
    now: () => house?.clock.now() ?? start,
    secret: testSecrets.webhookSecret,
    providerKey: testSecrets.providerKey,
    smtpPort: 0,
  });
  house = await openTestHouse({
    modules: [parties, ledger, exchange, payments, finance],
    world: world.url,
    smtpUrl: `smtp://127.0.0.1:${world.mail.port}`,
    pool: 14,
  });
  const asker = { by: visitor };
  const api = await openApi(house, { whoAsks: async () => asker.by });
  const at = await api.listen({ port: 0, host: '127.0.0.1' });
  world.sendWebhooksTo({
    payments: `${at}/api/v1/webhooks/payments`,
    bank: `${at}/api/v1/webhooks/bank`,
    carrier: `${at}/api/v1/webhooks/carrier`,
  });
  const does: Town['does'] = (by, deed, input) => perform(house, { key: newId(house.clock.now()), by }, deed, input);
  const asks: Town['asks'] = (by, ask, input) => question(house, by, ask, input);
  return {
    house,
    world,
    api,
    asker,
    does,
    asks,
    settles: () => settle(house, () => world.outside()),
    store: (account) => openStore(does, house, account),
    sells: async (store, gross, carriage = 0) => must(await does(system, completes, { store, gross, carriage })).order,
    balance: async (store) => (await asks(system, balanceOfStore, { store }))!.balances[0]!,
    proof: async () => {
      const [lines, books] = [
        await asks(system, trialBalance, undefined),
        await asks(system, (ask: Asking) => verifyBooks(ask), undefined),
      ];
      return { sum: lines.reduce((sum, { minor }) => sum + minor, 0n), problems: books.problems.length };
    },
    periodic: (name) => finance.periodic!.find((one) => one.name === name)!.run(house),
    close: async () => {
      await api.close();
      await world.close();
      await house.close();
    },
  };
}

async function openStore(
  does: Town['does'],
  house: TestHouse,
  account = '6222021234567890123',
): Promise<{ store: string; mei: Actor; email: string }> {
  const email = `mei.${newId(house.clock.now())}@example.com`;
  const { person } = must(
    await does(system, enrol, { email, name: 'Mei Chen', locale: 'en', country: 'CN', currency: 'CNY' }),
  );
  const { store } = must(
    await does(system, enrolStore, {
      owner: person,
      name: 'Mei Kettle Works',
      kind: 'company',
      country: 'CN',
      currency: 'CNY',
      city: 'Shenzhen',
      why: 'A test.',
    }),
  );
  const mei: Actor = { id: person, kind: 'person', name: 'Mei Chen', stores: [{ store, roles: ['owner'] }], staff: [] };
  if (account !== '')
    must(
      await does(mei, setPayoutAccount, {
        store,
        holder: 'Mei Kettle Works Ltd',
        country: 'CN',
        currency: 'CNY',
        number: account,
        bank: '102584002215',
      }),
    );
  return { store, mei, email };
}

/** As trade does it when a buyer has the goods, without the buyer. */
async function completes(
  work: Work,
  { store, gross, carriage }: { store: string; gross: number; carriage: number },
): Promise<Result<{ order: string }, never>> {
  const order = newId(work.now);
  const commission = Math.floor((gross * 5) / 100);
  await post(work, {
    entry: `capture:${order}`,
    kind: 'capture',
    reference: order,
    transfers: [{ debit: bank, credit: escrow(order), amount: cny(gross) }],
  });
  const from = escrow(order);
  await post(work, {
    entry: `release:${order}`,
    kind: 'release',
    reference: order,
    transfers: [
      { debit: from, credit: sellerPayable(store), amount: cny(gross - commission - carriage) },
      { debit: from, credit: commissionIncome, amount: cny(commission) },
      { debit: from, credit: shippingPayable('meridian'), amount: cny(carriage) },
    ],
  });
  announce(work, orderCompleted({ order, purchase: order, store, buyer: 'luc' }));
  return ok({ order });
}
