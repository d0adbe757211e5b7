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

/** An amount in two sizes: what counts, the point with the digits after it, and what follows those. */
export function amountParts(amount: Money, locale: string): [large: string, small: string, large: string] {
  const { format, point, digits } = formatOf(amount.currency, locale);
  const text = holdSign(format.format(plain(amount) as `${number}`), locale);
  const at = digits > 0 ? text.lastIndexOf(point) : text.length;
  const end = at + point.length + digits;
  return [text.slice(0, at), text.slice(at, end), text.slice(end)];
}

/** A page shows dozens of amounts: what is the same for all of a currency is found once. */
const formats = new Map<string, { format: Intl.NumberFormat; point: string; digits: number }>();

function formatOf(currency: string, locale: string) {
  const name = `${currency} ${locale}`;
  let found = formats.get(name);
  if (!found) {
    const digits = digitsOf(currency);
    const [minimumFractionDigits, maximumFractionDigits] = [digits, digits];
    const format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits,
      maximumFractionDigits,
    });
    const point = format.formatToParts(0).find(({ type }) => type === 'decimal')?.value ?? '';
    formats.set(name, (found = { format, point, digits }));
  }
  return found;
}
