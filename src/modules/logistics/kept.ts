/**
 * Rows that every checkout reads and that change a few times a year: kept in this process's memory for half a minute.
 * Who changes them says so; this process then asks the database for as long, because the change commits a moment later
 * or not at all. Other processes follow within the half minute.
 */
import { remembered } from '#platform/house';
import type { House } from '#platform/house';
import type { Asking } from '#platform/work';

const keptMs = 30_000;
const most = 10_000;

interface Slot<Value> {
  /** Absent while a change is under way. */
  readonly value?: Value;
  readonly until: number;
}

export interface Kept<Value> {
  of(ask: Asking, key: string): Promise<Value>;
  changed(ask: Asking, key: string): void;
}

export function kept<Value>(name: string, load: (ask: Asking, key: string) => Promise<Value>): Kept<Value> {
  const symbol = Symbol(name);
  const slotsOf = (house: House) => remembered(house, symbol, () => new Map<string, Slot<Value>>());
  return {
    async of(ask, key) {
      const slots = slotsOf(ask.house);
      const now = ask.now.getTime();
      const slot = slots.get(key);
      if (slot && slot.until > now && slot.value !== undefined) return slot.value;

      const value = await load(ask, key);
      const since = slots.get(key);
      if (since && since.until > now && since.value === undefined) return value;
      if (slots.size >= most) slots.clear();
      slots.set(key, { value, until: now + keptMs });
      return value;
    },
    changed(ask, key) {
      slotsOf(ask.house).set(key, { until: ask.now.getTime() + keptMs });
    },
  };
}
