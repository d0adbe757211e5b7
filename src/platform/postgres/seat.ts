/**
 * Who uses the database. A starter keeps one connection open as long as it lives, and on it two locks, so that nothing
 * stays behind when it is killed:
 *  - `present`, shared: everybody holds it; who shares the database stops it only when nobody else does.
 *  - `alone`, exclusive: held by a starter that has the database to itself, and stops it whoever else is there.
 */
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { owner } from './create.ts';

export interface Seat {
  /** True when nobody else is there, which also keeps everybody out who comes now. */
  isLast(): Promise<boolean>;
  leave(): Promise<void>;
}

export interface Taken {
  /** Who sits there, in words. */
  by: string;
}

const present = '(4040, 1)';
const alone = '(4040, 2)';

/** A seat; or who has taken the database for itself; or undefined when it is just being stopped. */
export async function takeSeat(url: string, shared: boolean): Promise<Seat | Taken | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: `entrepot, process ${process.pid}` });
  // It breaks when the database stops or dies, of which we hear by other ways.
  client.on('error', () => {});
  try {
    await client.connect();
    if (!(await may(client, `pg_try_advisory_lock_shared${present}`))) {
      await client.end();
      return undefined;
    }
    if (!shared && !(await mayWithin(client, `pg_try_advisory_lock${alone}`))) {
      const by = await holder(client);
      await client.end();
      return { by };
    }
    await ensureDatabase(client);
  } catch (error) {
    await client.end().catch(() => {});
    if (isGone(error)) return undefined;
    throw error;
  }
  hold(client, false);
  return {
    isLast: async () => {
      hold(client, true);
      if (!shared) return true;
      await client.query(`select pg_advisory_unlock_shared${present}`);
      return may(client, `pg_try_advisory_lock${present}`);
    },
    leave: async () => {
      hold(client, true);
      await client.end().catch(() => {});
    },
  };
}

/** While the seat is only kept it must not keep the process from ending. The types of `pg` do not know these two. */
function hold(client: pg.Client, held: boolean): void {
  const holding = client as unknown as Record<'ref' | 'unref', () => void>;
  if (held) holding.ref();
  else holding.unref();
}

async function may(client: pg.Client, ask: string): Promise<boolean> {
  const { rows } = await client.query<{ granted: boolean }>(`select ${ask} as granted`);
  return rows[0]?.granted === true;
}

/** The lock of a starter that was killed a moment ago is freed as soon as the server sees its connection broken. */
async function mayWithin(client: pg.Client, ask: string): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    if (await may(client, ask)) return true;
    await sleep(100);
  }
  return false;
}

async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    select a.application_name as name
      from pg_locks l
      join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and (l.classid, l.objid) = ${alone} and l.granted`);
  return rows[0]?.name ?? 'another program';
}

/** Ours, named as its owner. Another starter may create it at the same moment. */
async function ensureDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_database where datname = $1', [owner]);
  if (rows.length > 0) return;
  await client.query(`create database ${owner}`).catch((error: { code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

/** Refused, cut off, or told that the server starts or stops. */
function isGone(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03'].includes(code ?? '') ||
    /Connection terminated/.test(message)
  );
}

export function addressOf(port: number, password: string, database: string = owner): string {
  return `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
}
