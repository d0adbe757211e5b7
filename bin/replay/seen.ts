/** What the house says at the end, asked as the desk asks it. */
import { must } from '#kernel/result';
import { trialBalance } from '#modules/ledger';
import { parcelsForDesk } from '#modules/logistics';
import { methodsFor, paymentsForDesk } from '#modules/payments';
import type { DeskPayment } from '#modules/payments';
import { ordersForDesk } from '#modules/trade';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import { asking } from '#platform/work';
import type { Asking } from '#platform/work';
import { proofOf } from './proof.ts';
import type { Proof } from './proof.ts';

export interface Seen {
  /** By purchase: its orders and how they stand. */
  orders: Map<string, { order: string; state: string }[]>;
  payments: DeskPayment[];
  /** By order: the scan of its delivery. */
  deliveredAt: Map<string, Date>;
  /** By kind of account, in centavos, on its own side. */
  books: Map<string, bigint>;
  /** In how many instalments a card may be charged here. */
  installments: number;
  /** Reactions and jobs that failed and were not done. */
  troubles: string[];
  proof: Proof;
}

const page = 1000;

export async function see(house: House): Promise<Seen> {
  const ask = asking(house, system, house.db);
  const methods = await methodsFor(ask, { country: 'BR', currency: 'BRL' });
  return {
    orders: await ordersOf(ask),
    payments: await paymentsOf(ask),
    deliveredAt: await deliveriesOf(ask),
    books: new Map((await trialBalance(ask)).map(({ kind, minor }) => [kind, minor])),
    installments: methods.find(({ code }) => code === 'card')?.installments ?? 1,
    troubles: await troublesOf(ask),
    proof: await proofOf(house),
  };
}

async function ordersOf(ask: Asking): Promise<Seen['orders']> {
  const orders: Seen['orders'] = new Map();
  for (let before: string | null | undefined; before !== null;) {
    const found: Awaited<ReturnType<typeof ordersForDesk>> = await ordersForDesk(ask, {
      limit: page,
      ...(before ? { before } : {}),
    });
    for (const { id, purchase, state } of found?.orders ?? [])
      orders.set(purchase, [...(orders.get(purchase) ?? []), { order: id, state }]);
    before = found?.next ?? null;
  }
  return orders;
}

async function paymentsOf(ask: Asking): Promise<DeskPayment[]> {
  const payments: DeskPayment[] = [];
  for (let before: string | null | undefined; before !== null;) {
    const found: { payments: DeskPayment[]; next: string | null } = must(
      await paymentsForDesk(ask, { limit: page, ...(before ? { before } : {}) }),
    );
    payments.push(...found.payments);
    before = found.next;
  }
  return payments;
}

async function deliveriesOf(ask: Asking): Promise<Map<string, Date>> {
  const delivered = new Map<string, Date>();
  for (let before: string | null | undefined; before !== null;) {
    const found = must(await parcelsForDesk(ask, { state: 'delivered', limit: page, ...(before ? { before } : {}) }));
    for (const { order, lastEventAt } of found.parcels) if (lastEventAt) delivered.set(order, lastEventAt);
    before = found.next;
  }
  return delivered;
}

async function troublesOf(ask: Asking): Promise<string[]> {
  const rows = await ask.many<{ name: string; error: string }>(sql`
    select name, error from platform.jobs where error is not null
    union all
    select reaction, error from platform.outbox where error is not null
     order by 1`);
  return rows.map(({ name, error }) => `${name}: ${error}`);
}
