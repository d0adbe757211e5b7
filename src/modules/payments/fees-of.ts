/** Why a store gets of an order what it gets: the price, each rule of commission with its day, the carriage, the exchange. */
import type { Money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import { isStaff, worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { isUuid } from './is-uuid.ts';
import { ruleFor } from './rules.ts';
import type { CommissionRule } from './rules.ts';
import { releaseSplit } from './split.ts';

export interface FeeLine {
  category: string;
  goods: Money;
  /** Hundredths of a per cent. */
  bps: number;
  /**
   * The rule that was in force on the day of the sale: whose it is, since when, and who set it. Undefined where the rules
   * of that day were corrected since; what was said at the sale counts.
   */
  rule: { of: 'store_in_category' | 'store' | 'category' | 'all'; from: string; source: string } | undefined;
}

export interface OrderFees {
  order: string;
  /** The day whose rules count. */
  soldAt: Date;
  releasedAt: Date | null;
  /** What the buyer pays for it, in the buyer's money, and the middle rate at which that price was made. */
  paid: Money;
  mid: string;
  goods: Money;
  carriage: Money;
  /** Whether the seller carries, and is paid for it; else the line is. */
  carriesItself: boolean;
  /** Went back to the buyer before anything was released. */
  returned: Money;
  lines: FeeLine[];
  /** Booked, or as it would be booked now. */
  commission: Money;
  toLine: Money;
  toSeller: Money;
  /** What of the commission came back with a refund after the release. */
  commissionBack: Money;
}

interface Row {
  store: string;
  opened_at: Date;
  released_at: Date | null;
  currency: string;
  due: bigint;
  seller_currency: string;
  goods: bigint;
  mid: string;
  held: bigint;
  returned: bigint;
  released: bigint;
  commission: bigint;
  carried: bigint;
  clawed: bigint;
  commission_back: bigint;
  carriage: bigint;
  carriage_to: string;
  lines: { category: string; minor: string; bps: number }[];
}

interface RuleRow extends CommissionRule {
  valid_from: string;
  source: string;
}

/** For the people of the store who look after its orders or its money, and staff for money. */
export async function feesOf(ask: Asking, { order }: { order: string }): Promise<OrderFees | undefined> {
  if (!isUuid(order)) return undefined;
  const row = await ask.one<Row>(sql`
    select store, opened_at, released_at, currency, due, seller_currency, goods, mid, held, returned, released, commission, carried, clawed,
           commission_back, carriage, carriage_to, lines
      from payments.payees where order_id = ${order}`);
  if (!row || !maySee(ask, row.store)) return undefined;
  const day = dayOf(row.opened_at);
  const rules = await ask.many<RuleRow>(sql`
    select category, store, bps, valid_from, source
      from payments.commission_rules
     where valid_from <= ${day} and (valid_to is null or valid_to > ${day}) and (store is null or store = ${row.store})
     order by valid_from desc`);
  const inMoney = (minor: bigint): Money => ({ currency: row.seller_currency, minor });
  const split = row.released_at
    ? { seller: row.released - row.commission - row.carried, commission: row.commission, carriage: row.carried }
    : releaseSplit({ ...row, carriageTo: row.carriage_to, lines: row.lines.map(inBigint) });
  return {
    order,
    soldAt: row.opened_at,
    releasedAt: row.released_at,
    paid: { currency: row.currency, minor: row.due },
    mid: row.mid,
    goods: inMoney(row.lines.reduce((sum, { minor }) => sum + BigInt(minor), 0n)),
    carriage: inMoney(row.carriage),
    carriesItself: row.carriage_to === 'seller',
    returned: inMoney(row.returned),
    lines: row.lines.map((line) => ({
      category: line.category,
      goods: inMoney(BigInt(line.minor)),
      bps: line.bps,
      rule: ruleOf(rules, line, row.store),
    })),
    commission: inMoney(split.commission),
    toLine: inMoney(split.carriage),
    toSeller: inMoney(split.seller),
    commissionBack: inMoney(row.commission_back),
  };
}

const inBigint = (line: Row['lines'][number]) => ({ ...line, minor: BigInt(line.minor) });

const maySee = (ask: Asking, store: string): boolean =>
  worksFor(ask.by, store, 'finance') || worksFor(ask.by, store, 'orders') || isStaff(ask.by, 'money');

function ruleOf(rules: readonly RuleRow[], { category, bps }: Row['lines'][number], store: string): FeeLine['rule'] {
  const rule = ruleFor(rules, { category, store });
  if (!rule || rule.bps !== bps) return undefined;
  const scope = rule.store === null ? (rule.category === null ? 'all' : 'category') : null;
  return {
    of: scope ?? (rule.category === null ? 'store' : 'store_in_category'),
    from: rule.valid_from,
    source: rule.source,
  };
}
