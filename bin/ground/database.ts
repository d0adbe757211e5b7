/** The database that a command works on: the one of DATABASE_URL, or the embedded one, which is started for it. */
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#platform/postgres';
import type { RunningPostgres } from '#platform/postgres';
import { environmentOf, portWished } from './environment.ts';
import { Halt } from './halt.ts';
import { openHome } from './home.ts';
import type { Home } from './home.ts';

export interface Ground {
  home: Home;
  url: string;
  /** Gives the database back; whoever leaves it last stops it. */
  leave(): Promise<void>;
}

/**
 * For a command that works on the house's database, whether `start` runs or not. Sets `process.env`, so that afterwards
 * `configFrom(process.env)` gives the same house as `start` has. Ctrl-C leaves in order.
 */
export async function openGround(log: (line: string) => void = (line) => console.error(line)): Promise<Ground> {
  const home = await openHome();
  const given = process.env['DATABASE_URL'];
  if (given) await checkGiven(given);
  const postgres = given ? undefined : await startPostgres({ dir: postgresIn(home), shared: true, log });
  const url = given ?? (postgres as RunningPostgres).url;
  Object.assign(process.env, environmentOf(home, portWished(), url));
  let left: Promise<void> | undefined;
  const leave = (): Promise<void> => (left ??= postgres?.stop() ?? Promise.resolve());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void leave().finally(() => process.exit(130)));
  }
  return { home, url, leave };
}

export function postgresIn(home: Home): string {
  return join(home.dir, 'postgres');
}

/** That a PostgreSQL of the operator's own answers, and is one that we work with. */
export async function checkGiven(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; name: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
    );
    const { number = 0, name = '' } = rows[0] ?? {};
    if (number >= 150_000) return name;
    throw new Halt(`DATABASE_URL is a PostgreSQL ${name}.`, 'Entrepôt needs PostgreSQL 15 or newer.');
  } catch (error) {
    if (error instanceof Halt) throw error;
    throw new Halt(
      `The PostgreSQL of DATABASE_URL cannot be reached: ${said(error)}`,
      'Start it, or mend DATABASE_URL; without DATABASE_URL Entrepôt brings its own.',
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** A connection that was tried on several addresses fails with several errors and no message of its own. */
function said(error: unknown): string {
  const { message, errors } = error as { message?: string; errors?: { message: string }[] };
  return message || (errors ?? []).map((one) => one.message).join('; ') || String(error);
}
