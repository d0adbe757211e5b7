import { checkCurrency, digitsOf, largestMinor, type CurrencyRefusal } from './currency.ts';
import { plainDecimal } from './decimal.ts';
import type { Money } from './money.ts';
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
  const read = readNumber(typed, known.value, locale);
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
  return formatter(currency, locale, digits).format(plainDecimal({ digits: minor, scale: digits }) as `${number}`);
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

/** Wide digits and all kinds of space become plain ones; marks of writing direction and the currency's signs go. */
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

const plainSpaces = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

interface Read {
  negative: boolean;
  units: string;
  part: string;
}

function readNumber(typed: string, currency: string, locale: string): Read | undefined {
  const { decimal, group, pairs } = separators(currency, locale, /\d/.test(typed));
  const signless = typed.replace(/^[-−]\s*/, '');
  const [units = '', part = '', ...more] = latinDigits(signless).split(decimal);
  if (more.length > 0 || !/^\d*$/.test(part) || units + part === '') return undefined;

  const grouped = new RegExp(`^[1-9]\\d{0,2}([${group}])\\d{3}(?:\\1\\d{3})*$`);
  const inPairs = new RegExp(`^[1-9]\\d?([${group}])(?:\\d{2}\\1)*\\d{3}$`);
  if (!/^\d*$/.test(units) && !grouped.test(units) && !(pairs && inPairs.test(units))) return undefined;

  return { negative: signless !== typed, units: units.replace(/\D/g, ''), part };
}

interface Separators {
  decimal: string;
  /** The signs that may part thousands, as a class of a pattern. */
  group: string;
  /** India groups in pairs above the thousand. */
  pairs: boolean;
}

/** As the locale writes money; where it parts the thousands of plain numbers otherwise (Austria), that will do too. */
function separators(currency: string, locale: string, latin: boolean): Separators {
  const style = { ...(latin && { numberingSystem: 'latn' }), useGrouping: 'always' } as const;
  const asMoney = { ...style, style: 'currency', currency, minimumFractionDigits: 2 } as const;
  const parts = new Intl.NumberFormat(locale, asMoney).formatToParts(1234567.8);
  const plainParts = new Intl.NumberFormat(locale, style).formatToParts(1234567.8);

  const sign = (of: Intl.NumberFormatPart[], type: string) =>
    plainSpaces(of.find((part) => part.type === type)?.value ?? '');
  const decimal = sign(parts, 'decimal');
  const groups = new Set([' ', ...sign(parts, 'group'), ...sign(plainParts, 'group')]);
  if (groups.has("'") || groups.has('’')) groups.add("'").add('’');
  groups.delete(decimal);
  return {
    decimal,
    group: [...groups].join('').replace(/[\\\]^-]/g, '\\$&'),
    pairs: parts.filter((part) => part.type === 'integer')[1]?.value.length === 2,
  };
}

/** Where the digits of the world's scripts begin; each script has its ten in a row. */
const scripts = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

const latinDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0)!;
    const script = scripts.find((start) => point >= start && point < start + 10);
    return script === undefined ? digit : String(point - script);
  });
