import type { Ground } from '../ground/ground.ts';

interface Entry {
  /** Of the transfer or the settlement that it is. */
  id: string;
  at: string;
  currency: string;
  /** Below zero: money that went out. */
  minor: number;
  reference: string;
  text: string;
}

export interface StatementOfCurrency {
  currency: string;
  opening: number;
  closing: number;
  entries: Omit<Entry, 'currency'>[];
}

export interface Statements {
  enter(entry: Omit<Entry, 'at'>, at: Date): void;
  /** One day, in UTC, of the platform's account: each currency that has ever moved, with its balance before and after. */
  ofDay(day: string): StatementOfCurrency[];
}

/** The account opens empty and may be overdrawn: who settles before the provider pays would otherwise be stuck in a demo. */
export function openStatements(ground: Ground): Statements {
  const table = ground.journal.table<Entry>('entry');
  const days = new Map<string, Entry[]>();

  function index(entry: Entry): void {
    const day = days.get(entry.at.slice(0, 10));
    if (day) day.push(entry);
    else days.set(entry.at.slice(0, 10), [entry]);
  }
  for (const entry of table.rows()) index(entry);

  return {
    enter(entry, at) {
      if (!table.get(entry.id)) index(table.put({ ...entry, at: at.toISOString() }));
    },
    ofDay(day) {
      const before = new Map<string, number>();
      for (const [other, entries] of days) {
        if (other < day)
          for (const { currency, minor } of entries) before.set(currency, (before.get(currency) ?? 0) + minor);
      }
      const entries = days.get(day) ?? [];
      const currencies = new Set([...before.keys(), ...entries.map(({ currency }) => currency)]);
      return [...currencies].sort().map((currency) => {
        const own = entries.filter((entry) => entry.currency === currency);
        const opening = before.get(currency) ?? 0;
        return {
          currency,
          opening,
          closing: own.reduce((sum, { minor }) => sum + minor, opening),
          entries: own.map(({ currency: _, ...entry }) => entry),
        };
      });
    },
  };
}
