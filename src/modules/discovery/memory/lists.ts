/** Many short lists, and names, as numbers: objects of their own would need ten times the memory. */

/** Lists of different length in one array: those of `n` stand from `starts[n]` to before `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Numbers that come one after another. */
export class Growing {
  private values = new Uint32Array(1024);
  private used = 0;

  push(value: number): void {
    if (this.used === this.values.length) {
      const more = new Uint32Array(this.used * 2);
      more.set(this.values);
      this.values = more;
    }
    this.values[this.used++] = value;
  }

  get length(): number {
    return this.used;
  }

  /** All of them; what is pushed later may change it. */
  all(): Uint32Array {
    return this.values.subarray(0, this.used);
  }
}

/** Lists that grow. */
export class GrowingLists {
  private readonly values = new Growing();
  private readonly starts = new Growing();

  constructor() {
    this.starts.push(0);
  }

  push(value: number): void {
    this.values.push(value);
  }

  /** The list is whole, and the next begins. */
  end(): void {
    this.starts.push(this.values.length);
  }

  lists(): Lists {
    return { starts: this.starts.all().slice(), values: this.values.all().slice() };
  }
}

/** Names and their numbers. */
export class Names {
  readonly at = new Map<string, number>();
  readonly all: string[] = [];

  of(name: string): number {
    let n = this.at.get(name);
    if (n === undefined) {
      n = this.all.length;
      this.at.set(name, n);
      this.all.push(name);
    }
    return n;
  }

  /** The names in their order, and for each number that was given the place of its name there. */
  sorted(): { names: string[]; places: Uint32Array } {
    const names = this.all.toSorted();
    const places = new Uint32Array(names.length);
    names.forEach((name, place) => (places[this.at.get(name)!] = place));
    return { names, places };
  }
}

/** Where a name stands among sorted ones; -1 if it does not. */
export function placeOf(sorted: readonly string[], name: string): number {
  const at = firstFrom(sorted, name);
  return sorted[at] === name ? at : -1;
}

/** The first of sorted names that does not come before this one. */
export function firstFrom(sorted: readonly string[], name: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < name) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** From what each has to who has each: the numbers of those that have it, in their order. */
export function turned({ starts, values }: Lists, names: number): Lists {
  const ends = new Uint32Array(names + 1);
  for (const value of values) ends[value + 1]!++;
  for (let n = 0; n < names; n++) ends[n + 1]! += ends[n]!;
  const next = ends.slice(0, names);
  const who = new Uint32Array(values.length);
  for (let n = 0; n + 1 < starts.length; n++)
    for (let at = starts[n]!; at < starts[n + 1]!; at++) who[next[values[at]!]!++] = n;
  return { starts: ends, values: who };
}
