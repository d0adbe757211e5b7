/** What a margin would do, before it is set. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { marginFor } from './margin.ts';
import type { MarginRule } from './margin.ts';
import { rateIn, ratesFor } from './rates.ts';

type OnlyRules = { no: 'only_staff_for_rules_may' };

export interface MarginPreview {
  /** What holds for these rates today, in hundredths of a per cent; null where no rule is in force. */
  bps: number | null;
  /** Rules in force that are nearer to some of these rates, and go before it. */
  nearer: number;
  /** How many such rates were promised within thirty days. */
  quotes: number;
  /** The pair among them that was promised most, with its middle rate. */
  example: { from: string; to: string; mid: string } | null;
}

/** `*` is any currency. */
export async function marginPreview(
  ask: Asking,
  { from, to, overMinutes }: { from: string; to: string; overMinutes: number },
): Promise<Result<MarginPreview, OnlyRules>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const rates = await ratesFor(ask);
  const since = new Date(ask.now.getTime() - 30 * 86_400_000);
  const pairs = await ask.many<{ from_currency: string; to_currency: string; quotes: number }>(sql`
    select from_currency, to_currency, count(*)::int as quotes
      from exchange.quotes
     where locked_at > ${since}
       and (${from} = '*' or from_currency = ${from})
       and (${to} = '*' or to_currency = ${to})
       and expires_at - locked_at > ${overMinutes}::int * interval '1 minute'
     group by from_currency, to_currency
     order by quotes desc, from_currency, to_currency`);
  const most = pairs[0] ?? {
    from_currency: from === '*' ? 'EUR' : from,
    to_currency: to !== '*' ? to : from === 'USD' ? 'EUR' : 'USD',
  };
  const pair = { from: most.from_currency, to: most.to_currency };
  const rate = pair.from === pair.to ? undefined : rateIn(rates, { ...pair, minutes: 0 });
  return ok({
    bps: marginFor(rates.margins, { from, to, minutes: overMinutes + 1 }) ?? null,
    nearer: nearerThan(rates.margins, { from_currency: from, to_currency: to, over_minutes: overMinutes }),
    quotes: pairs.reduce((sum, one) => sum + one.quotes, 0),
    example: rate ? { ...pair, mid: rate.mid } : null,
  });
}

type Scope = Omit<MarginRule, 'bps'>;
const nearness = ({ from_currency, to_currency }: Scope) =>
  (from_currency === '*' ? 0 : 1) + (to_currency === '*' ? 0 : 1);
const mayMeet = (one: string, other: string) => one === '*' || other === '*' || one === other;

function nearerThan(rules: readonly MarginRule[], asked: Scope): number {
  return rules.filter(
    (one) =>
      mayMeet(one.from_currency, asked.from_currency) &&
      mayMeet(one.to_currency, asked.to_currency) &&
      (nearness(one) > nearness(asked) || (nearness(one) === nearness(asked) && one.over_minutes > asked.over_minutes)),
  ).length;
}
