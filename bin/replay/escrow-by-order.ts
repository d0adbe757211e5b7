/** Where escrow differs from what open orders hold in all, order by order: which differences are well, and which are not. */
import { accountsOfKind } from '#modules/ledger';
import { heldForOrders } from '#modules/payments';
import { ordersForDesk } from '#modules/trade';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { amount } from './words.ts';

interface Held {
  currency: string;
  minor: bigint;
}

const all = 10_000_000;
const page = 1000;

export async function escrowByOrder(ask: Asking): Promise<{ notes: string[]; problems: string[] }> {
  const accounts = await accountsOfKind(ask, { kind: 'escrow', limit: all });
  const there = new Map(accounts.map(({ account, ...held }) => [account.slice('escrow/'.length), held as Held]));
  const here = await heldByOrder(ask);
  const untold = await untoldOrders(ask);
  const [notes, problems]: [string[], string[]] = [[], []];
  for (const order of new Set([...there.keys(), ...here.keys()])) {
    const { currency } = (there.get(order) ?? here.get(order))!;
    const [escrow, held] = [there.get(order)?.minor ?? 0n, here.get(order)?.minor ?? 0n];
    if (escrow === held) continue;
    const says = `Escrow holds ${amount(currency, escrow)} for order ${order}`;
    if (held === 0n && untold.has(order)) notes.push(`${says}, which will hear of it in a moment.`);
    else problems.push(`${says}, which is to hold ${amount(currency, held)}.`);
  }
  return { notes, problems };
}

const waiting = 'placed,funded,dispatched,delivered';

/** Each order's price once it is funded, what has come of it before, less what went back. */
async function heldByOrder(ask: Asking): Promise<Map<string, Held>> {
  const held = new Map<string, Held>();
  for (let before: string | null | undefined; before !== null;) {
    const found = await ordersForDesk(ask, { state: waiting, limit: page, ...(before ? { before } : {}) });
    const orders = found?.orders ?? [];
    const moved = new Map(
      (await heldForOrders(ask, { orders: orders.map(({ id }) => id) })).map((one) => [one.order, one]),
    );
    for (const { id, state, currency, goods_minor, carriage_minor } of orders) {
      const { came, returned } = moved.get(id) ?? { came: 0n, returned: 0n };
      held.set(id, { currency, minor: (state === 'placed' ? came : goods_minor + carriage_minor) - returned });
    }
    before = found?.next ?? null;
  }
  return held;
}

/** Orders that had lapsed and are paid now, and whose department has not been told yet. */
async function untoldOrders(ask: Asking): Promise<Set<string>> {
  const rows = await ask.many<{ order: string }>(sql`
    select jsonb_array_elements_text(f.body -> 'orders') as order
      from platform.outbox o join platform.facts f on f.id = o.fact
     where o.reaction = 'trade.fund_orders'`);
  return new Set(rows.map(({ order }) => order));
}
