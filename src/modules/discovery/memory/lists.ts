/** Many short lists, and names, as numbers: objects of their own would need ten times the memory. */

/** Lists of different length in one array: those of `n` stand from `starts[n]` to before `starts[n + 1]`. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** Lists that grow. */
export class Growing {
  private values = new Uint32Array(1024);
  private used = 0;
  readonly ends: number[] = [];

  push(value: number): void {
    if (this.used === this.values.length) {
      const more = new Uint32Array(this.used * 2);
      more.set(this.values);
      this.values = more;
    }
    this.values[this.used++] = value;
  }

  end(): void {
    this.ends.push(this.used);
  }

  lists(): Lists {
    return { starts: Uint32Array.from([0, ...this.ends]), values: this.values.slice(0, this.used) };
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
}
