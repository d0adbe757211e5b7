import type { Transfer } from '#modules/ledger';
import { post } from '#modules/ledger';
import { codeOf } from '#platform/database';
import { announce } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { escrow, fxClearing, fxMarginIncome, pspReceivable, suspense } from './accounts.ts';
import { ordersPaid } from './facts.ts';
import { giveBackUnwanted } from './give-back-unwanted.ts';
import { isOpen } from './payment.ts';
import type { PaymentState } from './payment.ts';
import type { ProviderPayment } from './providers/provider.ts';
import { lockPayees } from './purchase-money.ts';
import { captureSplit } from './split.ts';
import type { Share } from './split.ts';

interface Row {
  purchase: string;
  id: string;
  provider: string;
  state: PaymentState;
  currency: string;
  amount: bigint;
}

/**
 * The money has come: into the escrow of each order that still lacks some, in the same transaction as the payment's own step.
 * An amount that is not the agreed one is held in suspense for the desk; what nobody lacks goes back by itself.
 */
export async function capture(work: Work, row: Row, told: ProviderPayment): Promise<{ state: PaymentState }> {
  const { purchase, id: payment, provider } = row;
  const payees = await lockPayees(work, purchase);
  const agreed = told.amount.currency === row.currency && told.amount.minor === row.amount;
  const { shares, left } = agreed ? captureSplit(row.amount, payees) : { shares: [], left: told.amount.minor };
  const problem = !agreed
    ? 'amount_differs'
    : left === 0n
      ? null
      : shares.length === 0
        ? 'paid_twice'
        : 'paid_too_much';
  const surplus = { currency: told.amount.currency, minor: left };
  const transfers = [
    ...shares.flatMap((share) => transfersOf(share, provider)),
    { debit: pspReceivable(provider), credit: suspense(payment), amount: surplus },
  ];
  const entry = { entry: `capture:${payment}`, kind: 'capture', reference: purchase, transfers };
  await post(work, entry, twiceAtOnce);
  work.send(
    sql`
      with paid as (
        update payments.payments
           set state = 'paid', received_currency = ${told.amount.currency}, received = ${told.amount.minor}, suspended = ${left},
               problem = ${problem}, paid_at = ${told.paidAt ?? work.now}, provider_id = ${told.id}, customer = null, look_at = null
         where purchase = ${purchase} and id = ${payment}
      ), shared as (
        insert into payments.shares (purchase, payment, order_id, amount)
        select ${purchase}, ${payment}, order_id, amount
          from unnest(${shares.map((one) => one.order)}::uuid[], ${shares.map((one) => one.amount)}::bigint[]) as n (order_id, amount)
      )
      update payments.payees p
         set paid = p.paid + n.amount, held = p.held + n.goods, margin = p.margin + n.margin,
             paid_at = case when n.is_full then ${work.now}::timestamptz else p.paid_at end
        from unnest(${shares.map((one) => one.order)}::uuid[], ${shares.map((one) => one.amount)}::bigint[],
                    ${shares.map((one) => one.goods)}::bigint[], ${shares.map((one) => one.margin)}::bigint[],
                    ${shares.map((one) => one.full)}::boolean[]) as n (order_id, amount, goods, margin, is_full)
       where p.purchase = ${purchase} and p.order_id = n.order_id`,
    twiceAtOnce,
  );

  const late = !isOpen(row.state);
  const orders = shares.filter(({ full }) => full).map(({ order }) => order);
  if (orders.length > 0) announce(work, ordersPaid({ orders, purchase, payment, late }));
  if (agreed && left > 0n) await giveBackUnwanted(work, { purchase, payment, why: problem! });
  return { state: 'paid' };
}

/** Reported twice at the same moment: the other one has booked it. Done again from the start, this one will see that. */
function twiceAtOnce(error: unknown): never {
  if (codeOf(error) === '23505')
    throw Object.assign(new Error('The payment was captured at this moment.'), { code: '40001', cause: error });
  throw error;
}

/** From the provider into escrow. Across currencies the goods' worth goes through clearing, and the margin is ours. */
function transfersOf({ order, currency, sellerCurrency, goods, mid, margin }: Share, provider: string): Transfer[] {
  const debit = pspReceivable(provider);
  const held = { currency: sellerCurrency, minor: goods };
  if (currency === sellerCurrency) return [{ debit, credit: escrow(order), amount: held }];
  return [
    { debit, credit: fxClearing, amount: { currency, minor: mid } },
    { debit, credit: fxMarginIncome, amount: { currency, minor: margin } },
    { debit: fxClearing, credit: escrow(order), amount: held },
  ];
}
