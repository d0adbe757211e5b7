import { newId } from '#kernel/id';
import { dayOf } from '#kernel/period';
import { divideWhole } from '#kernel/decimal';
import { digitsOf, money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { balancesOf, post } from '#modules/ledger';
import { system } from '#platform/actor';
import { every } from '#platform/jobs';
import { perform } from '#platform/perform';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { fxClearing, fxGainLoss } from './accounts.ts';
import { ratesFor } from './rates.ts';
import type { Quotation } from './rates.ts';

/** Listed in the order in which they are checked. */
export type RevalueRefusal = { no: 'day_is_revalued' } | { no: 'no_rate_for_a_position'; currency: string };

/**
 * Values what we hold in one currency against what we owe in another at the newest rates, once a day, and books the
 * difference in euro as gain or loss (a debit of fx_gain_loss is a loss). After it, all open positions together are worth nothing.
 */
export async function revalue(work: Work, { day }: { day: string }): Promise<Result<{ gain: bigint }, RevalueRefusal>> {
  const done = await work.one<{ day: string }>(sql`select day from exchange.revaluations where day = ${day}`);
  if (done) return refuse({ no: 'day_is_revalued' });
  const [rates, balances] = await Promise.all([ratesFor(work), balancesOf(work, [fxClearing])]);

  const positions = balances.filter(({ minor }) => minor !== 0n);
  let gain = 0n;
  let ratesOf = day;
  for (const { currency, minor } of positions) {
    if (currency === 'EUR') {
      gain += minor;
      continue;
    }
    const quotation = rates.quotations.get(currency);
    if (!quotation) return refuse({ no: 'no_rate_for_a_position', currency });
    if (quotation.day < ratesOf) ratesOf = quotation.day;
    gain += inEuro(minor, quotation);
  }
  await work.run(sql`
    insert into exchange.revaluations (day, rates_of, positions, gain, at)
    values (${day}, ${ratesOf}, ${json(positions.map(({ currency, minor }) => ({ currency, minor })))}, ${gain}, ${work.now})`);
  const [debit, credit] = gain > 0n ? [fxClearing, fxGainLoss] : [fxGainLoss, fxClearing];
  await post(work, {
    entry: `revaluation:${day}`,
    kind: 'revaluation',
    reference: day,
    transfers: [{ debit, credit, amount: money('EUR', gain < 0n ? -gain : gain) }],
  });
  return ok({ gain });
}

/** Minor units of a euro, half up: of an amount that may be negative. */
function inEuro(minor: bigint, { currency, perEuro }: Quotation): bigint {
  const numerator = minor * 10n ** BigInt(2 + perEuro.scale);
  return divideWhole(numerator, perEuro.digits * 10n ** BigInt(digitsOf(currency)), 'half_up');
}

/** Looks every hour, does it once a day. */
export const revalueDaily = every('exchange.revalue', { minutes: 60 }, async (house) => {
  const now = house.clock.now();
  const said = await perform(house, { key: newId(now), by: system }, revalue, { day: dayOf(now) });
  if (!said.ok && said.refusal.no === 'no_rate_for_a_position') {
    house.log.error({ currency: said.refusal.currency }, 'a position cannot be valued: there is no rate');
  }
});
