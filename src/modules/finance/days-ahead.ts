/** On which day money comes, reckoned from what is known today: pure arithmetic over days in UTC. */
import { addDays, dayOf } from '#kernel/period';

export interface Release {
  /** When it comes at the latest. */
  at: Date;
  minor: bigint;
}

export interface WeeklyPayout {
  nextAt: Date;
  /** The least that is paid out. */
  minimum: bigint;
}

export interface DayAhead {
  day: string;
  /** What is released to the store's balance on that day at the latest, and of how many orders. */
  released: bigint;
  orders: number;
  /** What is then sent to its bank. */
  payout: bigint;
}

/** So many weekly payouts are looked at beyond today: timers that the desk sets for years end somewhere. */
const mostWeeks = 60;

/**
 * Days on which something comes, the nearest first. What is late comes today. A weekly payout takes all that is available by
 * then; what is below the minimum waits for the next one.
 */
export function daysAhead({
  now,
  available,
  releases,
  weekly,
}: {
  now: Date;
  available: bigint;
  releases: readonly Release[];
  weekly: WeeklyPayout | undefined;
}): DayAhead[] {
  const days = new Map<string, DayAhead>();
  const on = (at: Date): DayAhead => {
    const day = dayOf(at < now ? now : at);
    const known = days.get(day) ?? { day, released: 0n, orders: 0, payout: 0n };
    days.set(day, known);
    return known;
  };
  for (const { at, minor } of releases) {
    const day = on(at);
    day.released += minor;
    day.orders += 1;
  }
  if (weekly) {
    const waiting = releases.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    let at = weekly.nextAt;
    let sum = available;
    let next = 0;
    for (let week = 0; week < mostWeeks; week++, at = weekAfter(at)) {
      // A payout that is late is made now.
      const made = at < now ? now : at;
      for (; next < waiting.length && waiting[next]!.at <= made; next++) sum += waiting[next]!.minor;
      if (sum > 0n && sum >= weekly.minimum) {
        on(made).payout += sum;
        sum = 0n;
      }
      if (next === waiting.length) break;
    }
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const weekAfter = (at: Date): Date => new Date(`${addDays(dayOf(at), 7)}${at.toISOString().slice(10)}`);
