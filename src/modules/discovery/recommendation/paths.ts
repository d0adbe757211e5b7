/** What each visitor came to, in order of time: goods are numbers from 0 on, and nobody's name is here. */
export interface Paths {
  readonly goods: number;
  readonly steps: readonly (readonly number[])[];
}

/** Where a good was met: path and place in it, in one run of memory. */
export interface Meetings {
  readonly starts: Int32Array;
  readonly paths: Int32Array;
  readonly places: Int32Array;
}

export function meetingsIn({ goods, steps }: Paths): Meetings {
  const starts = new Int32Array(goods + 1);
  for (const path of steps) for (const good of path) starts[good + 1]! += 1;
  for (let good = 0; good < goods; good++) starts[good + 1]! += starts[good]!;
  const next = starts.slice();
  const paths = new Int32Array(starts[goods]!);
  const places = new Int32Array(starts[goods]!);
  for (const [n, path] of steps.entries()) {
    for (const [place, good] of path.entries()) {
      const at = next[good]!++;
      paths[at] = n;
      places[at] = place;
    }
  }
  return { starts, paths, places };
}
