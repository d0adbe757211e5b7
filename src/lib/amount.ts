/** Amounts as pages show and ask for them. */
import { digitsOf, holdSign, plain } from '#kernel/money';
import type { Money } from '#kernel/money';

/** As a person of the locale types it, without its sign: what `parseMoney` reads back. */
export function typedAmount(amount: Money, locale: string): string {
  const digits = digitsOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(plain(amount) as `${number}`);
}

/** An amount in two sizes: what counts, and the digits after the point. */
export function amountParts(amount: Money, locale: string): { text: string; small: boolean }[] {
  const digits = digitsOf(amount.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const parts: { text: string; small: boolean }[] = [];
  for (const { type, value: text } of format.formatToParts(plain(amount) as `${number}`)) {
    const value = holdSign(text, locale);
    const small = type === 'decimal' || type === 'fraction';
    const last = parts.at(-1);
    if (last?.small === small) last.text += value;
    else parts.push({ text: value, small });
  }
  return parts;
}
