/**
 * The embedded PostgreSQL: created when missing, started, found again after a kill, stopped.
 *
 * It needs nothing from the machine and harms nothing on it: it listens on loopback only, with a password that is kept in
 * its folder, and runs under another account when we are root.
 */
import { realpath } from 'node:fs/promises';
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
import { alreadyInUse, fromFileSystem, fromOutput, PostgresTrouble } from './postgres/trouble.ts';

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
export async function startPostgres({ dir, port, log = () => {}, durable = true, shared = false }: PostgresWish): Promise<RunningPostgres> {
  try {
    const program = findProgram();
    const folder = await openFolder(dir, program, durable);
    const data = await realpath(folder.data);
    const { postmaster, seat } = await settle({ ...folder, data }, program, { port, durable, shared, log });
    return handle({ ...folder, data }, program, postmaster, seat);
  } catch (error) {
    throw fromFileSystem(error, dir);
  }
}

type Terms = { port: number | undefined; durable: boolean; shared: boolean; log: (line: string) => void };

/** Finds or starts the server and takes a seat in it, again and again while others start, stop and kill it beside us. */
async function settle(folder: Folder, program: Program, { port, durable, shared, log }: Terms): Promise<{ postmaster: Postmaster; seat: Seat }> {
  const deadline = performance.now() + 180_000;
  for (;;) {
    const running = findPostmaster(folder);
    const postmaster = running ?? launch(folder, program, { port: await portFor(folder.dir, port), durable });
    const ready = await untilReady(folder.data, postmaster, (waited) => log(`PostgreSQL is recovering (${waited / 1000} s)`), deadline);
    if (ready) {
      const seat = await takeSeat(addressOf(postmaster.port, folder.password), shared);
      if (seat && 'by' in seat) throw alreadyInUse(folder.dir, seat.by);
      if (seat) return { postmaster, seat };
      await isGoneWithin(postmaster.pid, 1000);
    } else if (!running && !isPassing(postmaster.said())) {
      throw fromOutput(postmaster.said(), folder.dir);
    }
    if (performance.now() > deadline) throw fromOutput(postmaster.said(), folder.dir);
    await sleep(100);
  }
}
