import { convert, parseDecimal } from '#kernel/rate';
import type { Decimal } from '#kernel/rate';
import type { Money } from '#kernel/money';
import { must } from '#kernel/result';

/** The amount in the rate's other currency, at the rate the buyer gets. Rounded half up, once, to that currency's smallest unit. */
export function convertAt(rate: { readonly rate: string; readonly to: string }, amount: Money): Money {
  return amount.currency === rate.to ? amount : convert(amount, decimalOf(rate.rate), rate.to);
}

/** The same at the middle rate: what the amount is worth, without our margin. */
export function midValue(rate: { readonly mid: string; readonly to: string }, amount: Money): Money {
  return amount.currency === rate.to ? amount : convert(amount, decimalOf(rate.mid), rate.to);
}

// A page converts many amounts at few rates.
const read = new Map<string, Decimal>();

function decimalOf(text: string): Decimal {
  const known = read.get(text);
  if (known) return known;
  const decimal = must(parseDecimal(text));
  if (read.size >= 2000) read.clear();
  read.set(text, decimal);
  return decimal;
}
