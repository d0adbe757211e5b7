/** Whether the right goods are shown: what buyers came to last, found by what they had come to before, among all goods. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answersFrom, mixingFor, trainOn } from '#modules/discovery';
import type { Paths, Trial } from '#modules/discovery';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const must = { hr10: 0.088, ndcg10: 0.055, trainingSeconds: 60, answerMs: 1 };

/** One line a buyer: the buyer, then what they came to, in order of time. Names become numbers in the order in which they are met. */
function pathsIn(file: string): Paths {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => numbers.get(name) ?? (numbers.set(name, numbers.size), numbers.size - 1);
  const lines = readFileSync(file, 'utf8').split('\n');
  const steps = lines.map((line) => line.trim().split(/\s+/).slice(1).map(numberOf)).filter((path) => path.length > 1);
  return { goods: numbers.size, steps };
}

const without = ({ goods, steps }: Paths, last: number): Paths => ({
  goods,
  steps: steps.map((path) => path.slice(0, Math.max(0, path.length - last))),
});

/** What came `last` from the end, by what came before it. */
const trialsOf = ({ steps }: Paths, last: number): Trial[] =>
  steps
    .filter((path) => path.length > last)
    .map((path) => ({ history: path.slice(0, -last), next: path[path.length - last]! }));

/** Most met first, for those of whose goods nothing is known. */
function oftenest({ goods, steps }: Paths): number[] {
  const often = new Float64Array(goods);
  for (const path of steps) for (const good of path) often[good]! += 1;
  return [...often.keys()].sort((a, b) => often[b]! - often[a]! || a - b);
}

/** Milliseconds of processor time; all threads of this process together. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export async function benchRecommend(): Promise<Outcome> {
  const { values } = parseArgs({ options: { sequences: { type: 'string' } } });
  const file = values.sequences ?? realData('amazon-beauty', 'Beauty.txt');
  if (!file) return { ok: false, figures: {}, why: noData('amazon-beauty') };
  const whole = pathsIn(file);
  const began = cpuMs();
  // Mixed by the step before the last with nothing known from it on, and one step between, as there is at the end.
  const mixing = mixingFor(without(whole, 3), trialsOf(whole, 2));
  // The last step and the one before it are never trained on; the one before it is known of whoever asks.
  const known = without(whole, 2);
  const trained = trainOn(known, mixing);
  const popular = oftenest(known);
  const trainingMs = cpuMs() - began;
  console.log(`${whole.steps.length} buyers, ${whole.goods} goods, mixed as ${JSON.stringify(mixing)}`);

  const answers = answersFrom(trained);
  const trials = trialsOf(whole, 1);
  const asked = cpuMs();
  const places = trials.map(({ history, next }) => {
    const found = answers.next(history, 10).map(({ good }) => good);
    for (let n = 0; found.length < 10 && n < popular.length; n++)
      if (!found.includes(popular[n]!) && !history.includes(popular[n]!)) found.push(popular[n]!);
    return found.indexOf(next);
  });
  const answerMs = (cpuMs() - asked) / trials.length;
  const hits = places.filter((place) => place >= 0);
  const figures = {
    buyers: trials.length,
    hr10: rounded(hits.length / trials.length, 4),
    ndcg10: rounded(hits.reduce((sum, place) => sum + 1 / Math.log2(place + 2), 0) / trials.length, 4),
    training_seconds: rounded(trainingMs / 1000, 1),
    answer_cpu_ms: rounded(answerMs, 4),
  };
  const good = figures.hr10 >= must.hr10 && figures.ndcg10 >= must.ndcg10;
  const quick = figures.training_seconds <= must.trainingSeconds && figures.answer_cpu_ms <= must.answerMs;
  return { ok: good && quick, figures };
}

await asProgram(import.meta.url, 'recommend', benchRecommend);
