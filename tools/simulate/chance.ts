/** Chance that can be repeated: the same seed makes the same days. */
export interface Chance {
  /** From 0, below 1. */
  next(): number;
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean;
  /** A whole number from least to most. */
  whole(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** A stream of its own, so that one actor's choices do not shift another's. */
  branch(name: string): Chance;
}

export function chanceOf(seed: string): Chance {
  let state = 2166136261;
  for (const sign of seed) state = Math.imul(state ^ sign.codePointAt(0)!, 16777619);
  // mulberry32: small, even, and enough for deciding who buys a kettle.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const chance: Chance = {
    next,
    happens: (likelihood) => next() < likelihood,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    branch: (name) => chanceOf(`${seed}/${name}`),
  };
  return chance;
}
