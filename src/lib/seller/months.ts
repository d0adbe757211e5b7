/** The months of a store, for its statements: this one first, back to the one in which it began. */
import { addDays, dayOf } from '#kernel/period';

const most = 60;

/** `2026-11`, … */
export function monthsSince(since: Date, now: Date): string[] {
  const first = dayOf(since).slice(0, 7);
  const months: string[] = [];
  for (let month = dayOf(now).slice(0, 7); month >= first && months.length < most; month = before(month))
    months.push(month);
  return months;
}

const before = (month: string) => addDays(`${month}-01`, -1).slice(0, 7);

/** Its first and last day; the last of the present one is today. */
export function spanOf(month: string, now: Date): { from: string; to: string } {
  const today = dayOf(now);
  const from = `${month}-01`;
  const last = addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1);
  return { from, to: last < today ? last : today };
}

export function monthName(month: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${month}-15T00:00:00Z`));
}
