import { digitsOf } from './currency.ts';
import { compareDecimals, divide, divideWhole, multiply, tenTo, type Decimal, type Rounding } from './decimal.ts';
import { money, type Money } from './money.ts';

export {
  compareDecimals,
  divide,
  multiply,
  parseDecimal,
  plainDecimal,
  roundTo,
  trimmed,
  type Decimal,
  type DecimalRefusal,
  type Rounding,
} from './decimal.ts';

/** One unit of one currency in units of another, in whole units as newspapers print it: 1 USD is 154.32 JPY. */
export type Rate = Decimal;

/** Places kept where a rate is computed from others: enough that a trillion converts right to the smallest unit. */
const PLACES = 18;

/**
 * The amount in another currency, at so many of its units for one unit of the amount's own. Both currencies' digits are
 * minded, and there is one rounding, at the end.
 */
export function convert(amount: Money, rate: Rate, currency: string, rounding: Rounding = 'half_up'): Money {
  positive(rate);
  const numerator = amount.minor * rate.digits * tenTo(digitsOf(currency));
  const denominator = tenTo(rate.scale + digitsOf(amount.currency));
  return money(currency, divideWhole(numerator, denominator, rounding));
}

/** The rate the other way round. */
export function inverse(rate: Rate, places = PLACES): Rate {
  return divide({ digits: 1n, scale: 0 }, positive(rate), places);
}

/** From one currency to another through a third in which both are quoted: 1 EUR is `from` and `to`; 1 from is … to. */
export function cross(from: Rate, to: Rate, places = PLACES): Rate {
  return divide(positive(to), positive(from), places);
}

/** The middle rate moved by so many hundredths of a per cent, exactly; a negative margin lowers it. */
export function withMargin(mid: Rate, basisPoints: number): Rate {
  if (!Number.isInteger(basisPoints))
    throw new RangeError(`a margin is a whole number of basis points: ${basisPoints}`);
  return positive(multiply(positive(mid), { digits: 10_000n + BigInt(basisPoints), scale: 4 }));
}

/** A share given as a decimal (0.08875 of the price), rounded once; for taxes that hundredths of a per cent cannot say. */
export function portion({ currency, minor }: Money, share: Decimal, rounding: Rounding): Money {
  return { currency, minor: divideWhole(minor * share.digits, tenTo(share.scale), rounding) };
}

function positive(rate: Rate): Rate {
  if (compareDecimals(rate, { digits: 0n, scale: 0 }) <= 0) throw new RangeError('a rate is above zero');
  return rate;
}
