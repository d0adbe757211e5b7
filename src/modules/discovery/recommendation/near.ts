/**
 * What was come to after a thing, and, less, before it. Goods weigh less the more steps lie between them; and less the more
 * often they are met anyway, for what goes with everything says nothing.
 */
import { Rows } from './lists.ts';
import type { Lists } from './lists.ts';
import { meetingsIn } from './paths.ts';
import type { Paths } from './paths.ts';

export interface NearRule {
  /** A good that came before counts so much of one that came after. */
  back: number;
  /** Powers by which the two goods' meetings divide what they share. */
  own: number;
  other: number;
  most: number;
}

/** Power by which weight falls with the steps between. */
const fade = 0.75;
/** Long paths say less of each pair in them. */
const ofLong = 0.06;
/** As many steps away nothing is seen any more. */
const sight = 60;

const fades = Float64Array.from({ length: sight + 1 }, (_none, steps) => Math.max(1, steps) ** -fade);

export function nearIn(paths: Paths, { back, own, other, most }: NearRule): Lists {
  const { starts, paths: metIn, places } = meetingsIn(paths);
  const lengths = Float64Array.from(paths.steps, (path) => Math.max(1, path.length) ** -ofLong);
  const often = Float64Array.from({ length: paths.goods }, (_none, good) => starts[good + 1]! - starts[good]!);
  const rows = new Rows(paths.goods);
  for (let good = 0; good < paths.goods; good++) {
    for (let at = starts[good]!; at < starts[good + 1]!; at++) {
      const path = paths.steps[metIn[at]!]!;
      const weight = lengths[metIn[at]!]!;
      const place = places[at]!;
      const [from, to] = [Math.max(0, place - sight), Math.min(path.length - 1, place + sight)];
      for (let n = from; n < place; n++) rows.add(path[n]!, back * weight * fades[place - n]!);
      for (let n = place + 1; n <= to; n++) rows.add(path[n]!, weight * fades[n - place]!);
    }
    const mine = often[good]! ** own;
    rows.close(most, (one, sum) => sum / (mine * often[one]! ** other));
  }
  return rows.lists();
}
