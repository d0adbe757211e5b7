/** The running server process: started, found again after its starter was killed, and stopped. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandAs } from './account.ts';
import { commandLine, isAlive } from './alive.ts';
import { environment, run } from './create.ts';
import type { Folder } from './folder.ts';
import type { Program } from './program.ts';
import { settings } from './settings.ts';

export interface Postmaster {
  pid: number;
  port: number;
  /** It ran already. */
  adopted: boolean;
  /** What it wrote since it was started. */
  said(): string;
}

interface PidFile {
  pid: number;
  port: number;
  status: string;
}

/** The server that works on these data already, if one does. A pid file without its server is no obstacle. */
export function findPostmaster({ data, log }: Folder): Postmaster | undefined {
  const file = readPidFile(data);
  if (!file) return undefined;
  if (isAlive(file.pid) && isPostgresOf(file.pid, data)) return { ...file, adopted: true, said: since(log) };
  // The number in it belongs to nobody, or (after a restart of the machine) to somebody else, whom PostgreSQL would
  // take for a server and refuse to start.
  rmSync(pidFile(data), { force: true });
  return undefined;
}

/** Starts the server, which lives on when we are killed. */
export function launch(folder: Folder, program: Program, wish: { port: number; durable: boolean }): Postmaster {
  const { data, log, account } = folder;
  const output = openSync(log, 'a', 0o600);
  const said = since(log);
  const { file, args, options } = commandAs(account, program.postgres, ['-D', data, ...settings(wish)]);
  // In a session of its own, so that the terminal's Ctrl-C reaches us and not the database.
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let failure = '';
  child.on('error', (error) => {
    failure = error.message;
  });
  return { pid: child.pid ?? 0, port: wish.port, adopted: false, said: () => failure || said() };
}

/** True when the server takes connections; false when it has ended, or does not within the time. */
export async function untilReady(
  data: string,
  { pid }: Postmaster,
  deadline: number,
  note: (waited: number) => void,
): Promise<boolean> {
  for (let waited = step; performance.now() < deadline; waited += step) {
    await sleep(step);
    if (!pid || !isAlive(pid)) return false;
    const file = readPidFile(data);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (waited % 5000 === 0) note(waited);
  }
  return false;
}

const step = 20;

/**
 * Ends the server. Fast: sessions are cut off and everything is written. After `patience` ms, or at once if asked,
 * immediate: it stops where it is, and recovers from its log at the next start.
 */
export async function end(
  pid: number,
  folder: Folder,
  program: Program,
  { patience }: { patience: number },
): Promise<void> {
  if (process.platform === 'win32') {
    await run(folder.account, program.pgCtl, ['stop', '-D', folder.data, '-m', patience > 0 ? 'fast' : 'immediate']);
    return;
  }
  if (patience > 0) signal(pid, 'SIGINT');
  if (await isGoneWithin(pid, patience)) return;
  signal(pid, 'SIGQUIT');
  // PostgreSQL itself kills after five seconds the processes of its own that do not end.
  if (await isGoneWithin(pid, 8000)) return;
  signal(pid, 'SIGKILL');
}

export async function isGoneWithin(pid: number, patience: number): Promise<boolean> {
  for (let waited = 0; isAlive(pid); waited += step) {
    if (waited >= patience) return false;
    await sleep(step);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}

function isPostgresOf(pid: number, data: string): boolean {
  const line = commandLine(pid);
  if (line === undefined) return true;
  return line.includes('postgres') && (line.includes(` ${data} `) || line.includes(` ${realpathSync(data)} `));
}

const pidFile = (data: string): string => join(data, 'postmaster.pid');

/** PostgreSQL's own file: process, folder, time, port, socket, address, memory, status, a line each. */
function readPidFile(data: string): PidFile | undefined {
  if (!existsSync(pidFile(data))) return undefined;
  const lines = readFileSync(pidFile(data), 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: lines[7]?.trim() ?? '' };
}

function since(log: string): () => string {
  const from = existsSync(log) ? statSync(log).size : 0;
  return () => readFileSync(log).subarray(from).toString();
}
