/** Rates and their days as people read them. */
import { whenText } from './days.ts';

/** A rate as our books keep it, a decimal number in digits, with as many of them as decide. */
export const rateText = (rate: string, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(rate as Intl.StringNumericLiteral);

/** One rate for a sentence, every part of it written. */
export const rateParts = (
  { from, to, rate, source, day }: { from: string; to: string; rate: string; source: string; day: string },
  locale: string,
) => ({
  from,
  to,
  source,
  rate: rateText(rate, locale),
  day: whenText(new Date(`${day}T00:00:00Z`), locale, { zone: 'UTC' }),
});
