/**
 * The ground on which benches stand: a PostgreSQL and a database of their own, and the processes of the house as they
 * run in earnest. Nothing needs to be running, and nothing is left behind.
 *
 * | variable | meaning |
 * |---|---|
 * | BENCH_DATABASE_URL | a PostgreSQL (15 to 18) to use instead of the embedded one; a database is made there and dropped |
 * | ENTREPOT_DATA | the folder of real data, `../shared/data` beside the project if not set |
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { configFrom } from '#platform/config';
import { migrate } from '#platform/migrate';
import { createDatabase, dropDatabase, startPostgres } from '#platform/postgres';
import { openEntrepot } from '../src/entrepot.ts';
import { cpuOfTree, parentOf } from './cpu.ts';
import { freePorts } from './ports.ts';

const root = resolve(import.meta.dirname, '..');

export interface GroundWish {
  /** The doors, without pages. */
  server?: boolean;
  worker?: boolean;
  /** The sandbox's outside world. */
  world?: boolean;
  /** More for the processes' environment. */
  env?: Record<string, string>;
}

/** Milliseconds of processor time so far. */
export interface Cpu {
  server: number;
  worker: number;
  database: number;
  /** Of the three; the outside world is not ours. */
  total: number;
}

export interface Ground {
  /** Where the doors are; empty without a server. */
  url: string;
  databaseUrl: string;
  /** What the processes were told: `openEntrepot(configFrom(ground.env))` is the same house in this process. */
  env: Record<string, string>;
  cpu(): Cpu;
  /** Numbers of the processes, by name. */
  pids: Partial<Record<'server' | 'worker' | 'world', number>>;
  close(): Promise<void>;
}

const files = { server: 'src/server.ts', worker: 'src/worker.ts', world: 'world/main.ts' } as const;
type Name = keyof typeof files;

export async function openGround(wish: GroundWish = {}): Promise<Ground> {
  const home = join(root, '.entrepot', `bench-${process.pid}`);
  const undo: (() => Promise<unknown>)[] = [() => rm(home, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => console.error(String(error)));
  };
  const stop = (): void => void close().finally(() => process.exit(130));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  undo.push(async () => void process.off('SIGINT', stop).off('SIGTERM', stop));
  try {
    await mkdir(home, { recursive: true });
    const { databaseUrl, postmaster } = await database(home, undo);
    const port = await freePorts();
    const env = environment(home, port, databaseUrl, wish.env ?? {});
    await migrated(env);
    const children: Partial<Record<Name, ChildProcess>> = {};
    for (const name of ['world', 'worker', 'server'] as const) if (wish[name]) children[name] = begin(name, env, undo);
    const url = wish.server ? `http://127.0.0.1:${port}` : '';
    if (wish.server) await untilOpen(url, wish.worker === true);
    const spent = (name: Name): number => (children[name]?.pid ? cpuOfTree(children[name].pid) : 0);
    const cpu = (): Cpu => {
      const parts = { server: spent('server'), worker: spent('worker'), database: cpuOfTree(postmaster) };
      return { ...parts, total: parts.server + parts.worker + parts.database };
    };
    const pids = Object.fromEntries(
      Object.entries(children).map(([name, child]) => [name, child.pid]),
    ) as Ground['pids'];
    return { url, databaseUrl, env, cpu, pids, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** With the embedded PostgreSQL all its processes are counted; with a given one too, so nobody else should use it meanwhile. */
async function database(
  home: string,
  undo: (() => Promise<unknown>)[],
): Promise<{ databaseUrl: string; postmaster: number }> {
  const given = process.env['BENCH_DATABASE_URL'];
  const postgres = given ? undefined : await startPostgres({ dir: join(home, 'postgres') });
  if (postgres) undo.push(() => postgres.stop());
  const server = given ?? postgres!.url;
  const name = `bench_${process.pid}_${randomBytes(3).toString('hex')}`;
  const databaseUrl = await createDatabase(server, name);
  undo.push(() => dropDatabase(server, name));
  return { databaseUrl, postmaster: postgres?.pid ?? (await postmasterOf(databaseUrl)) };
}

/** Of a server on this machine; of one elsewhere the processor time is not seen. */
async function postmasterOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = parentOf(rows[0]!.pid);
  await client.end();
  return postmaster ?? 0;
}

function environment(
  home: string,
  port: number,
  databaseUrl: string,
  more: Record<string, string>,
): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    ENTREPOT_HOME: home,
    ENTREPOT_SECRET: randomBytes(32).toString('base64'),
    WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    PROVIDER_KEY: `key_${randomBytes(24).toString('base64url')}`,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    WORLD_URL: `http://127.0.0.1:${port + 1}`,
    SMTP_URL: `smtp://127.0.0.1:${port + 2}`,
    ENTREPOT_PAGES: 'off',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
    ...more,
  };
}

async function migrated(env: Record<string, string>): Promise<void> {
  const house = openEntrepot(configFrom(env));
  try {
    await migrate(house);
  } finally {
    await house.close();
  }
}

/** Ends when we do, also when we are killed. */
function begin(name: Name, env: Record<string, string>, undo: (() => Promise<unknown>)[]): ChildProcess {
  const withParent = new URL('../bin/ground/with-parent.ts', import.meta.url).href;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', withParent, join(root, files[name])],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  undo.push(async () => {
    child.kill('SIGTERM');
    if ((await Promise.race([ended, sleep(5000, 'late')])) === 'late') child.kill('SIGKILL');
    await ended;
  });
  return child;
}

async function untilOpen(url: string, withWorker: boolean): Promise<void> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    const health = answer && ((await answer.json().catch(() => ({}))) as { database?: boolean; worker?: boolean });
    if (health?.database && (health.worker || !withWorker)) return;
    await sleep(100);
  }
  throw new Error(`The server did not open at ${url} within a minute.`);
}
