/** The same questions with one slip of the finger each: how much worse the first page becomes. */
import { parseArgs } from 'node:util';
import { firstOf, judgedIn, mean, ndcg10, openCatalogue } from './icecat-words.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const mostLost = 0.05;
/** A slip in a shorter word makes another word, and nobody could know; one is made there only where no word is longer. */
const leastLetters = 4;
const rounds = 8;
const letters = 'abcdefghijklmnopqrstuvwxyz';

export async function benchTypos(): Promise<Outcome> {
  const { values } = parseArgs({
    options: { products: { type: 'string' }, judgments: { type: 'string' }, seed: { type: 'string', default: '7' } },
  });
  const products = values.products ?? realData('icecat', 'products.ndjson.gz');
  const judgments = values.judgments ?? realData('icecat', 'judgments.csv');
  if (!products || !judgments) return { ok: false, figures: {}, why: noData('icecat') };
  const judged = judgedIn(judgments);
  const catalogue = await openCatalogue(products);
  const right = mean([...judged].map(([text, ratings]) => ndcg10(firstOf(catalogue, text), ratings)));
  const chance = chanceOf(Number(values.seed));
  const slipped: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const [text, ratings] of judged) slipped.push(ndcg10(firstOf(catalogue, slip(text, chance)), ratings));
  const figures = {
    queries: judged.size,
    rounds,
    ndcg10_right: rounded(right, 4),
    ndcg10_slipped: rounded(mean(slipped), 4),
    lost: rounded(right - mean(slipped), 4),
  };
  return { ok: figures.lost <= mostLost, figures };
}

/** A letter left out, one too many, another one, or two that changed places. */
function slip(text: string, chance: (below: number) => number): string {
  const words = text.split(' ');
  const longest = Math.max(...words.map(({ length }) => length));
  const able = words.flatMap(({ length }, n) => (length >= Math.min(leastLetters, longest) ? [n] : []));
  const which = able[chance(able.length)]!;
  const word = words[which]!;
  const at = chance(word.length);
  const letter = letters[chance(letters.length)]!;
  const ways = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    at + 1 < word.length ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) : word + letter,
  ];
  return words.with(which, ways[chance(ways.length)]!).join(' ');
}

/** The same for the same seed (Lehmer's generator, Park and Miller 1988). */
function chanceOf(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

await asProgram(import.meta.url, 'typos', benchTypos);
