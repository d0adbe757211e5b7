/**
 * What must hold in a house at every moment between two transactions, whatever people and the world did: one law a line, each a
 * query for what breaks it. Stories, walks and the tests that kill processes end with them.
 */
import { trialBalance, verifyBooks } from '#modules/ledger';
import { heldByOrders } from '#modules/trade';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { question } from '#platform/work';
import type { World } from '../world/world.ts';

/** Each finds the rows that break it. They look across departments, which only a test may. */
const laws: Readonly<Record<string, string>> = {
  'an order whose money waits here was paid in full and gave none of it up': `
    select o.id, o.state, p.due, p.paid, p.refunded from trade.orders o left join payments.payees p on p.order_id = o.id
     where o.state in ('funded', 'dispatched', 'delivered') and (p.order_id is null or p.paid <> p.due or p.released > 0 or (p.due > 0 and p.refunded = p.paid))`,
  'an order that ended holds no money': `
    select o.id, o.state, p.held - p.returned - p.released as inside from trade.orders o join payments.payees p on p.order_id = o.id
     where o.state in ('completed', 'refunding', 'refunded') and p.held <> p.returned + p.released`,
  'an unpaid order that ended holds no money, unless its news is on its way': `
    select o.id, o.state from trade.orders o join payments.payees p on p.order_id = o.id
     where o.state in ('lapsed', 'cancelled') and p.held <> p.returned + p.released
       and not exists (select from platform.outbox b join platform.facts f on f.id = b.fact where f.body ->> 'order' = o.id::text or f.body -> 'orders' ? o.id::text)`,
  'a complete order was released once, with at most five per cent commission': `
    select o.id from trade.orders o join payments.payees p on p.order_id = o.id
     where o.state = 'completed' and (p.released_at is null or p.commission * 10000 > (p.released - p.carried) * 500)`,
  'a refunded order gave all of its money back': `
    select o.id, p.paid, p.refunded from trade.orders o join payments.payees p on p.order_id = o.id
     where o.state = 'refunded' and p.paid <> p.refunded`,
  'an order that is refunding has a refund on its way': `
    select o.id from trade.orders o
     where o.state = 'refunding' and not exists (select from payments.refunds r where r.order_id = o.id and r.done_at is null)
       and not exists (select from platform.outbox b join platform.facts f on f.id = b.fact where f.body ->> 'order' = o.id::text or f.body -> 'orders' ? o.id::text)`,
  'stock is held by orders that wait for their money, and by nobody else': `
    select h.hold, h.variant, o.state from catalogue.holds h left join trade.orders o on o.id::text = h.hold
     where h.state = 'held' and (o.state is null or o.state <> 'placed')`,
  'what a variant has held is what its orders hold': `
    select s.variant, s.held from catalogue.stock s
     where s.held <> coalesce((select sum(h.quantity) from catalogue.holds h where h.variant = s.variant and h.state = 'held'), 0)`,
  'nothing is oversold': `select variant, on_hand, held from catalogue.stock where on_hand < 0 or held < 0 or held > on_hand`,
  'goods were sold to orders that were paid': `
    select h.hold, o.state from catalogue.holds h left join trade.orders o on o.id::text = h.hold
     where h.state = 'sold' and (o.funded_at is null or o.state in ('placed', 'lapsed', 'cancelled'))`,
  'a payment is booked once, and only when it is paid': `
    select p.id, p.state, count(t.entry) from payments.payments p
      left join ledger.transfers t on t.entry = 'capture:' || p.id and t.line = 1
     group by p.id, p.state having (p.state = 'paid') <> (count(t.entry) = 1)`,
  'what went to orders of a payment is what it brought': `
    select p.id, p.received, p.suspended from payments.payments p
     where p.state = 'paid' and p.suspended <> p.received - coalesce((select sum(s.amount) from payments.shares s where s.payment = p.id), 0)
       and not exists (select from payments.refund_parts r where r.payment = p.id)`,
  'a store owes us only what buyers got back after it was paid': `
    select a.account, a.minor from ledger.accounts a
     where a.kind = 'seller_payable' and a.minor < 0
       and not exists (select from payments.payees p where 'seller_payable/' || p.store = a.account and p.clawed > 0)`,
  'a purchase is due for what its orders are': `
    select u.id from trade.purchases u join payments.payees p on p.purchase = u.id group by u.id, u.total_minor having sum(p.due) <> u.total_minor`,
  'no reaction and no job has been given up': `
    select reaction as name, error from platform.outbox where due_at = 'infinity' union all select name, error from platform.jobs where due_at = 'infinity'`,
};

/** Which laws are broken, by what. An empty list is a house in order. */
export async function brokenLaws(house: House): Promise<object[]> {
  const found = await Promise.all(
    Object.entries(laws).map(async ([law, query]) =>
      (await house.db.query(query)).rows.map((row) => ({ law, ...(row as object) })),
    ),
  );
  return [...found.flat(), ...(await brokenBooks(house))];
}

async function brokenBooks(house: House): Promise<object[]> {
  const broken: object[] = [];
  const { problems } = await question(house, system, verifyBooks, undefined);
  broken.push(...problems.map((problem) => ({ law: 'the books prove themselves', ...problem })));
  const [lines, open] = await Promise.all([
    question(house, system, trialBalance, undefined),
    question(house, system, heldByOrders, undefined),
  ]);
  const sums = new Map<string, { all: bigint; escrow: bigint }>();
  for (const { kind, currency, minor } of lines) {
    const { all, escrow } = sums.get(currency) ?? { all: 0n, escrow: 0n };
    sums.set(currency, { all: all + minor, escrow: kind === 'escrow' ? escrow + minor : escrow });
  }
  for (const { currency } of open) if (!sums.has(currency)) sums.set(currency, { all: 0n, escrow: 0n });
  for (const [currency, { all, escrow }] of sums) {
    if (all !== 0n) broken.push({ law: 'every currency sums to nothing', currency, sum: all });
    const held = open.find((one) => one.currency === currency)?.minor ?? 0n;
    if (escrow !== held) broken.push({ law: 'escrow is what open orders hold', currency, escrow, held });
  }
  return broken;
}

interface PaymentRow {
  id: string;
  state: string;
  back: bigint;
}

/**
 * Where house and provider tell different stories: what it took and we have not booked or the other way round, what it made
 * twice, what it gave back and we did not note. Only when nothing is on its way any more.
 */
export async function disagreements(house: House, { provider }: Pick<World, 'provider'>): Promise<object[]> {
  const { rows } = await house.db.query(`
    select p.id, p.state, coalesce((select sum(r.amount) from payments.refund_parts r where r.payment = p.id and r.state = 'done'), 0)::bigint as back
      from payments.payments p order by p.id`);
  return (rows as PaymentRow[]).flatMap(({ id, state, back }) => {
    const theirs = provider.ofReference(id);
    const [one] = theirs;
    const took = theirs.filter(({ paid_at }) => paid_at !== null);
    return [
      ...(theirs.length > 1
        ? [{ law: 'a payment is made once at the provider', payment: id, theirs: theirs.length }]
        : []),
      ...((state === 'paid') !== (took.length === 1)
        ? [
            {
              law: 'what the provider took is booked, and nothing else',
              payment: id,
              state,
              theirs: one?.status ?? 'unknown',
            },
          ]
        : []),
      ...(one && BigInt(one.refunded.minor) !== back
        ? [{ law: 'what the provider gave back is noted', payment: id, back, theirs: one.refunded.minor }]
        : []),
    ];
  });
}
