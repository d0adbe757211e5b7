import type { Money } from '#kernel/money';
import { announce } from '#platform/facts';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { ordersPaid } from './facts.ts';
import { commissionOf, rulesNow } from './rules.ts';

export interface Payee {
  order: string;
  store: string;
  /** What the buyer pays for the order, in the buyer's currency. */
  due: Money;
  /** What escrow holds for it, in the seller's: lines + carriage. */
  goods: Money;
  /** The middle rate from the seller's to the buyer's currency at which the price was made. */
  mid: string;
  lines: readonly { category: string; amount: Money }[];
  /** In the seller's currency, part of `goods`. */
  carriage: Money;
  /** Who is paid the carriage: the seller, or a line by its code. */
  carriageTo: 'seller' | (string & {});
}

/**
 * Says who is to get what of a purchase, before anything is paid. The commission is that of the day of the sale, whatever
 * rules come later. An order that costs nothing is paid at once.
 */
export async function openEscrow(
  work: Work,
  { purchase, payees }: { purchase: string; payees: readonly Payee[] },
): Promise<void> {
  for (const payee of payees) checkSums(payee);
  const currency = payees[0]?.due.currency;
  if (!currency) throw new Error(`Purchase ${purchase} has no payee.`);
  if (payees.some((payee) => payee.due.currency !== currency))
    throw new Error(`Purchase ${purchase} is paid in one currency.`);

  const { commission } = await rulesNow(work);
  const rows = payees.map(({ order, store, due, goods, mid, lines, carriage, carriageTo }) => ({
    order_id: order,
    store,
    due: due.minor,
    seller_currency: goods.currency,
    goods: goods.minor,
    mid,
    carriage: carriage.minor,
    carriage_to: carriageTo,
    lines: lines.map(({ category, amount }) => ({
      category,
      minor: amount.minor,
      bps: commissionOf(commission, { category, store }),
    })),
    paid_at: due.minor === 0n ? work.now : null,
  }));
  work.send(sql`
    insert into payments.payees (purchase, order_id, store, payer, opened_at, currency, due, seller_currency, goods, mid, carriage,
                                 carriage_to, lines, paid_at)
    select ${purchase}, order_id, store, ${work.by.id}, ${work.now}, ${currency}, due, seller_currency, goods, mid, carriage, carriage_to,
           lines, paid_at
      from jsonb_to_recordset(${json(rows)}::jsonb)
        as r (order_id uuid, store uuid, due bigint, seller_currency text, goods bigint, mid numeric, carriage bigint, carriage_to text,
              lines jsonb, paid_at timestamptz)`);
  const free = payees.filter(({ due }) => due.minor === 0n).map(({ order }) => order);
  if (free.length > 0) announce(work, ordersPaid({ orders: free, purchase, payment: null, late: false }));
}

/** Sums that do not fit are a mistake of the caller, not of the buyer. */
function checkSums({ order, due, goods, lines, carriage }: Payee): void {
  const sum = lines.reduce((total, line) => total + line.amount.minor, carriage.minor);
  if (sum !== goods.minor) throw new Error(`Order ${order}: lines and carriage make ${sum}, not ${goods.minor}.`);
  const others = [carriage.currency, ...lines.map((line) => line.amount.currency)].filter(
    (currency) => currency !== goods.currency,
  );
  if (others.length > 0) throw new Error(`Order ${order} is sold in ${goods.currency}, not ${others[0]}.`);
  if (due.currency === goods.currency && due.minor !== goods.minor)
    throw new Error(`Order ${order}: ${due.minor} is due for ${goods.minor}.`);
}
