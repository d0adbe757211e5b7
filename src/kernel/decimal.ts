import { ok, refuse, type Result } from './result.ts';

/** An exact decimal number: digits / 10^scale. Never a float. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/**
 * Half up and half even look at the middle; up is away from zero, down towards it. Signs do not matter: what is rounded for
 * a payment is rounded alike for its return.
 */
export type Rounding = 'half_up' | 'half_even' | 'up' | 'down';

export type DecimalRefusal = { no: 'number_not_readable'; text: string };

/** Reads plain notation with a point, as it stands in files and APIs: '5.1234', '-0.5', '12'. Keeps trailing zeros. */
export function parseDecimal(text: string): Result<Decimal, DecimalRefusal> {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return refuse({ no: 'number_not_readable', text });

  const digits = BigInt(whole + part);
  return ok({ digits: sign ? -digits : digits, scale: part.length });
}

/** Plain notation with as many places as the scale: { digits: 1234n, scale: 2 } is '12.34'. */
export function plainDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + text : `${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`;
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale };
}

/** a / b to the given number of places. Division by zero is a bug and throws. */
export function divide(a: Decimal, b: Decimal, scale: number, rounding: Rounding = 'half_up'): Decimal {
  const shift = scale + b.scale - a.scale;
  const digits = divideWhole(a.digits * tenTo(Math.max(shift, 0)), b.digits * tenTo(Math.max(-shift, 0)), rounding);
  return { digits, scale };
}

/** The same number with the given number of places. */
export function roundTo({ digits, scale }: Decimal, places: number, rounding: Rounding = 'half_up'): Decimal {
  if (places >= scale) return { digits: digits * tenTo(places - scale), scale: places };
  return { digits: divideWhole(digits, tenTo(scale - places), rounding), scale: places };
}

/** Without zeros at the end: 5.1200 is 5.12. */
export function trimmed({ digits, scale }: Decimal): Decimal {
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { digits, scale };
}

export function compareDecimals(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [left, right] = [a.digits * tenTo(b.scale), b.digits * tenTo(a.scale)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A whole quotient, rounded in the named way. */
export function divideWhole(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  if (divisor === 0n) throw new RangeError('division by zero');
  const quotient = dividend / divisor;
  const rest = size(dividend % divisor);
  if (rest === 0n || rounding === 'down') return quotient;

  const awayFromZero = quotient + (dividend < 0n === divisor < 0n ? 1n : -1n);
  if (rounding === 'up') return awayFromZero;

  const middle = rest * 2n - size(divisor);
  if (middle === 0n) return rounding === 'half_up' || quotient % 2n !== 0n ? awayFromZero : quotient;
  return middle > 0n ? awayFromZero : quotient;
}

export const tenTo = (power: number) => 10n ** BigInt(power);
const size = (n: bigint) => (n < 0n ? -n : n);
