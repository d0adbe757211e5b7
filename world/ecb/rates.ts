import { chance } from '../ground/faults.ts';

interface Quoted {
  currency: string;
  /** What a euro was worth around the middle of the walk; ours, near enough to life in late 2026 to look right. */
  base: number;
  /** Places after the point, as the Bank prints them. */
  places: number;
  /** How far the walk strays, as a share. The krone is tied to the euro and hardly moves. */
  strays: number;
}

const quoted = (currency: string, base: number, places: number, strays = 0.04): Quoted => ({
  currency,
  base,
  places,
  strays,
});

/** In the order in which the European Central Bank lists them (without the lev, Bulgaria has the euro since 2026-01-01). */
export const currencies: readonly Quoted[] = [
  quoted('USD', 1.1612, 4),
  quoted('JPY', 178.45, 2),
  quoted('CZK', 24.215, 3, 0.015),
  quoted('DKK', 7.4687, 4, 0.0004),
  quoted('GBP', 0.8745, 5, 0.02),
  quoted('HUF', 384.2, 2),
  quoted('PLN', 4.2385, 4, 0.02),
  quoted('RON', 5.0912, 4, 0.01),
  quoted('SEK', 10.962, 4, 0.03),
  quoted('CHF', 0.9318, 4, 0.02),
  quoted('ISK', 147.3, 2, 0.02),
  quoted('NOK', 11.728, 4, 0.03),
  quoted('TRY', 49.12, 4, 0.05),
  quoted('AUD', 1.7795, 4),
  quoted('BRL', 6.1873, 4, 0.05),
  quoted('CAD', 1.6264, 4),
  quoted('CNY', 8.2514, 4),
  quoted('HKD', 9.0318, 4),
  quoted('IDR', 19_352.4, 2),
  quoted('ILS', 3.7861, 4),
  quoted('INR', 102.84, 4),
  quoted('KRW', 1_692.35, 2),
  quoted('MXN', 21.348, 4, 0.05),
  quoted('MYR', 4.8126, 4),
  quoted('NZD', 2.0463, 4),
  quoted('PHP', 68.214, 3),
  quoted('SGD', 1.5128, 4),
  quoted('THB', 37.642, 3),
  quoted('ZAR', 20.117, 4, 0.05),
];

export interface Fixing {
  day: string;
  rates: { currency: string; rate: string }[];
}

const dayMs = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The fixings of so many calendar days up to now, newest first. There is none on a day when TARGET rests. */
export function fixings(now: Date, calendarDays: number): Fixing[] {
  const last = lastDay(now);
  const days = Array.from({ length: calendarDays }, (_, i) => dayOf(last - i * dayMs)).filter(isFixingDay);
  return days.map(fixingOf);
}

/** The newest fixing there is: after a weekend it is Friday's. */
export function newestFixing(now: Date): Fixing {
  return fixings(now, 8)[0]!;
}

/** Today's is out at 16:00 in Frankfurt; until then yesterday's is the newest. */
function lastDay(now: Date): number {
  const frankfurt = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(now);
  const [day, time] = frankfurt.split(' ') as [string, string];
  return Date.parse(day) - (time < '16:00' ? dayMs : 0);
}

/** The Bank leaves zeros at the end away: 1.087, not 1.0870. */
export function fixingOf(day: string): Fixing {
  const rates = currencies.map((quoted) => ({
    currency: quoted.currency,
    rate: String(Number(rateOn(quoted, day).toFixed(quoted.places))),
  }));
  return { day, rates };
}

/** A walk that can be looked up on any day: slow swings and quick ones, each between numbers that dice give to its knots. */
function rateOn({ currency, base, strays }: Quoted, day: string): number {
  const n = Date.parse(day) / dayMs;
  const swings = [512, 128, 32, 8, 2, 1].map((length) => Math.sqrt(length / 512) * swing(currency, length, n));
  return base * Math.exp(strays * swings.reduce((sum, part) => sum + part, 0));
}

function swing(currency: string, length: number, n: number): number {
  const knot = Math.floor(n / length);
  const along = n / length - knot;
  const at = (k: number) => 2 * chance(`${currency}/${length}/${k}`) - 1;
  return at(knot) * (1 - along) + at(knot + 1) * along;
}

/** TARGET rests on Saturday and Sunday, New Year, Good Friday, Easter Monday, 1 May, Christmas and the day after. */
export function isFixingDay(day: string): boolean {
  const at = Date.parse(day);
  const weekday = new Date(at).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (['01-01', '05-01', '12-25', '12-26'].includes(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return at !== easter - 2 * dayMs && at !== easter + dayMs;
}

/** The Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const date = (h + l - 7 * m + 33 * month + 19) % 32;
  return Date.UTC(year, month - 1, date);
}
