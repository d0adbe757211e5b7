/** How much of what is found has each value and stands in each category. */
import type { Desk } from './desk.ts';
import type { Segment } from './segment.ts';
import { passes } from './sieve.ts';
import type { Sifting } from './sieve.ts';

export class Count {
  readonly facets = new Map<string, number>();
  readonly categories = new Map<string, number>();

  /** Adds the documents of a segment that have so many words. */
  add(segment: Segment, desk: Desk, { fails, codeOf, open }: Sifting, touched: Uint32Array, has: number): void {
    const values = new Uint32Array(segment.facetNames.length);
    const leaves = new Uint32Array(segment.categoryNames.length);
    const { facets, categories } = segment;
    for (const doc of touched) {
      if (desk.has[doc] !== has) continue;
      const against = open && segment.gone[doc] === 0 ? passes : fails(doc);
      if (against < passes) continue;
      const [from, to] = [facets.starts[doc]!, facets.starts[doc + 1]!];
      if (against === passes) {
        for (let at = from; at < to; at++) values[facets.values[at]!]!++;
        for (let at = categories.starts[doc]!; at < categories.starts[doc + 1]!; at++)
          leaves[categories.values[at]!]!++;
      } else {
        for (let at = from; at < to; at++)
          if (codeOf[facets.values[at]!] === against + 1) values[facets.values[at]!]!++;
      }
    }
    take(this.facets, segment.facetNames, values);
    take(this.categories, segment.categoryNames, leaves);
  }
}

function take(into: Map<string, number>, names: readonly string[], counts: Uint32Array): void {
  for (let n = 0; n < counts.length; n++) {
    const count = counts[n]!;
    if (count > 0) into.set(names[n]!, (into.get(names[n]!) ?? 0) + count);
  }
}
