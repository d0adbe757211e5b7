/** A length of time as people set it: { days: 15 }, { hours: 1, minutes: 30 }. A day is 24 hours; calendars are below. */
export interface Duration {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** A day of the calendar, 'YYYY-MM-DD', as PostgreSQL's date comes back. */
export type Day = string;

/** Which days are worked: weekend days by number (Sunday is 0) and public holidays. */
export interface WorkCalendar {
  readonly weekend?: readonly number[];
  readonly holidays?: ReadonlySet<Day> | readonly Day[];
}

const DAY = 86_400;
const SATURDAY_AND_SUNDAY = [6, 0];

export function inSeconds({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number {
  return days * DAY + hours * 3600 + minutes * 60 + seconds;
}

/** The same length in the largest whole units: 5400 seconds are { hours: 1, minutes: 30 }. */
export function ofSeconds(total: number): Duration {
  if (!Number.isInteger(total) || total < 0) throw new RangeError(`not a length of time: ${total}`);
  const parts = {
    days: Math.floor(total / DAY),
    hours: Math.floor((total % DAY) / 3600),
    minutes: Math.floor((total % 3600) / 60),
    seconds: total % 60,
  };
  return Object.fromEntries(Object.entries(parts).filter(([, count]) => count > 0));
}

export const after = (at: Date, duration: Duration): Date => new Date(at.getTime() + inSeconds(duration) * 1000);
export const before = (at: Date, duration: Duration): Date => new Date(at.getTime() - inSeconds(duration) * 1000);

/** Which day it is at the place: 2026-03-02T01:00Z is still the first of March in São Paulo. */
export function dayOf(at: Date, timeZone = 'UTC'): Day {
  if (timeZone === 'UTC') return at.toISOString().slice(0, 10);
  return wallClock(at, timeZone).slice(0, 10);
}

/** The first moment of the day at the place. Where the clock skips midnight, the day begins when the skip ends. */
export function startOfDay(day: Day, timeZone = 'UTC'): Date {
  const midnight = startInUtc(day);
  if (timeZone === 'UTC') return new Date(midnight);

  // A zone's offset lies between -12 and +14 hours and may change that very day: both offsets around it are tried.
  const candidates = [-DAY, DAY].map((shift) => midnight - offset(new Date(midnight + shift * 1000), timeZone));
  const within = candidates.filter((time) => dayOf(new Date(time), timeZone) === day);
  return new Date(within.length > 0 ? Math.min(...within) : Math.max(...candidates));
}

/** The moment at which the day is over at the place: the first of the next. */
export const endOfDay = (day: Day, timeZone = 'UTC'): Date => startOfDay(addDays(day, 1), timeZone);

/** Whether the text is a day that the calendar has: 2026-02-29 is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function addDays(day: Day, count: number): Day {
  return new Date(startInUtc(day) + count * DAY * 1000).toISOString().slice(0, 10);
}

/** How many days from the first to the second; negative where the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return (startInUtc(second) - startInUtc(first)) / (DAY * 1000);
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(startInUtc(day)).getUTCDay();
}

export function isBusinessDay(day: Day, { weekend = SATURDAY_AND_SUNDAY, holidays = [] }: WorkCalendar = {}): boolean {
  const free = 'has' in holidays ? holidays.has(day) : holidays.includes(day);
  return !free && !weekend.includes(weekdayOf(day));
}

/** The day itself if it is worked, else the next that is: a boleto due on a Sunday may be paid on Monday. */
export function businessDayFrom(day: Day, calendar: WorkCalendar = {}): Day {
  // No calendar rests for a year; one that does is a mistake in the data.
  for (let count = 0; count < 366; count++) {
    const next = addDays(day, count);
    if (isBusinessDay(next, calendar)) return next;
  }
  throw new RangeError('a calendar without a business day');
}

/** So many business days later; the day itself does not count. */
export function addBusinessDays(day: Day, count: number, calendar: WorkCalendar = {}): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of days: ${count}`);
  let reached = day;
  for (let left = count; left > 0; left--) reached = businessDayFrom(addDays(reached, 1), calendar);
  return reached;
}

function startInUtc(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

/** How far the place's clock is ahead of UTC, in milliseconds. */
function offset(at: Date, timeZone: string): number {
  return Date.parse(`${wallClock(at, timeZone)}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows, as '2026-03-01T22:00:00'. */
function wallClock(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  return clock.format(at).replace(' ', 'T');
}
