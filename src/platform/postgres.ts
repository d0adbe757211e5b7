/**
 * The embedded PostgreSQL: created when missing, started, found again after a kill, stopped.
 *
 * It needs nothing from the machine and harms nothing on it: it listens on loopback only, with a password that is kept in
 * its folder, and runs under another account when we are root.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isAlive } from './postgres/alive.ts';
import { openFolder } from './postgres/folder.ts';
import type { Folder } from './postgres/folder.ts';
import { portFor } from './postgres/ports.ts';
import { end, findPostmaster, isGoneWithin, launch, untilReady } from './postgres/postmaster.ts';
import type { Postmaster } from './postgres/postmaster.ts';
import { findProgram } from './postgres/program.ts';
import type { Program } from './postgres/program.ts';
import { addressOf, takeSeat } from './postgres/seat.ts';
import type { Seat } from './postgres/seat.ts';
import { alreadyInUse, doesNotAnswer, fromFileSystem, fromOutput, isPassing } from './postgres/trouble.ts';

export { PostgresTrouble } from './postgres/trouble.ts';

export interface PostgresWish {
  /** Its folder, created when missing. */
  dir: string;
  /** Without it: a free port, which the folder remembers. */
  port?: number;
  /** Hears in a few words what takes long. */
  log?: (line: string) => void;
  /** False: for tests, whose data may vanish with the power. Default true. */
  durable?: boolean;
  /** True: several processes may use it at once, and the last one to leave stops it. Default false: a second starter is refused. */
  shared?: boolean;
}

export interface RunningPostgres {
  url: string;
  port: number;
  pid: number;
  /** It ran already: its starter was killed, or shares it with us. */
  adopted: boolean;
  /** The data were created just now. */
  created: boolean;
  /** Ends when the server has ended, by whomever. */
  ended: Promise<void>;
  /** Stops it (unless it is shared and others are there): in order within `patience` ms (8000), or, with 0, at once. */
  stop(how?: { patience?: number }): Promise<void>;
}

/** @throws PostgresTrouble, which says what to do. */
export async function startPostgres({
  dir,
  port,
  log = () => {},
  durable = true,
  shared = false,
}: PostgresWish): Promise<RunningPostgres> {
  try {
    const program = findProgram();
    const folder = await openFolder(dir, program, durable);
    return handle(folder, program, await settle(folder, program, { port, durable, shared, log }));
  } catch (error) {
    throw fromFileSystem(error, dir);
  }
}

type Terms = { port: number | undefined; durable: boolean; shared: boolean; log: (line: string) => void };
type Settled = { postmaster: Postmaster; seat: Seat };

/** Finds or starts the server and takes a seat in it: again and again, while others start, stop and kill it beside us. */
async function settle(folder: Folder, program: Program, { port, durable, shared, log }: Terms): Promise<Settled> {
  const deadline = performance.now() + 180_000;
  const note = (waited: number) => log(`PostgreSQL recovers what was not finished (${waited / 1000} s)`);
  for (;;) {
    const postmaster =
      findPostmaster(folder) ?? launch(folder, program, { port: await portFor(folder.dir, port), durable });
    if (await untilReady(folder.data, postmaster, deadline, note)) {
      const seat = await takeSeat(addressOf(postmaster.port, folder.password, 'postgres'), shared);
      if (seat && 'by' in seat) throw alreadyInUse(folder.dir, seat.by);
      if (seat) return { postmaster, seat };
      await isGoneWithin(postmaster.pid, 1000);
    } else if (!postmaster.adopted && !isPassing(postmaster.said())) {
      await end(postmaster.pid, folder, program, { patience: 5000 });
      throw fromOutput(postmaster.said(), folder.dir);
    }
    if (performance.now() > deadline) throw doesNotAnswer(folder.dir, postmaster.pid);
    await sleep(100);
  }
}

function handle(folder: Folder, program: Program, { postmaster, seat }: Settled): RunningPostgres {
  const { pid, port, adopted } = postmaster;
  const ended = Promise.withResolvers<void>();
  void ending(pid).then(ended.resolve);
  return {
    url: addressOf(port, folder.password),
    port,
    pid,
    adopted,
    created: folder.created,
    ended: ended.promise,
    stop: async ({ patience = 8000 } = {}) => {
      // When the server cannot be asked it is dying, and ending it once more does no harm.
      const stops = await seat.isLast().catch(() => true);
      if (stops) await end(pid, folder, program, { patience });
      await seat.leave();
      if (stops) ended.resolve();
    },
  };
}

/** We are not the parent of a server that we found running, so we look. */
async function ending(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(200, undefined, { ref: false });
}

/** Creates a database beside the one of `url`, empty or as a copy of another (which nobody may be connected to), and gives its address. */
export async function createDatabase(
  url: string,
  name: string,
  { template }: { template?: string } = {},
): Promise<string> {
  const copy = template === undefined ? '' : ` template ${pg.escapeIdentifier(template)} strategy file_copy`;
  await beside(url, `create database ${pg.escapeIdentifier(name)}${copy}`);
  return databaseUrl(url, name);
}

/** Drops a database, if it is there, whoever is connected to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await beside(url, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
}

/** The address of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.href;
}

async function beside(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(url, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
