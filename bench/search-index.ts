/** The index alone, in a process of its own: `make` it from the database, or `ask` one that is on disk. */
import { IndexOnDisk } from '#modules/discovery';
import type { Question } from '#modules/discovery';
import { openDatabase } from '#platform/database';
import { rounded } from './report.ts';

export type Made = { build_seconds: number };
export type Measured = {
  ready_seconds: number;
  memory_mb: number;
  median_ms: number;
  p99_ms: number;
  frequent_ms: number;
};

const asked = 3_000;
const warm = 600;
const [, , act, databaseUrl, path] = process.argv as [string, string, string, string, string];
const database = openDatabase(databaseUrl, { pool: 1, onError: (error) => console.error(error) });
const seconds = (from: number): number => rounded((performance.now() - from) / 1000, 2);
const begun = performance.now();

if (act === 'make') {
  await IndexOnDisk.make(database, path);
  console.log(JSON.stringify({ build_seconds: seconds(begun) } satisfies Made));
} else {
  const before = memory();
  const questions = await questionsFrom();
  const from = performance.now();
  const index = (await IndexOnDisk.read(database, path))!.index;
  const ready_seconds = seconds(from);
  const times: number[] = [];
  for (const [n, question] of questions.entries()) {
    const at = performance.now();
    index.ask(question);
    if (n >= warm) times.push(performance.now() - at);
  }
  times.sort((a, b) => a - b);
  const frequent: number[] = [];
  for (let n = 0; n < 30; n++) {
    const at = performance.now();
    index.ask({ text: index.tongue('en').mostFrequent(), locale: 'en', size: 48, counted: true });
    frequent.push(performance.now() - at);
  }
  // A slip makes the index look for near words: that is part of what it keeps.
  index.ask({ text: 'keybaord', locale: 'en', size: 48 });
  console.log(
    JSON.stringify({
      ready_seconds,
      memory_mb: Math.round(memory() - before),
      median_ms: rounded(times[Math.floor(times.length / 2)]!),
      p99_ms: rounded(times[Math.floor(times.length * 0.99)]!),
      frequent_ms: rounded(frequent.sort((a, b) => a - b)[15]!),
    } satisfies Measured),
  );
}
await database.close();

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
}

/** Two words that stand side by side in a title, with its brand, a price around its own, and what is in stock. */
async function questionsFrom(): Promise<Question[]> {
  const { rows } = (await database.query(
    `select said -> 'en' ->> 'title' as title, brand, currency, from_minor
       from discovery.documents order by md5(product::text) limit ${asked + warm}`,
  )) as { rows: { title: string; brand: string; currency: string; from_minor: bigint }[] };
  return rows.map(({ title, brand, currency, from_minor }, n) => {
    const words = title.split(/[^\p{L}]+/u).filter(({ length }) => length > 2);
    const at = n % Math.max(1, words.length - 1);
    return {
      text: words.slice(at, at + 2).join(' '),
      locale: 'en',
      size: 48,
      counted: true,
      values: { brand: [brand] },
      available: true,
      least: Number(from_minor) / 4,
      most: Number(from_minor) * 4,
      worths: { [currency]: 1 },
    };
  });
}
