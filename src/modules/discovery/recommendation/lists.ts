/** For every good the goods near it, the nearest first: rows in one run of memory, as the mills below read and write them. */
export interface Lists {
  /** Where each good's row begins; one more than there are goods. */
  readonly starts: Int32Array;
  readonly goods: Int32Array;
  readonly weights: Float32Array;
}

/** Writes lists row by row. What is added to the same good twice in one row is summed. */
export class Rows {
  readonly #sums: Float64Array;
  readonly #met: Int32Array;
  readonly #starts: Int32Array;
  #goods = new Int32Array(1024);
  #weights = new Float32Array(1024);
  #count = 0;
  #row = 0;

  constructor(goods: number) {
    this.#sums = new Float64Array(goods);
    this.#met = new Int32Array(goods);
    this.#starts = new Int32Array(goods + 1);
  }

  /** A weight is more than nothing. */
  add(good: number, weight: number): void {
    if (this.#sums[good] === 0) this.#met[this.#count++] = good;
    this.#sums[good]! += weight;
  }

  /** Ends the row with its `most` heaviest, after `weigh` has had its say on each. A good is not near itself. */
  close(most: number, weigh: (good: number, sum: number) => number = (_good, sum) => sum): void {
    const self = this.#row;
    const sums = this.#sums;
    const met = this.#met.subarray(0, this.#count);
    for (const good of met) sums[good] = good === self ? 0 : weigh(good, sums[good]!);
    const kept = met.slice().sort((a, b) => sums[b]! - sums[a]! || a - b);
    const from = this.#starts[self]!;
    const long = Math.min(most, kept.length - (sums[kept.at(-1) ?? 0] === 0 && kept.length > 0 ? 1 : 0));
    this.#room(from + long);
    for (let n = 0; n < long; n++) {
      this.#goods[from + n] = kept[n]!;
      this.#weights[from + n] = sums[kept[n]!]!;
    }
    for (const good of met) sums[good] = 0;
    this.#count = 0;
    this.#row += 1;
    this.#starts[this.#row] = from + long;
  }

  #room(needed: number): void {
    if (needed <= this.#goods.length) return;
    const long = Math.max(needed, this.#goods.length * 2);
    const [goods, weights] = [new Int32Array(long), new Float32Array(long)];
    goods.set(this.#goods);
    weights.set(this.#weights);
    [this.#goods, this.#weights] = [goods, weights];
  }

  lists(): Lists {
    const end = this.#starts[this.#row]!;
    return { starts: this.#starts, goods: this.#goods.slice(0, end), weights: this.#weights.slice(0, end) };
  }
}

/** Each row's weights as shares of its sum. */
export function asShares({ starts, goods, weights }: Lists): Lists {
  const shares = weights.slice();
  for (let row = 0; row + 1 < starts.length; row++) {
    const run = shares.subarray(starts[row], starts[row + 1]);
    const sum = run.reduce((all, weight) => all + weight, 0);
    for (let n = 0; n < run.length; n++) run[n]! /= sum;
  }
  return { starts, goods, weights: shares };
}

export const sumOf = ({ weights }: Lists): number => weights.reduce((all, weight) => all + weight, 0);
