import { newId } from '#kernel/id';
import type { Money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { midValue, rateBetween } from '#modules/exchange';
import { post } from '#modules/ledger';
import type { Transfer } from '#modules/ledger';
import { announce } from '#platform/facts';
import { together } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import {
  commissionIncome,
  escrow,
  fxClearing,
  fxGainLoss,
  fxMarginIncome,
  refundPayable,
  sellerPayable,
} from './accounts.ts';
import { refundOwed } from './facts.ts';
import { lockPayees, purchaseOfOrder } from './purchase-money.ts';
import { returnSplit, takeFrom } from './split.ts';
import type { PayeeMoney, Return } from './split.ts';
import { writeRefund } from './write-refund.ts';

/** Listed in the order in which they are checked. */
export type RefundOrderRefusal = { no: 'nothing_to_refund' } | { no: 'more_than_was_paid'; left: Money };

/**
 * The buyer gets money back for an order: an amount in the buyer's currency, or all that is left. It comes out of escrow;
 * after the release from the seller and, in proportion, from our commission. It is owed from this moment and goes back by
 * the payments that brought it, the newest first, each as a job of its own; `orderRefunded` is announced when it is back.
 *
 * The buyer gets the original amount. What the seller's money is worth today more or less than then is ours, and booked.
 */
export async function refundOrder(
  work: Work,
  { order, amount: asked, why }: { order: string; amount?: Money; why: string },
): Promise<Result<{ refund: string }, RefundOrderRefusal>> {
  const purchase = await purchaseOfOrder(work, order);
  if (!purchase) return refuse({ no: 'nothing_to_refund' });
  const [payees, sources] = await Promise.all([lockPayees(work, purchase), sourcesOf(work, purchase, order)]);
  const payee = payees.find((one) => one.order === order)!;
  const left = payee.paid - payee.refunded;
  if (asked && asked.currency !== payee.currency)
    throw new Error(`Order ${order} was paid in ${payee.currency}, not ${asked.currency}.`);
  if (asked && asked.minor < 0n) throw new Error(`A refund is never negative: ${order}`);
  const amount = asked?.minor ?? left;
  if (left === 0n || amount === 0n) return refuse({ no: 'nothing_to_refund' });
  if (amount > left) return refuse({ no: 'more_than_was_paid', left: { currency: payee.currency, minor: left } });

  const refund = newId(work.now);
  const back = returnSplit(payee, amount);
  const transfers = [...takenFrom(payee, back, refund), ...(await changedBack(work, payee, back, refund))];
  await together<unknown>([
    post(work, { entry: `refund:${refund}`, kind: 'refund', reference: order, transfers }),
    work.run(sql`
      update payments.payees
         set refunded = refunded + ${back.amount}, returned = returned + ${back.fromEscrow},
             clawed = clawed + ${back.fromSeller + back.fromCommission}, commission_back = commission_back + ${back.fromCommission},
             margin_back = margin_back + ${back.margin},
             closed_at = case when ${back.whole} then coalesce(closed_at, ${work.now}::timestamptz) else closed_at end
       where purchase = ${purchase} and order_id = ${order}`),
    writeRefund(work, {
      purchase,
      refund,
      order,
      currency: back.currency,
      amount,
      sellerCurrency: back.sellerCurrency,
      sellerAmount: back.goods,
      why,
      whole: back.whole,
      by: takeFrom(sources, amount).map(({ from, amount: part }) => ({ payment: from.payment, amount: part })),
    }),
  ]);
  announce(work, refundOwed({ order, purchase, refund, whole: back.whole, why }));
  return ok({ refund });
}

interface Source {
  payment: string;
  left: bigint;
}

/** Which payments brought the order's money and still hold some of it, newest first. */
async function sourcesOf(work: Work, purchase: string, order: string): Promise<Source[]> {
  const rows = await work.many<{ payment: string; rest: bigint }>(sql`
    select s.payment, s.amount - s.returned as rest
      from payments.shares s join payments.payments p on p.purchase = s.purchase and p.id = s.payment
     where s.purchase = ${purchase} and s.order_id = ${order} and s.amount > s.returned
     order by p.paid_at desc, p.id desc`);
  return rows.map(({ payment, rest }) => ({ payment, left: rest }));
}

/** Out of the seller's side, in the seller's currency: straight to the buyer where it is the buyer's too, else into clearing. */
function takenFrom(payee: PayeeMoney, back: Return, refund: string): Transfer[] {
  const credit = back.currency === back.sellerCurrency ? refundPayable(refund) : fxClearing;
  const inMoney = (minor: bigint): Money => ({ currency: back.sellerCurrency, minor });
  return [
    { debit: escrow(payee.order), credit, amount: inMoney(back.fromEscrow) },
    { debit: sellerPayable(payee.store), credit, amount: inMoney(back.fromSeller) },
    { debit: commissionIncome, credit, amount: inMoney(back.fromCommission) },
  ];
}

/**
 * Into the buyer's currency: clearing gives what the goods are worth at today's middle rate, the difference from the original
 * amount is won or lost by us, and our margin goes back. Without a rate of today the original one counts.
 */
async function changedBack(work: Work, payee: PayeeMoney, back: Return, refund: string): Promise<Transfer[]> {
  const { currency, sellerCurrency, mid, margin } = back;
  if (currency === sellerCurrency) return [];
  const today = await rateBetween(work, { from: sellerCurrency, to: currency });
  const worth = midValue(
    { mid: today?.mid ?? payee.mid, to: currency },
    { currency: sellerCurrency, minor: back.goods },
  ).minor;
  const credit = refundPayable(refund);
  const inMoney = (minor: bigint): Money => ({ currency, minor });
  const difference: Transfer =
    worth < mid
      ? { debit: fxGainLoss, credit, amount: inMoney(mid - worth) }
      : { debit: fxClearing, credit: fxGainLoss, amount: inMoney(worth - mid) };
  return [
    { debit: fxClearing, credit, amount: inMoney(worth < mid ? worth : mid) },
    difference,
    { debit: fxMarginIncome, credit, amount: inMoney(margin) },
  ];
}
