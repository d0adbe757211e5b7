/**
 * What is read with every request is kept in memory for five seconds. What this process changes itself is forgotten at
 * once, and not kept again for two seconds, in which the change commits; other processes follow within the five.
 */
import type { Actor } from '#platform/actor';
import { remembered } from '#platform/house';
import type { House } from '#platform/house';

const keptMs = 5_000;
const unsureMs = 2_000;
const most = 20_000;

export interface Memory<T> {
  get(key: string): T | undefined;
  /** Keeps it for five seconds, or until `end` if that comes first. `owner` is whose change makes it wrong. */
  keep(key: string, owner: string, value: T, end?: Date | null): void;
  forget(owner: string): void;
}

interface Entry<T> {
  owner: string;
  value: T;
  until: number;
}

function memoryOf<T>(house: House): Memory<T> {
  const entries = new Map<string, Entry<T>>();
  const unsure = new Map<string, number>();
  const now = () => house.clock.now().getTime();
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry && entry.until > now()) return entry.value;
      if (entry) entries.delete(key);
      return undefined;
    },
    keep(key, owner, value, end) {
      const until = unsure.get(owner);
      if (until !== undefined && until > now()) return;
      unsure.delete(owner);
      if (entries.size >= most) entries.delete(entries.keys().next().value!);
      entries.set(key, { owner, value, until: Math.min(now() + keptMs, end?.getTime() ?? Infinity) });
    },
    forget(owner) {
      if (unsure.size >= most) for (const [one, until] of unsure) if (until <= now()) unsure.delete(one);
      unsure.set(owner, now() + unsureMs);
      for (const [key, entry] of entries) if (entry.owner === owner) entries.delete(key);
    },
  };
}

const keys = { actors: Symbol('parties.actors'), stores: Symbol('parties.stores') };

/** Who asks, by the hash of their token or key; owned by the person or the key. */
export const actorsKept = (house: House): Memory<Actor> => remembered(house, keys.actors, () => memoryOf<Actor>(house));

/** What is shown of a store, owned by the store. */
export function storesKept<T>(house: House): Memory<T> {
  return remembered(house, keys.stores, () => memoryOf<T>(house));
}
