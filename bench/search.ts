/**
 * Searching 100,000 products (or `--products`): Icecat's, each several times under other model numbers. Two words of a title,
 * with three facets of the same product chosen (brand, price, in stock) and everything counted, 48 results.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import { indexMissing } from '#modules/discovery';
import { configFrom } from '#platform/config';
import { openEntrepot } from '../src/entrepot.ts';
import { askMany } from './get.ts';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { bringIcecat } from './icecat-store.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';
import type { Made, Measured } from './search-index.ts';

/** By how many products there are. */
const must = {
  100_000: { median_ms: 0.5, p99_ms: 3, frequent_ms: 15, api_cpu_ms: 1.2, build_seconds: 40, memory_mb: 400 },
  1_000_000: { median_ms: 3, memory_mb: 3_000, ready_seconds: 30 },
} as const;
const requests = 2_000;
const warmUp = 800;
const run = promisify(execFile);

export async function benchSearch(): Promise<Outcome> {
  const { values } = parseArgs({ options: { products: { type: 'string', default: '100000' } } });
  const products = Number(values.products);
  const file = realData('icecat', 'products.ndjson.gz');
  if (!file) return { ok: false, figures: {}, why: noData('icecat/products.ndjson.gz') };
  const overHttp = products <= 100_000;
  const ground = await openGround({ server: overHttp });
  try {
    console.log('Bringing in the products …');
    await bringIcecat(ground, file);
    await indexAll(ground);
    await multiply(ground.databaseUrl, products, overHttp);
    const path = join(ground.env['ENTREPOT_HOME']!, 'search', 'bench');
    console.log('Making the index …');
    const made = await inOwnProcess<Made>('make', ground.databaseUrl, path);
    const measured = await inOwnProcess<Measured>('ask', ground.databaseUrl, path);
    const figures: Record<string, number> = { products, ...made, ...measured };
    if (overHttp) figures['api_cpu_ms'] = rounded(await overApi(ground));
    const limits = Object.entries(must[products as keyof typeof must] ?? {});
    return { ok: limits.every(([name, most]) => (figures[name] ?? Infinity) <= most), figures };
  } finally {
    await ground.close();
  }
}

async function indexAll(ground: Ground): Promise<void> {
  const house = openEntrepot(configFrom(ground.env));
  try {
    await indexMissing(house);
  } finally {
    await house.close();
  }
}

/** The same goods under other ids and model numbers, until there are so many. */
async function multiply(databaseUrl: string, products: number, withCards: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `create table copies as
       select d.product as original, gen_random_uuid() as product, n
         from discovery.documents d cross join generate_series(1, $1::int / (select count(*)::int from discovery.documents)) n
        order by n limit $1::int - (select count(*) from discovery.documents)`,
      [products],
    );
    await client.query(
      `insert into discovery.documents
              (product, store, brand, categories, facets, said, currency, from_minor, minimum, sold_out, digital, listed_at, changed_at)
       select c.product, store, brand, categories, facets,
              jsonb_set(said, '{en,title}', to_jsonb(said -> 'en' ->> 'title' || ' X' || substr(c.product::text, 1, 6))),
              currency, from_minor, minimum, sold_out, digital, listed_at, changed_at
         from copies c join discovery.documents d on d.product = c.original`,
    );
    if (withCards)
      await client.query(
        `set session_replication_role = replica; insert into catalogue.products
         select (jsonb_populate_record(p, jsonb_build_object('id', c.product))).*
           from copies c join catalogue.products p on p.id = c.original`,
      );
    await client.query('vacuum analyze discovery.documents');
    await client.query('vacuum analyze catalogue.products');
  } finally {
    await client.end();
  }
}

async function inOwnProcess<Figures>(...args: string[]): Promise<Figures> {
  const program = join(import.meta.dirname, 'search-index.ts');
  const { stdout } = await run(process.execPath, ['--expose-gc', program, ...args], { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Figures;
}

async function overApi(ground: Ground): Promise<number> {
  const client = new pg.Client({ connectionString: ground.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ title: string }>(
    `select said -> 'en' ->> 'title' as title from discovery.documents order by md5(product::text) limit ${requests}`,
  );
  await client.end();
  const wishes = rows.map(({ title }) => ({
    path: `/api/v1/search?size=48&counted=true&text=${encodeURIComponent(twoWords(title))}`,
  }));
  await askMany(ground.url, wishes, warmUp);
  const before = ground.cpu();
  await askMany(ground.url, wishes, requests);
  return (ground.cpu().total - before.total) / requests;
}

const twoWords = (title: string): string =>
  title
    .split(/[^\p{L}]+/u)
    .filter(({ length }) => length > 2)
    .slice(0, 2)
    .join(' ');

await asProgram(import.meta.url, 'search', benchSearch);
