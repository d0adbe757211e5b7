import type { Money } from '#kernel/money';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { releaseSplit } from './split.ts';

export interface ExpectedRelease {
  /** What the order's escrow holds now. */
  total: Money;
  seller: Money;
  commission: Money;
  /** What a line is paid for carrying it; nothing where the seller carries. */
  carriage: Money;
}

interface Row {
  store: string;
  currency: string;
  held: bigint;
  returned: bigint;
  released: bigint;
  carriage: bigint;
  carriage_to: string;
  lines: { category: string; minor: string; bps: number }[];
}

/**
 * How an order's money would be shared out if it were released now, by the same arithmetic as the release: what the
 * seller may count on. For the store's people and staff; nothing once it was released, or where nothing is held.
 */
export async function expectedRelease(ask: Asking, { order }: { order: string }): Promise<ExpectedRelease | undefined> {
  const row = await ask.one<Row>(sql`
    select store, seller_currency as currency, held, returned, released, carriage, carriage_to, lines
      from payments.payees where order_id = ${order} and released_at is null and held > returned`);
  const may =
    row &&
    (worksFor(ask.by, row.store, 'orders') ||
      worksFor(ask.by, row.store, 'finance') ||
      isStaff(ask.by, 'orders') ||
      isStaff(ask.by, 'money'));
  if (!may) return undefined;
  const { total, seller, commission, carriage } = releaseSplit({
    ...row,
    carriageTo: row.carriage_to,
    lines: row.lines.map((line) => ({ ...line, minor: BigInt(line.minor) })),
  });
  const inMoney = (minor: bigint): Money => ({ currency: row.currency, minor });
  return {
    total: inMoney(total),
    seller: inMoney(seller),
    commission: inMoney(commission),
    carriage: inMoney(carriage),
  };
}
