/** What a key press in the search field costs: questions of people, typed letter by letter over the Icecat catalogue. */
import { parseArgs } from 'node:util';
import { judgedIn, openCatalogue } from './icecat-words.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const mostMs = 0.3;
const rounds = 3;
/** As the shop asks: products from the third letter on. */
const clear = 3;
const products = 4;

export async function benchSuggest(): Promise<Outcome> {
  const { values } = parseArgs({ options: { products: { type: 'string' }, judgments: { type: 'string' } } });
  const file = values.products ?? realData('icecat', 'products.ndjson.gz');
  const judgments = values.judgments ?? realData('icecat', 'judgments.csv');
  if (!file || !judgments) return { ok: false, figures: {}, why: noData('icecat') };
  const { index } = await openCatalogue(file);
  const presses = [...judgedIn(judgments).keys()].flatMap((text) => Array.from(text, (_, n) => text.slice(0, n + 1)));
  const type = () => {
    for (const text of presses) {
      index.suggest({ text, locale: 'en' });
      if (text.trim().length >= clear) index.ask({ text, locale: 'en', size: products, unfinished: true });
    }
  };
  type();
  // Nothing is kept from the first round: each press is as the first of its kind.
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    index.name([]);
    const before = process.cpuUsage();
    type();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000 / presses.length);
  }
  const figures = { presses: presses.length, cpu_ms: rounded(Math.min(...spent)) };
  return { ok: figures.cpu_ms <= mostMs, figures };
}

await asProgram(import.meta.url, 'suggest', benchSuggest);
