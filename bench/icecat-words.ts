/** The Icecat catalogue as the house has it after its import, found in memory; and the judged questions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { IndexOnDisk, indexMissing } from '#modules/discovery';
import type { Answer, MemoryIndex } from '#modules/discovery';
import { configFrom } from '#platform/config';
import { parse } from 'csv-parse/sync';
import { openEntrepot } from '../src/entrepot.ts';
import { openGround } from './ground.ts';
import { bringIcecat } from './icecat-store.ts';

/** What people rated, by the file's own id: 0 to 3. */
export type Ratings = ReadonlyMap<string, number>;

export interface Catalogue {
  readonly index: MemoryIndex;
  /** The file's own id of each product, and the other way. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly productOf: ReadonlyMap<string, string>;
}

/** Brings the file in as the command does, and reads what each product says of itself. */
export async function openCatalogue(file: string): Promise<Catalogue> {
  const ground = await openGround();
  const client = new pg.Client({ connectionString: ground.databaseUrl });
  try {
    await bringIcecat(ground, file);
    await client.connect();
    const { rows } = await client.query<{ product: string; sku: string }>(
      'select product, sku from catalogue.variants',
    );
    const nameOf = new Map(rows.map(({ product, sku }) => [product, sku.replace(/^IC-/, '')]));
    const house = openEntrepot(configFrom(ground.env));
    try {
      await indexMissing(house);
      const { index } = await IndexOnDisk.make(house.db, join(house.config.home, 'search', 'bench'));
      const productOf = new Map([...nameOf].map(([product, name]) => [name, product]));
      return { index, nameOf, productOf };
    } finally {
      await house.close();
    }
  } finally {
    await client.end();
    await ground.close();
  }
}

/** Questions that have a product rated above 0. */
export function judgedIn(file: string): Map<string, Ratings> {
  const rows = parse(readFileSync(file), { columns: true }) as { query: string; docid: string; rating: string }[];
  const byQuery = Map.groupBy(rows, ({ query }) => query);
  return new Map(
    [...byQuery]
      .map(([query, of]) => [query, new Map(of.map(({ docid, rating }) => [docid, Number(rating)]))] as const)
      .filter(([, ratings]) => [...ratings.values()].some((rating) => rating > 0)),
  );
}

/** Järvelin and Kekäläinen's gain of the first ten beside the best there could be; what nobody judged gains nothing. */
export function ndcg10(order: readonly string[], ratings: Ratings): number {
  const gained = (all: readonly number[]) =>
    all.slice(0, 10).reduce((sum, rating, n) => sum + (2 ** rating - 1) / Math.log2(n + 2), 0);
  const best = [...ratings.values()].sort((a, b) => b - a);
  return gained(order.map((name) => ratings.get(name) ?? 0)) / gained(best);
}

export const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

/** The first of the whole catalogue, or of some of it. */
export function firstOf({ index, nameOf }: Catalogue, text: string, among?: ReadonlySet<string>): string[] {
  const { products }: Answer = index.ask({ text, locale: 'en', size: 10, ...(among && { among }) });
  return products.map((product) => nameOf.get(product)!);
}
