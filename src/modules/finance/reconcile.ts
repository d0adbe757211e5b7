/** The bank's statement beside our books: which line is which. Pure. */

export interface BankLine {
  id: string;
  currency: string;
  /** Below zero: money that went out. */
  minor: bigint;
  reference: string;
}

export interface OurPayout {
  payout: string;
  currency: string;
  minor: bigint;
}

export interface OurSettlement {
  settlement: string;
  currency: string;
  net: bigint;
}

export type Match =
  { match: 'payout' | 'settlement' | 'amount_differs'; ours: string } | { match: 'not_ours'; ours: null };

/**
 * A payout is known by its id, which the transfer carries as reference; a settlement by its own id, which is the line's.
 * An amount that differs by one minor unit is not a match.
 */
export function matchOf(
  line: BankLine,
  {
    payouts,
    settlements,
  }: { payouts: ReadonlyMap<string, OurPayout>; settlements: ReadonlyMap<string, OurSettlement> },
): Match {
  const payout = payouts.get(line.reference);
  if (payout)
    return same(line, payout.currency, -payout.minor)
      ? { match: 'payout', ours: payout.payout }
      : { match: 'amount_differs', ours: payout.payout };
  const settlement = settlements.get(line.id) ?? settlements.get(line.reference);
  if (settlement) {
    const { settlement: ours, currency, net } = settlement;
    return same(line, currency, net) ? { match: 'settlement', ours } : { match: 'amount_differs', ours };
  }
  return { match: 'not_ours', ours: null };
}

const same = (line: BankLine, currency: string, minor: bigint) => line.currency === currency && line.minor === minor;
