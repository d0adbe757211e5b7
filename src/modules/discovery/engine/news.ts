/**
 * What `discovery.documents` holds, as an index takes it in. Each row says which transaction wrote it; all that were not
 * finished when one looked have a higher number than the snapshot's lowest (PostgreSQL's xmin), so who asks for rows from
 * there on misses nothing, however late a transaction commits.
 */
import type { SearchWords } from '#modules/catalogue';
import type { Line } from '#platform/database';
import { sql } from '#platform/sql';
import type { Change } from '../memory/memory-index.ts';
import type { Entry } from '../memory/segment.ts';

interface Row {
  product: string;
  brand: string;
  categories: string[];
  facets: string[];
  said: Record<string, SearchWords>;
  currency: string;
  from_minor: bigint;
  minimum: number;
  sold_out: boolean;
  digital: boolean;
  standing: number;
  listed_at: Date;
  gone: boolean;
}

const columns = sql.part`product, brand, categories, facets, said, currency, from_minor, minimum, sold_out, digital, standing, listed_at, gone`;
const atOnce = 2_000;

/** From here on rows are news to who reads the documents after asking this. */
export async function seenUpTo(line: Line): Promise<string> {
  const { rows } = await line.query(sql`select pg_snapshot_xmin(pg_current_snapshot())::text as seen`);
  return (rows[0] as { seen: string }).seen;
}

/** All that is on sale, by the products' ids. */
export async function* allGoods(line: Line): AsyncGenerator<Entry> {
  let last: string | null = null;
  for (;;) {
    const { rows } = (await line.query(sql`
      select ${columns} from discovery.documents
       where not gone and (${last}::uuid is null or product > ${last}::uuid)
       order by product limit ${atOnce}`)) as { rows: Row[] };
    for (const row of rows) yield entryOf(row);
    if (rows.length < atOnce) return;
    last = rows.at(-1)!.product;
  }
}

/** Follows what is written; each change is told once. */
export class News {
  private readonly line: Line;
  private seen: string;
  /** Of what was told and may be met again: when it was written. */
  private told = new Map<string, string>();

  constructor(line: Line, seen: string) {
    this.line = line;
    this.seen = seen;
  }

  async since(): Promise<Change[]> {
    const { rows: written } = (await this.line.query(sql`
      select product, seen_in::text as seen_in, pg_snapshot_xmin(pg_current_snapshot())::text as seen
        from discovery.documents where seen_in >= ${this.seen}::xid8`)) as {
      rows: { product: string; seen_in: string; seen: string }[];
    };
    const fresh = written.filter(({ product, seen_in }) => this.told.get(product) !== seen_in);
    const changes: Change[] = [];
    for (let from = 0; from < fresh.length; from += atOnce) {
      const products = fresh.slice(from, from + atOnce).map(({ product }) => product);
      const { rows } = (await this.line.query(sql`
        select ${columns} from discovery.documents where product = any(${products}::uuid[])`)) as { rows: Row[] };
      for (const row of rows) changes.push(row.gone ? { product: row.product, gone: true } : entryOf(row));
    }
    const [first] = written;
    if (first) {
      this.seen = first.seen;
      this.told = new Map(
        written.filter(({ seen_in }) => BigInt(seen_in) >= BigInt(first.seen)).map((one) => [one.product, one.seen_in]),
      );
    }
    return changes;
  }
}

function entryOf(row: Row): Entry {
  const { product, brand, categories, facets, said, currency, minimum, standing } = row;
  return {
    product,
    brand,
    categories,
    facets,
    said,
    currency,
    minimum,
    standing,
    fromMinor: Number(row.from_minor),
    soldOut: row.sold_out,
    digital: row.digital,
    listedAt: row.listed_at.getTime(),
  };
}
