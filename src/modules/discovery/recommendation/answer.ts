/** What may come next for somebody, by what they came to last; from lists in memory, within a small part of a millisecond. */
import type { Trained } from './train.ts';

export interface Wanted {
  good: number;
  weight: number;
  /** The good of theirs that speaks loudest for it. */
  because: number;
}

/** Of longer histories the latest count. */
const mostLooked = 40;

/** One at a time: its slates are used again for the next answer. */
export function answersFrom({ near, far, mixing: { nearFade, farFade } }: Trained) {
  const known = near.starts.length - 1;
  const sums = new Float64Array(known);
  const loudest = new Float64Array(known);
  const because = new Int32Array(known);
  const met = new Int32Array(known);
  const parts = [
    { ...near, fades: fadesBy(nearFade) },
    { ...far, fades: fadesBy(farFade) },
  ];

  function next(history: readonly number[], most: number): Wanted[] {
    let count = 0;
    for (let ago = 0; ago < Math.min(history.length, mostLooked); ago++) {
      const looked = history[history.length - 1 - ago]!;
      for (const { starts, goods, weights, fades } of parts) {
        for (let n = starts[looked]!; n < starts[looked + 1]!; n++) {
          const good = goods[n]!;
          const weight = weights[n]! * fades[ago]!;
          if (sums[good] === 0) met[count++] = good;
          sums[good]! += weight;
          if (weight <= loudest[good]!) continue;
          loudest[good] = weight;
          because[good] = looked;
        }
      }
    }
    for (const good of history) sums[good] = 0;
    const best = heaviest(met.subarray(0, count), sums, most);
    const wanted = best.map((good) => ({ good, weight: sums[good]!, because: because[good]! }));
    for (let n = 0; n < count; n++) sums[met[n]!] = loudest[met[n]!] = 0;
    return wanted;
  }
  return { next };
}

const fadesBy = (power: number): Float64Array =>
  Float64Array.from({ length: mostLooked }, (_none, ago) => (1 + ago) ** -power);

/** The heaviest first; a small list is kept in order while all are looked through once. */
function heaviest(among: Int32Array, weights: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (const good of among) {
    const weight = weights[good]!;
    if (weight === 0 || (best.length === most && weight <= weights[best[most - 1]!]!)) continue;
    let place = Math.min(best.length, most - 1);
    while (place > 0 && weights[best[place - 1]!]! < weight) {
      best[place] = best[place - 1]!;
      place -= 1;
    }
    best[place] = good;
  }
  return best;
}
