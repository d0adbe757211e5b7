/** From paths to each good's neighbours, in seconds; and how to mix what is near with what is far. */
import { answersFrom } from './answer.ts';
import { farIn } from './far.ts';
import { sumOf } from './lists.ts';
import type { Lists } from './lists.ts';
import { nearIn } from './near.ts';
import type { Paths } from './paths.ts';

export interface Mixing {
  /** See `NearRule`. */
  back: number;
  own: number;
  other: number;
  /** The weight of all that is far, as a share of the weight of all that is near. */
  far: number;
  /** Powers by which what somebody came to fades with each that they came to since: what is far from it holds longer. */
  nearFade: number;
  farFade: number;
}

/** As good a start as any: what was found on the paths of 22,363 buyers. */
export const usualMixing: Mixing = { back: 0.1, own: 0.45, other: 0, far: 0.5, nearFade: 1.5, farFade: 0.8 };

const mostNear = 300;
const mostFar = 200;

export interface Trained {
  near: Lists;
  far: Lists;
  mixing: Mixing;
}

/** Keeps the parts that it made last, as mixing is tried again and again. */
function mill(paths: Paths): (mixing: Mixing) => Trained {
  let far: Lists | undefined;
  let near: { name: string; lists: Lists } | undefined;
  return (mixing) => {
    const { back, own, other } = mixing;
    const name = `${back} ${own} ${other}`;
    if (near?.name !== name) near = { name, lists: nearIn(paths, { back, own, other, most: mostNear }) };
    far ??= farIn(paths, mostFar);
    const share = (mixing.far * sumOf(near.lists)) / (sumOf(far) || 1);
    return { near: near.lists, far: { ...far, weights: far.weights.map((weight) => weight * share) }, mixing };
  };
}

export const trainOn = (paths: Paths, mixing: Mixing): Trained => mill(paths)(mixing);

/** What somebody had come to, and what they came to next. */
export interface Trial {
  history: readonly number[];
  next: number;
}

const ladders: readonly (readonly [keyof Mixing, readonly number[]])[] = [
  ['far', [0.25, 0.5, 1, 2]],
  ['nearFade', [0.8, 1.1, 1.5, 2]],
  ['farFade', [0.5, 0.8, 1.1]],
  ['back', [0.1, 0.3, 0.6, 1]],
  ['own', [0.3, 0.45, 0.6]],
  ['other', [0, 0.15, 0.3]],
];
/** Less than such a part more may be chance; then the usual stays. */
const clearly = 1.005;

/** Tries one number after the other, up and down from the usual, on steps that the paths do not hold. */
export function mixingFor(paths: Paths, trials: readonly Trial[]): Mixing {
  const grind = mill(paths);
  const worthOf = (mixing: Mixing) => worth(grind(mixing), trials);
  let best = usualMixing;
  let most = worthOf(best);
  for (const [name, values] of ladders) {
    const start = values.indexOf(best[name]);
    for (const way of [1, -1]) {
      for (let at = start + way; at >= 0 && at < values.length; at += way) {
        const mixing = { ...best, [name]: values[at]! };
        const found = worthOf(mixing);
        if (found <= most * clearly) break;
        [best, most] = [mixing, found];
      }
      if (best[name] !== values[start]) break;
    }
  }
  return best;
}

/** What is among the first ten counts, and more the nearer to the top it is. */
function worth(trained: Trained, trials: readonly Trial[]): number {
  const answers = answersFrom(trained);
  let sum = 0;
  for (const { history, next } of trials) {
    const place = answers.next(history, 10).findIndex(({ good }) => good === next);
    if (place >= 0) sum += 1 + 2 / Math.log2(place + 2);
  }
  return sum;
}
