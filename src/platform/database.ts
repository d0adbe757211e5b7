/** Connections to PostgreSQL. Statements that do not wait for each other are pipelined on one connection. */
import type { Socket } from 'node:net';
import pg from 'pg';
import type { Statement } from './sql.ts';

// Amounts and counters are exact: int8 is a bigint. A date has no time and no zone, so it stays text; so does numeric.
const types = new pg.TypeOverrides();
types.setTypeParser(20, (text: string) => BigInt(text));
types.setTypeParser(1016, (text: string) => bigints(text));
types.setTypeParser(1082, (text: string) => text);
types.setTypeParser(1700, (text: string) => text);

function bigints(text: string): bigint[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',').map(BigInt);
}

/** One connection, or the pool: anything that takes a statement. */
export interface Line {
  query(statement: Statement | string): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

export interface Connection extends Line {
  /** Gives the connection back; with an error it is thrown away. */
  release(broken?: Error | boolean): void;
}

export interface Database extends Line {
  readonly url: string;
  take(): Promise<Connection>;
  close(): Promise<void>;
}

export function openDatabase(
  url: string,
  { pool: max = 12, onError }: { pool?: number; onError: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    connectionString: withGenericPlans(url),
    max,
    types,
    pipeline: true,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 60_000,
    application_name: 'entrepot',
  } as pg.PoolConfig);
  // A connection that breaks while idle is replaced at the next take; it must not end the process.
  pool.on('error', onError);
  pool.on('connect', (client) => {
    client.on('error', onError);
    inOneBreath(client);
  });
  return {
    url,
    query: (statement) => pool.query(statement as string) as never,
    take: async () => (await pool.connect()) as unknown as Connection,
    close: () => pool.end(),
  };
}

/**
 * Statements that are asked in one breath go out as one packet: each packet wakes the server, and that costs both sides more
 * than most statements do.
 */
function inOneBreath(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown;
  let drawn = false;
  client.query = ((...asked: unknown[]) => {
    if (!drawn) {
      drawn = true;
      stream.cork();
      process.nextTick(() => {
        drawn = false;
        stream.uncork();
      });
    }
    return ask(...asked);
  }) as typeof client.query;
}

/**
 * Every statement is planned once per connection, not once per set of values: ours find rows by key, and planning costs
 * more than running them. Said at the connection's start, beside what the address says already.
 */
function withGenericPlans(url: string): string {
  const address = new URL(url);
  const options = [address.searchParams.get('options'), '-c plan_cache_mode=force_generic_plan']
    .filter(Boolean)
    .join(' ');
  address.searchParams.set('options', options);
  return address.toString();
}

/** PostgreSQL's own code of an error, such as `23505` for a unique violation; undefined when it is not PostgreSQL's. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** What the client says of a connection that it lost, without a code. */
const broken = /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/;

/** The connection failed, or the server is stopping or starting: nothing is known of what was sent. */
export function isBroken(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined) return broken.test(String((error as Error)?.message));
  return (
    code.startsWith('08') || code.startsWith('57P') || ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOENT'].includes(code)
  );
}

/** Deadlock or serialization failure: PostgreSQL undid everything and asks to try again. */
export function mayRetry(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40P01' || code === '40001';
}
