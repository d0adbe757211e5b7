import { fromJson } from '#kernel/money';
import type { MoneyJson } from '#kernel/money';
import { must, ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { post } from '#modules/ledger';
import type { Transfer } from '#modules/ledger';
import { bank, feesExpense, providerSettled, pspReceivable } from '#modules/payments';
import { isStaff } from '#platform/actor';
import { reaction } from '#platform/facts';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';

export interface ProviderSettlement {
  provider: string;
  settlement: string;
  day: string;
  gross: MoneyJson;
  refunded: MoneyJson;
  fee: MoneyJson;
  net: MoneyJson;
  paidAt: string;
}

export type BookSettlementRefusal = { no: 'only_the_provider_may_say' };

/**
 * The provider paid out a day: what it owed us becomes money at the bank, less its fees. A day on which it gave back more
 * than it took is a debit of our account. Told again it changes nothing. Parts that do not add up are not booked, but kept
 * for the desk.
 */
export async function bookSettlement(
  work: Work,
  told: ProviderSettlement,
): Promise<Result<{ booked: boolean }, BookSettlementRefusal>> {
  if (!isStaff(work.by, 'money')) return refuse({ no: 'only_the_provider_may_say' });
  const { provider, settlement, day } = told;
  const [gross, refunded, fee, net] = [told.gross, told.refunded, told.fee, told.net].map(
    (amount) => must(fromJson(amount)).minor,
  ) as [bigint, bigint, bigint, bigint];
  const { currency } = told.gross;
  const mixed = [told.refunded, told.fee, told.net].some((amount) => amount.currency !== currency);
  const problem = mixed
    ? 'currencies_are_mixed'
    : gross - refunded - fee === net && fee >= 0n
      ? null
      : 'parts_do_not_add_up';
  const fresh = await work.run(sql`
    insert into finance.settlements (settlement, provider, day, currency, gross, refunded, fee, net, paid_at, problem, booked_at)
    values (${settlement}, ${provider}, ${day}, ${currency}, ${gross}, ${refunded}, ${fee}, ${net}, ${new Date(told.paidAt)}, ${problem},
            ${problem ? null : work.now})
        on conflict (settlement) do nothing`);
  if (fresh === 0 || problem) return ok({ booked: false });
  // The bank may have told of it first.
  await work.run(sql`
    update finance.bank_lines set match = case when currency = ${currency} and minor = ${net} then 'settlement' else 'amount_differs' end, ours = ${settlement}
     where line = ${settlement} and match = 'not_ours'`);

  await post(work, {
    entry: `settlement:${settlement}`,
    kind: 'settlement',
    reference: settlement,
    transfers: transfersOf(provider, currency, fee, net),
  });
  return ok({ booked: true });
}

function transfersOf(provider: string, currency: string, fee: bigint, net: bigint): Transfer[] {
  const owed = pspReceivable(provider);
  return [
    net >= 0n
      ? { debit: bank, credit: owed, amount: { currency, minor: net } }
      : { debit: owed, credit: bank, amount: { currency, minor: -net } },
    { debit: feesExpense, credit: owed, amount: { currency, minor: fee } },
  ];
}

export const bookProviderSettlement = reaction(providerSettled, 'finance.book_settlement', async (work, told) => {
  must(await bookSettlement(work, told));
});
