/**
 * Who gets what of a sum: pure arithmetic of capture, release and refund. Sums are exact: what one gets the other loses,
 * the last one takes the rest.
 */
import { allocate, money } from '#kernel/money';
import { midValue } from '#modules/exchange';

/** An order's part of a purchase. The buyer's side is in `currency`, the seller's in `sellerCurrency`. */
export interface PayeeMoney {
  order: string;
  store: string;
  currency: string;
  due: bigint;
  paid: bigint;
  refunded: bigint;
  sellerCurrency: string;
  goods: bigint;
  /** Came into escrow, went back to the buyer from it, was released from it. */
  held: bigint;
  returned: bigint;
  released: bigint;
  commission: bigint;
  carried: bigint;
  /** Taken back after the release, commission included. */
  clawed: bigint;
  commissionBack: bigint;
  mid: string;
  margin: bigint;
  marginBack: bigint;
  carriage: bigint;
  carriageTo: string;
  lines: readonly CommissionLine[];
  isReleased: boolean;
  isClosed: boolean;
}

interface CommissionLine {
  category: string;
  minor: bigint;
  bps: number;
}

export interface Share {
  order: string;
  currency: string;
  sellerCurrency: string;
  /** Of the payment, in the buyer's money. */
  amount: bigint;
  /** Into escrow, in the seller's. */
  goods: bigint;
  /** amount = mid + margin: what the goods are worth at the middle rate, and what the buyer pays above it. */
  mid: bigint;
  margin: bigint;
  /** The order has all that it is due. */
  full: boolean;
}

/**
 * Splits what came over what the orders still lack, by largest remainder. What nobody lacks is left over. Where currencies
 * differ, escrow gets the same part of the goods' price as was paid of the sum, and all of it with the last payment.
 */
export function captureSplit(amount: bigint, payees: readonly PayeeMoney[]): { shares: Share[]; left: bigint } {
  const lacking = payees
    .map((one) => ({ one, lack: one.isClosed ? 0n : one.due - one.paid }))
    .filter(({ lack }) => lack > 0n);
  const lack = lacking.reduce((sum, next) => sum + next.lack, 0n);
  const spent = amount < lack ? amount : lack;
  if (spent === 0n) return { shares: [], left: amount };
  const parts = allocate(
    money(lacking[0]!.one.currency, spent),
    lacking.map((next) => next.lack),
  );
  const shares = lacking.map(({ one }, n) => shareOf(one, parts[n]!.minor)).filter((share) => share.amount > 0n);
  return { shares, left: amount - spent };
}

function shareOf(payee: PayeeMoney, amount: bigint): Share {
  const paid = payee.paid + amount;
  const full = paid === payee.due;
  const { order, currency, sellerCurrency } = payee;
  const goods = (full ? payee.goods : (payee.goods * paid) / payee.due) - payee.held;
  if (currency === sellerCurrency)
    return { order, currency, sellerCurrency, amount, goods: amount, mid: amount, margin: 0n, full };
  const worth = midValue({ mid: payee.mid, to: currency }, money(sellerCurrency, goods)).minor;
  const mid = worth < amount ? worth : amount;
  return { order, currency, sellerCurrency, amount, goods, mid, margin: amount - mid, full };
}

export interface Release {
  /** All that leaves escrow: seller + commission + carriage. */
  total: bigint;
  seller: bigint;
  commission: bigint;
  carriage: bigint;
}

/**
 * What the seller's side gets of what escrow still holds. A line is paid its carriage first; of the rest the platform takes
 * the commission of the goods, each line by its own rate, rounded down once so that it never exceeds the rate. Carriage
 * that the seller is paid counts as price, so that no price can hide in it (rules.md 6.1: commission of goods and ship).
 */
export function releaseSplit(
  payee: Pick<PayeeMoney, 'held' | 'returned' | 'released' | 'carriage' | 'carriageTo' | 'lines'>,
): Release {
  const total = payee.held - payee.returned - payee.released;
  const owedToLine = payee.carriageTo === 'seller' ? 0n : payee.carriage;
  const carriage = owedToLine < total ? owedToLine : total;
  const rest = total - carriage;
  const goods = payee.lines.reduce((sum, line) => sum + line.minor, 0n);
  const weighted = payee.lines.reduce((sum, line) => sum + line.minor * BigInt(line.bps), 0n);
  const commission = goods === 0n ? 0n : (rest * weighted) / (goods * 10_000n);
  return { total, seller: rest - commission, commission, carriage };
}

export interface Return {
  currency: string;
  sellerCurrency: string;
  /** To the buyer. */
  amount: bigint;
  /** From the seller's side: out of escrow, or after the release from the seller and our commission. */
  goods: bigint;
  fromEscrow: bigint;
  fromSeller: bigint;
  fromCommission: bigint;
  /** amount = mid + margin, as when it came. */
  mid: bigint;
  margin: bigint;
  /** All that the order was paid is back. */
  whole: boolean;
}

/** What goes back of each part for an amount that the buyer gets back; the last refund takes all the rest. */
export function returnSplit(payee: PayeeMoney, amount: bigint): Return {
  const { currency, sellerCurrency } = payee;
  const whole = payee.refunded + amount === payee.paid;
  // The part of all that is back by now, less what went back before: roundings do not add up.
  const part = (of: bigint, gone: bigint) =>
    between(0n, (of * (payee.refunded + amount)) / payee.paid - gone, of - gone);
  const same = currency === sellerCurrency;
  const goods = same ? amount : part(payee.held, payee.returned + payee.clawed);
  const margin = same ? 0n : part(payee.margin, payee.marginBack);
  if (!payee.isReleased) {
    return {
      currency,
      sellerCurrency,
      amount,
      goods,
      fromEscrow: goods,
      fromSeller: 0n,
      fromCommission: 0n,
      mid: amount - margin,
      margin,
      whole,
    };
  }
  const due = payee.released === 0n ? 0n : (payee.commission * (payee.clawed + goods)) / payee.released;
  const fromCommission = between(0n, due - payee.commissionBack, goods);
  return {
    currency,
    sellerCurrency,
    amount,
    goods,
    fromEscrow: 0n,
    fromSeller: goods - fromCommission,
    fromCommission,
    mid: amount - margin,
    margin,
    whole,
  };
}

const between = (least: bigint, n: bigint, most: bigint) => (n > most ? most : n < least ? least : n);

/** Takes an amount from a list, first come first: by which payments a refund goes back. */
export function takeFrom<T extends { left: bigint }>(
  sources: readonly T[],
  amount: bigint,
): { from: T; amount: bigint }[] {
  let rest = amount;
  const taken: { from: T; amount: bigint }[] = [];
  for (const from of sources) {
    const part = from.left < rest ? from.left : rest;
    if (part > 0n) taken.push({ from, amount: part });
    rest -= part;
  }
  if (rest > 0n) throw new Error(`${rest} more is to go back than came`);
  return taken;
}
