import { storesOf } from '#modules/parties';
import { expectedReleases } from '#modules/payments';
import { endsAhead } from '#modules/trade';
import type { Asking } from '#platform/work';
import { balanceOfStore, maySeeMoney } from './balance.ts';
import { daysAhead } from './days-ahead.ts';
import type { DayAhead, Release } from './days-ahead.ts';

interface Undated {
  minor: bigint;
  orders: number;
}

export interface MoneyComing {
  /** The store's own. */
  currency: string;
  /** The nearest first; what is delivered comes on its day at the latest, sooner when the buyer accepts. */
  days: DayAhead[];
  /** What has no day yet: orders on their way, orders to send, and what the bank has not booked. */
  travelling: Undated;
  toSend: Undated;
  atBank: bigint;
}

/** What comes to a store, and on which day, as its orders stand now: its own share of each, as it would be booked. */
export async function moneyComing(ask: Asking, { store }: { store: string }): Promise<MoneyComing | undefined> {
  if (!maySeeMoney(ask, store)) return undefined;
  const [[view], money, ends] = await Promise.all([
    storesOf(ask, { stores: [store] }),
    balanceOfStore(ask, { store }),
    endsAhead(ask, { store }),
  ]);
  if (!view || !money) return undefined;
  const { currency } = view;
  const shares = new Map(
    (await expectedReleases(ask, { store, currency })).map(({ order, seller }) => [order, seller]),
  );
  const releases: Release[] = [];
  const travelling: Undated = { minor: 0n, orders: 0 };
  const toSend: Undated = { minor: 0n, orders: 0 };
  for (const { order, state, acceptBy } of ends) {
    const minor = shares.get(order);
    if (minor === undefined) continue;
    if (acceptBy) releases.push({ at: acceptBy, minor });
    else {
      const undated = state === 'funded' ? toSend : travelling;
      undated.minor += minor;
      undated.orders += 1;
    }
  }
  const own = money.balances.find((one) => one.currency === currency);
  const { nextAt } = money.plan;
  // As the payout itself is drawn: to an account in this currency, above the minimum, of a store that is not suspended.
  const pays =
    nextAt && own && own.minimum !== null && money.account?.currency === currency && view.state !== 'suspended'
      ? { nextAt, minimum: own.minimum }
      : undefined;
  return {
    currency,
    days: daysAhead({ now: ask.now, available: own?.available ?? 0n, releases, weekly: pays }),
    travelling,
    toSend,
    atBank: own?.onTheWay ?? 0n,
  };
}
