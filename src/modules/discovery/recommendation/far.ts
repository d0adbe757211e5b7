/** What is near to what is near: two steps of a walk reach goods that nobody met together yet. */
import { asShares, Rows } from './lists.ts';
import type { Lists } from './lists.ts';
import { nearIn } from './near.ts';
import type { Paths } from './paths.ts';

const step = { back: 0.5, own: 0, other: 0.3, most: Infinity };
/** The walk goes by the nearest alone: the others cost more time than they tell. */
const mostGone = 40;

export function farIn(paths: Paths, most: number): Lists {
  const { starts, goods, weights } = asShares(nearIn(paths, step));
  const rows = new Rows(paths.goods);
  const endOf = (good: number): number => Math.min(starts[good + 1]!, starts[good]! + mostGone);
  for (let good = 0; good < paths.goods; good++) {
    for (let first = starts[good]!; first < endOf(good); first++) {
      const through = goods[first]!;
      const weight = weights[first]!;
      for (let second = starts[through]!; second < endOf(through); second++)
        rows.add(goods[second]!, weight * weights[second]!);
    }
    rows.close(most);
  }
  return rows.lists();
}
