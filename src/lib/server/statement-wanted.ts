/** Which part of a store's account an address asks for: a month, or days of one's own; all of it, or what is looked for. */
import { parseMoney } from '#kernel/money';
import { isDay } from '#kernel/period';
import { spanOf } from '#lib/seller/months.ts';

export interface Wanted {
  from: string;
  to: string;
  month: string | undefined;
  sought: string;
  number?: string;
  amount?: number;
  /** The two days are no span. */
  wrong: boolean;
}

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** `month=2026-11`, or `from=2026-11-03&to=2026-11-09`, and `text=` an order's number or an amount as people there write it. */
export function wantedIn(
  url: URL,
  { now, locale, currency, first }: { now: Date; locale: string; currency: string; first: string },
): Wanted {
  const get = (name: string) => (url.searchParams.get(name) ?? '').trim();
  const sought = get('text').slice(0, 40);
  const [from, to] = [get('from'), get('to')];
  const month = isMonth(get('month')) ? get('month') : now.toISOString().slice(0, 7);
  const today = spanOf(now.toISOString().slice(0, 7), now).to;
  const own = from !== '' || to !== '';
  const span = own
    ? { from: from || first, to: to || today }
    : // What is looked for without a month is looked for everywhere.
      sought && !url.searchParams.has('month')
      ? { from: first, to: today }
      : spanOf(month, now);
  const wrong = !isDay(span.from) || !isDay(span.to) || span.from > span.to;
  return {
    ...(wrong ? { from: first, to: today } : span),
    month: own || (sought && !url.searchParams.has('month')) ? undefined : month,
    sought,
    wrong,
    ...lookedFor(sought, currency, locale),
  };
}

/** An amount is an order's number too as long as it may be part of one: both are looked for. */
function lookedFor(sought: string, currency: string, locale: string): { number?: string; amount?: number } {
  if (!sought) return {};
  const read = parseMoney(sought, currency, locale);
  const minor = read.ok ? Number(read.value.minor) : undefined;
  return { number: sought, ...(minor !== undefined && Number.isSafeInteger(minor) && { amount: minor }) };
}
