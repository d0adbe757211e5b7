/**
 * Reading over HTTP, warm, with 20,000 products in the database: processor time of server and database per request. The
 * client is this process and is not counted.
 */
import { Agent, request } from 'node:http';
import pg from 'pg';
import { openGround } from './ground.ts';
import type { Ground } from './ground.ts';
import { bringIcecat } from './icecat-store.ts';
import { asProgram, noData, realData, rounded } from './report.ts';
import type { Outcome } from './report.ts';

const must = { product_cpu_ms: 0.6, category_cpu_ms: 1.2 };
const requests = 6000;
const warmUp = 2500;
const atOnce = 8;

export async function benchApi(): Promise<Outcome> {
  const file = realData('icecat', 'products.ndjson.gz');
  if (!file) return { ok: false, figures: {}, why: noData('icecat/products.ndjson.gz') };
  const ground = await openGround({ server: true });
  try {
    console.log('Bringing in the products …');
    await bringIcecat(ground, file);
    const paths = await readPaths(ground.databaseUrl);
    const product = await measure(ground, paths.products);
    const category = await measure(ground, paths.categories);
    const figures = {
      product_cpu_ms: rounded(product.total),
      product_server_ms: rounded(product.server),
      product_database_ms: rounded(product.database),
      category_cpu_ms: rounded(category.total),
      category_server_ms: rounded(category.server),
      category_database_ms: rounded(category.database),
      requests,
    };
    return {
      ok: figures.product_cpu_ms <= must.product_cpu_ms && figures.category_cpu_ms <= must.category_cpu_ms,
      figures,
    };
  } finally {
    await ground.close();
  }
}

/** Products from all over the catalogue; the first pages of every category that fills one. */
async function readPaths(databaseUrl: string): Promise<{ products: string[]; categories: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('vacuum analyze');
    const products = await client.query<{ id: string }>(
      'select id from catalogue.products where on_sale order by md5(id::text) limit 4000',
    );
    const categories = await client.query<{ category: string; pages: number }>(
      'select category, least(5, count(*) / 24)::int as pages from catalogue.shelves group by category having count(*) >= 24 order by category',
    );
    const pages = categories.rows.flatMap(({ category, pages: many }) =>
      Array.from({ length: many }, (_, n) => ({ category, page: n + 1 })),
    );
    return {
      products: products.rows.map(({ id }) => `/api/v1/products/${id}?locale=en`),
      categories: pages.map(({ category, page }) => `/api/v1/categories/${category}/products?locale=en&page=${page}`),
    };
  } finally {
    await client.end();
  }
}

interface Spent {
  server: number;
  database: number;
  total: number;
}

async function measure(ground: Ground, paths: string[]): Promise<Spent> {
  await ask(ground.url, paths, warmUp);
  const before = ground.cpu();
  await ask(ground.url, paths, requests);
  const after = ground.cpu();
  const each = (part: 'server' | 'database' | 'total'): number => (after[part] - before[part]) / requests;
  return { server: each('server'), database: each('database'), total: each('total') };
}

/** So many requests over a few connections that stay open. Every answer must be one. */
async function ask(url: string, paths: string[], many: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < many) await get(agent, url + paths[next++ % paths.length]!);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  agent.destroy();
}

function get(agent: Agent, url: string): Promise<void> {
  return new Promise((done, fail) => {
    const sent = request(url, { agent }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`${url} answered ${answer.statusCode}`));
      answer.resume();
      answer.once('end', done);
    });
    sent.once('error', fail);
    sent.end();
  });
}

await asProgram(import.meta.url, 'api', benchApi);
