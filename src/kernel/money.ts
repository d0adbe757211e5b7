import { checkCurrency, digitsOf, largestMinor, type CurrencyRefusal } from './currency.ts';
import { divideWhole, plainDecimal, type Rounding } from './decimal.ts';
import { must, ok, refuse, type Result } from './result.ts';

export { checkCurrency, currencies, digitsOf, type CurrencyRefusal } from './currency.ts';
export type { Rounding } from './decimal.ts';
export { formatMoney, holdSign, parseMoney, type ParseMoneyRefusal } from './money-text.ts';

/** An amount in the smallest unit of its currency: { currency: 'EUR', minor: 1234n } is 12.34 euros. */
export interface Money {
  readonly currency: string;
  readonly minor: bigint;
}

/** As it goes over the wire: the amount in plain notation, exact, with a point. */
export interface MoneyJson {
  readonly currency: string;
  readonly amount: string;
}

export type MoneyRefusal =
  | CurrencyRefusal
  | { no: 'amount_not_readable'; example: string }
  | { no: 'amount_too_fine'; digits: number }
  | { no: 'amount_too_large' };

export function money(currency: string, minor: bigint): Money {
  digitsOf(currency);
  return { currency, minor };
}

/** For amounts written in code: moneyOf('EUR', '40.00'). Throws where the amount cannot be. */
export const moneyOf = (currency: string, amount: string): Money => must(fromJson({ currency, amount }));

export const zero = (currency: string): Money => money(currency, 0n);
export const isZero = ({ minor }: Money): boolean => minor === 0n;
export const isNegative = ({ minor }: Money): boolean => minor < 0n;
export const negate = ({ currency, minor }: Money): Money => ({ currency, minor: -minor });

export function add(a: Money, b: Money): Money {
  return { currency: sameCurrency(a, b), minor: a.minor + b.minor };
}

export function subtract(a: Money, b: Money): Money {
  return { currency: sameCurrency(a, b), minor: a.minor - b.minor };
}

export function compare(a: Money, b: Money): -1 | 0 | 1 {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

/** The sum of a list that may be empty, hence the currency. */
export function sum(currency: string, list: Iterable<Money>): Money {
  let total = zero(currency);
  for (const one of list) total = add(total, one);
  return total;
}

/** So many pieces at this price. A fraction of a piece is a bug. */
export function times({ currency, minor }: Money, pieces: number | bigint): Money {
  return { currency, minor: minor * whole(pieces) };
}

/** A share in hundredths of a per cent (500 is 5 %), rounded once in the named way. */
export function percent({ currency, minor }: Money, basisPoints: number | bigint, rounding: Rounding): Money {
  return { currency, minor: divideWhole(minor * whole(basisPoints), 10_000n, rounding) };
}

/**
 * Splits a total by weights so that the parts sum to it exactly: each gets its share rounded down, and what is left goes
 * one by one to the largest remainders, ties to the earlier. A negative total is split as its opposite. Where all weights
 * are zero the parts are equal.
 */
export function allocate({ currency, minor }: Money, weights: readonly (number | bigint)[]): Money[] {
  const shares = sharesOf(weights);
  const whole = shares.reduce((total, share) => total + share, 0n);
  const sign = minor < 0n ? -1n : 1n;
  const total = minor * sign;

  const parts = shares.map((share) => (total * share) / whole);
  const left = Number(total - parts.reduce((given, part) => given + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, rest: (total * share) % whole }))
    .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  const favoured = new Set(byRemainder.slice(0, left).map(({ index }) => index));

  return parts.map((part, index) => ({ currency, minor: sign * (favoured.has(index) ? part + 1n : part) }));
}

/** '12.34': exact, with a point and the currency's digits, for files and APIs. */
export function plain({ currency, minor }: Money): string {
  return plainDecimal({ digits: minor, scale: digitsOf(currency) });
}

export const toJson = (amount: Money): MoneyJson => ({ currency: amount.currency, amount: plain(amount) });

/** Reads what toJson writes, from anyone. Fewer digits than the currency has are filled up; more are refused. */
export function fromJson({ currency: code, amount }: MoneyJson): Result<Money, MoneyRefusal> {
  const currency = checkCurrency(code);
  if (!currency.ok) return currency;

  const digits = digitsOf(currency.value);
  const [, sign, units, part = ''] = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(amount) ?? [];
  if (units === undefined)
    return refuse({ no: 'amount_not_readable', example: plainDecimal({ digits: 123456n, scale: digits }) });
  if (part.length > digits) return refuse({ no: 'amount_too_fine', digits });

  const minor = BigInt(units + part.padEnd(digits, '0'));
  if (minor > largestMinor) return refuse({ no: 'amount_too_large' });

  return ok({ currency: currency.value, minor: sign ? -minor : minor });
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} do not mix`);
  return a.currency;
}

function whole(n: number | bigint): bigint {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`not a whole number: ${n}`);
  return BigInt(n);
}

function sharesOf(weights: readonly (number | bigint)[]): bigint[] {
  const shares = weights.map(whole);
  if (shares.length === 0) throw new RangeError('nobody to share among');
  if (shares.some((share) => share < 0n)) throw new RangeError('a share cannot be negative');
  return shares.every((share) => share === 0n) ? shares.map(() => 1n) : shares;
}
