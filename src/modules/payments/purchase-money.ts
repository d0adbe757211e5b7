/**
 * The money of a purchase under lock. Lock order: the purchase's payees by the order's id, then the books' accounts by name;
 * whoever changes anything about a purchase's money comes through here, so the rows beneath need no lock of their own.
 */
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { PayeeMoney } from './split.ts';

interface PayeeRow {
  order_id: string;
  store: string;
  currency: string;
  due: bigint;
  paid: bigint;
  refunded: bigint;
  seller_currency: string;
  goods: bigint;
  held: bigint;
  returned: bigint;
  released: bigint;
  commission: bigint;
  carried: bigint;
  clawed: bigint;
  commission_back: bigint;
  mid: string;
  margin: bigint;
  margin_back: bigint;
  carriage: bigint;
  carriage_to: string;
  lines: { category: string; minor: string; bps: number }[];
  released_at: Date | null;
  closed_at: Date | null;
}

/** Locks the purchase. Statements sent right after it see what the last one to hold the lock has left. */
export async function lockPayees(work: Work, purchase: string): Promise<PayeeMoney[]> {
  const rows = await work.many<PayeeRow>(sql`
    select order_id, store, currency, due, paid, refunded, seller_currency, goods, held, returned, released, commission, carried,
           clawed, commission_back, mid, margin, margin_back, carriage, carriage_to, lines, released_at, closed_at
      from payments.payees where purchase = ${purchase} order by order_id for update`);
  return rows.map(payeeFrom);
}

function payeeFrom(row: PayeeRow): PayeeMoney {
  const {
    order_id,
    seller_currency,
    commission_back,
    margin_back,
    carriage_to,
    lines,
    released_at,
    closed_at,
    ...same
  } = row;
  return {
    ...same,
    order: order_id,
    sellerCurrency: seller_currency,
    commissionBack: commission_back,
    marginBack: margin_back,
    carriageTo: carriage_to,
    lines: lines.map((line) => ({ ...line, minor: BigInt(line.minor) })),
    isReleased: released_at !== null,
    isClosed: closed_at !== null,
  };
}

/** Which purchase an order belongs to. */
export async function purchaseOfOrder(work: Work, order: string): Promise<string | undefined> {
  const row = await work.one<{ purchase: string }>(sql`select purchase from payments.payees where order_id = ${order}`);
  return row?.purchase;
}
