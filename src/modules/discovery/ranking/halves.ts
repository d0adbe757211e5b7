import type { Lexicon } from './plan.ts';

/** `smartwatch` is also sold as a `smart watch`, `tk1120` as `TK-1120`. */
export function halvesOf(stem: string, lexicon: Lexicon): string[][] {
  const least = /\d/.test(stem) ? 1 : 3;
  const found: { stems: string[]; often: number }[] = [];
  for (let at = least; at <= stem.length - least; at++) {
    const stems = [stem.slice(0, at), stem.slice(at)];
    if (least === 1 && /\d/.test(stem[at - 1]!) === /\d/.test(stem[at]!)) continue;
    const often = Math.min(...stems.map((half) => lexicon.frequency(half)));
    if (often > 0) found.push({ stems, often });
  }
  return found
    .sort((a, c) => c.often - a.often)
    .slice(0, 1)
    .map(({ stems }) => stems);
}
