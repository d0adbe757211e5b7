/** What each thing that was asked for weighs: the rarer, the more. Whole numbers, the same in every engine. */
import type { Lexicon, Plan } from './plan.ts';

/** A thousand times Robertson's weight. Names for one thing weigh alike, by the most frequent of them. */
export function weightsOf(plan: Plan, documents: number, lexicon: Lexicon): number[] {
  return plan.wanted.map(({ alternatives }) => {
    const often = Math.max(
      ...alternatives.map(({ stems, elsewhere }) =>
        Math.min(...stems.map((stem) => lexicon.frequency(stem, elsewhere))),
      ),
    );
    return Math.round(1000 * Math.log(1 + (documents - often + 0.5) / (often + 0.5)));
  });
}
