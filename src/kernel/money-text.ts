import { checkCurrency, digitsOf, largestMinor, type CurrencyRefusal } from './currency.ts';
import { plainDecimal } from './decimal.ts';
import type { Money } from './money.ts';
import { plainSpaces, readNumber } from './number-text.ts';
import { ok, refuse, type Result } from './result.ts';

/** The refusals in the order in which they are checked. The example is written as the person's locale writes. */
export type ParseMoneyRefusal =
  | CurrencyRefusal
  | { no: 'amount_missing' }
  | { no: 'amount_not_readable'; example: string }
  | { no: 'amount_too_fine'; digits: number }
  | { no: 'amount_too_large' };

/**
 * Reads an amount as a person of the locale types it: '1.234,56' in Brazil, '1 234,56' in France, '١٬٢٣٤٫٥٦' in Egypt; the
 * currency's sign or code may stand beside. A separator in a place where the locale never puts it is refused rather than
 * guessed at: in Brazil '12.34' could be a mistyped 12,34 or 1.234.
 */
export function parseMoney(text: string, currency: string, locale: string): Result<Money, ParseMoneyRefusal> {
  const known = checkCurrency(currency);
  if (!known.ok) return known;

  const typed = withoutSigns(text, known.value, locale);
  if (typed === '') return refuse({ no: 'amount_missing' });

  const digits = digitsOf(known.value);
  const read = readNumber(typed, locale, known.value);
  if (!read) return refuse({ no: 'amount_not_readable', example: exampleOf(known.value, locale, digits) });
  if (read.part.length > digits) return refuse({ no: 'amount_too_fine', digits });

  const minor = BigInt(read.units + read.part.padEnd(digits, '0'));
  if (minor > largestMinor) return refuse({ no: 'amount_too_large' });

  return ok({ currency: known.value, minor: read.negative ? -minor : minor });
}

/** As the locale writes money, with the digits of ISO 4217 (Intl alone shows Hungarian or Ugandan money otherwise). */
export function formatMoney({ currency, minor }: Money, locale: string): string {
  const digits = digitsOf(currency);
  // As text, so that amounts beyond 2^53 stay exact.
  const text = formatter(currency, locale, digits).format(
    plainDecimal({ digits: minor, scale: digits }) as `${number}`,
  );
  return holdSign(text, locale);
}

const rightToLeft = /^(ar|fa|he|ur)\b/;

/**
 * Text that runs from right to left would carry the last stroke of `US$` to its other side: a mark keeps it in its place. And
 * what is less than nothing would change places with its currency: a mark after the number keeps both where they always are.
 */
export function holdSign(text: string, locale: string): string {
  if (!rightToLeft.test(locale)) return text;
  return text.replace(/(?<=[A-Z])\p{Sc}/u, '$&\u200e').replace(/\u200e-[\p{N}.,٫٬]+(?=\s)/u, '$&\u200f');
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${locale}`;
  const kept = formatters.get(key);
  if (kept) return kept;

  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Locales may come from visitors: the memory is bounded, and a formatter that is needed is soon made again.
  if (formatters.size >= 1000) formatters.clear();
  formatters.set(key, made);
  return made;
}

function exampleOf(currency: string, locale: string, digits: number): string {
  const amount = plainDecimal({ digits: 123456n, scale: digits }) as `${number}`;
  const style = { style: 'currency', currency, minimumFractionDigits: digits, useGrouping: 'always' } as const;
  const parts = new Intl.NumberFormat(locale, style).formatToParts(amount);
  const ofNumber = parts.filter(({ type }) => ['integer', 'group', 'decimal', 'fraction'].includes(type));
  return ofNumber.map(({ value }) => value).join('');
}

/** Without the currency's sign, code or name before or behind. */
function withoutSigns(text: string, currency: string, locale: string): string {
  let rest = plainSpaces(text);
  for (const display of ['symbol', 'narrowSymbol', 'code', 'name'] as const) {
    const parts = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: display,
    }).formatToParts(1);
    const sign = plainSpaces(parts.find((part) => part.type === 'currency')?.value ?? currency).toLowerCase();
    const bare = rest.replace(/^[-−]\s*/, '');
    if (bare.toLowerCase().startsWith(sign)) rest = rest.slice(0, rest.length - bare.length) + bare.slice(sign.length);
    else if (rest.toLowerCase().endsWith(sign)) rest = rest.slice(0, -sign.length);
    rest = rest.trim();
  }
  return rest;
}
