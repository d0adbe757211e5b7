import type { Money } from '#kernel/money';
import { post } from '#modules/ledger';
import { together } from '#platform/perform';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { commissionIncome, escrow, sellerPayable, shippingPayable } from './accounts.ts';
import { lockPayees, purchaseOfOrder } from './purchase-money.ts';
import { releaseSplit } from './split.ts';
import type { PayeeMoney } from './split.ts';

export interface Released {
  seller: Money;
  commission: Money;
  carriage: Money;
}

/**
 * The buyer has the goods: escrow goes to the seller less our commission, and to the line that carried. What was given back
 * before is not released, and an order is released once: again, the answer is what it was. An order that is not paid in full
 * has nothing to release; to ask for it is a bug.
 */
export async function releaseEscrow(work: Work, { order }: { order: string }): Promise<Released> {
  const purchase = await purchaseOfOrder(work, order);
  if (!purchase) throw new Error(`No escrow was opened for order ${order}.`);
  const payee = (await lockPayees(work, purchase)).find((one) => one.order === order)!;
  if (payee.isReleased)
    return told(payee, payee.released - payee.commission - payee.carried, payee.commission, payee.carried);
  if (payee.paid < payee.due) throw new Error(`Order ${order} is not paid in full: ${payee.paid} of ${payee.due}.`);

  const { total, seller, commission, carriage } = releaseSplit(payee);
  const debit = escrow(order);
  const inMoney = (minor: bigint): Money => ({ currency: payee.sellerCurrency, minor });
  await together<unknown>([
    post(work, {
      entry: `release:${order}`,
      kind: 'release',
      reference: order,
      transfers: [
        { debit, credit: sellerPayable(payee.store), amount: inMoney(seller) },
        { debit, credit: commissionIncome, amount: inMoney(commission) },
        { debit, credit: shippingPayable(payee.carriageTo), amount: inMoney(carriage) },
      ],
    }),
    work.run(sql`
      update payments.payees
         set released = ${total}, commission = ${commission}, carried = ${carriage}, released_at = ${work.now}
       where purchase = ${purchase} and order_id = ${order}`),
  ]);
  return told(payee, seller, commission, carriage);
}

function told(
  { sellerCurrency: currency }: PayeeMoney,
  seller: bigint,
  commission: bigint,
  carriage: bigint,
): Released {
  return {
    seller: { currency, minor: seller },
    commission: { currency, minor: commission },
    carriage: { currency, minor: carriage },
  };
}
