import { money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { pageFor } from '#modules/parties';
import { expectPayment, giveUpPayment, paymentsOf } from '#modules/payments';
import type { ExpectPaymentRefusal } from '#modules/payments';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { lockOrdersOf } from './order-row.ts';

interface PurchaseRow {
  id: string;
  buyer: string;
  email: string;
  name: string;
  country: string;
  locale: string;
  currency: string;
  total_minor: bigint;
  tax_id: string | null;
  secret: string;
  pay_until: Date;
}

export type PayAgainRefusal = { no: 'purchase_not_found' } | { no: 'nothing_waits_for_money' } | ExpectPaymentRefusal;

/** A payment failed, or the buyer prefers another method: what the purchase lacks is paid another way, within its time. */
export async function payAgain(
  work: Work,
  {
    purchase: id,
    method,
    key,
    taxId,
    installments,
  }: { purchase: string; method: string; key?: string; taxId?: string; installments?: number },
): Promise<Result<{ payment: string }, PayAgainRefusal>> {
  const purchase = await work.one<PurchaseRow>(sql`
    select id, buyer, email, name, country, locale, currency, total_minor, tax_id, secret, pay_until
      from trade.purchases where id = ${id}`);
  if (!purchase || (purchase.buyer !== work.by.id && purchase.secret !== key))
    return refuse({ no: 'purchase_not_found' });
  const orders = await lockOrdersOf(work, id);
  if (orders.length === 0 || orders.some((order) => order.state !== 'placed'))
    return refuse({ no: 'nothing_waits_for_money' });
  await giveUpPayment(work, { purchase: id });
  const came = (await paymentsOf(work, { purchase: id })).filter(({ state }) => state === 'paid');
  const lacking = came.reduce((left, { amount }) => left - amount.minor, purchase.total_minor);
  const tax = taxId ?? purchase.tax_id;
  const expected = await expectPayment(work, {
    purchase: id,
    method,
    amount: money(purchase.currency, lacking),
    customer: { name: purchase.name, email: purchase.email, country: purchase.country, ...(tax ? { taxId: tax } : {}) },
    description: `Entrepot ${id.slice(-12)}`,
    locale: purchase.locale,
    returnUrl: pageFor(work.house, purchase.locale, `/purchases/${id}?key=${purchase.secret}`),
    expiresAt: purchase.pay_until,
    ...(installments ? { installments } : {}),
  });
  return expected.ok ? ok({ payment: expected.value.payment }) : expected;
}
