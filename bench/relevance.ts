/** Whether the right goods come first: real questions over a real catalogue, by what people judged. */
import { parseArgs } from 'node:util';
import { firstOf, judgedIn, mean, ndcg10, openCatalogue } from './icecat-words.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const must = { memory: 0.83, judged: 0.92 };

export async function benchRelevance(): Promise<Outcome> {
  const { values } = parseArgs({ options: { products: { type: 'string' }, judgments: { type: 'string' } } });
  const products = values.products ?? realData('icecat', 'products.ndjson.gz');
  const judgments = values.judgments ?? realData('icecat', 'judgments.csv');
  if (!products || !judgments) return { ok: false, figures: {}, why: noData('icecat') };
  const judged = judgedIn(judgments);
  const catalogue = await openCatalogue(products);
  const whole: number[] = [];
  const ordered: number[] = [];
  for (const [text, ratings] of judged) {
    const among = new Set([...ratings.keys()].flatMap((name) => catalogue.productOf.get(name) ?? []));
    const [all, some] = [firstOf(catalogue, text), firstOf(catalogue, text, among)].map((order) =>
      ndcg10(order, ratings),
    );
    console.log(`${all!.toFixed(3)}  ${some!.toFixed(3)}  ${text}`);
    whole.push(all!);
    ordered.push(some!);
  }
  const figures = {
    queries: judged.size,
    ndcg10_memory: rounded(mean(whole), 4),
    ndcg10_judged: rounded(mean(ordered), 4),
  };
  return { ok: figures.ndcg10_memory >= must.memory && figures.ndcg10_judged >= must.judged, figures };
}

await asProgram(import.meta.url, 'relevance', benchRelevance);
