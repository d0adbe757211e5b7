/** The house as it runs in earnest, each part a process of its own that can be killed and comes back at the same address. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { configFrom } from '#platform/config';
import type { House } from '#platform/house';
import { migrate } from '#platform/migrate';
import { createDatabase, startPostgres } from '#platform/postgres';
import { openEntrepot } from '../../src/entrepot.ts';
import { startWorld } from '../../world/world.ts';
import type { World } from '../../world/world.ts';

const root = resolve(import.meta.dirname, '../..');
const files = { server: 'src/server.ts', worker: 'src/worker.ts' } as const;

export type Part = 'server' | 'worker' | 'database';

export interface Processes {
  /** Where the doors are. */
  url: string;
  /** The same house in the test's own process, to set up and to look. */
  house: House;
  world: World;
  /** The world's clock runs ahead from now on, by less than a signature may be off: what it would send again in a minute it sends now. */
  hurryTheWorld(): void;
  /** kill -9: there is no chance to put anything in order. */
  kill(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  /** What the processes complained of. */
  said(): string;
  close(): Promise<void>;
}

export async function openProcesses(): Promise<Processes> {
  const home = join(root, '.entrepot', `survive-${process.pid}`);
  await mkdir(home, { recursive: true });
  const dir = join(home, 'postgres');
  const port = await fourPorts();
  const wish = { dir, port: port + 3 };
  let postgres = await startPostgres(wish);
  const secrets = {
    WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
    PROVIDER_KEY: `key_${randomBytes(24).toString('base64url')}`,
  };
  const env = {
    ...(process.env as Record<string, string>),
    ...secrets,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    DATABASE_URL: await createDatabase(postgres.url, 'survive'),
    ENTREPOT_HOME: home,
    ENTREPOT_SECRET: randomBytes(32).toString('base64'),
    ENTREPOT_PAGES: 'off',
    PORT: String(port),
    WORLD_URL: `http://127.0.0.1:${port + 1}`,
    SMTP_URL: `smtp://127.0.0.1:${port + 2}`,
    LOG_LEVEL: 'error',
  };
  const url = `http://127.0.0.1:${port}`;
  let aheadMs = 0;
  const hooks = `${url}/api/v1/webhooks`;
  const world = await startWorld({
    port: port + 1,
    smtpPort: port + 2,
    now: () => new Date(Date.now() + aheadMs),
    secret: secrets.WEBHOOK_SECRET,
    providerKey: secrets.PROVIDER_KEY,
    webhooks: { payments: `${hooks}/payments`, bank: `${hooks}/bank`, carrier: `${hooks}/carrier` },
    byItself: true,
  });
  const house = openEntrepot({ ...configFrom(env), pool: 6, logLevel: 'silent' });
  await migrate(house);
  const said: string[] = [];
  const children: Partial<Record<Part, ChildProcess>> = {};
  const processes: Processes = {
    url,
    house,
    world,
    hurryTheWorld: () => void (aheadMs = 4 * 60_000),
    said: () => summary(said.join('')),
    async kill(part) {
      if (part === 'database') {
        process.kill(postgres.pid, 'SIGKILL');
        await postgres.ended;
        return;
      }
      const child = children[part];
      if (child) await ended(child, 'SIGKILL');
    },
    async start(part) {
      if (part === 'database') postgres = await startPostgres(wish);
      else children[part] = begin(part, env, said);
      if (part === 'server') await untilOpen(url, children[part]!, processes.said);
    },
    async close() {
      for (const child of Object.values(children)) await ended(child, 'SIGTERM');
      await world.close();
      await house.close();
      await postgres.stop({ patience: 0 });
      await rm(home, { recursive: true, force: true });
    },
  };
  return processes;
}

/** Complaints by what they say, the most frequent first. */
function summary(text: string): string {
  const many = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, what] = /"message":"([^"]*)"/.exec(line) ?? [, line.slice(0, 300)];
    if (what) many.set(what, (many.get(what) ?? 0) + 1);
  }
  const sorted = [...many].sort((a, b) => b[1] - a[1]).slice(0, 12);
  return sorted.map(([what, times]) => `${times} × ${what}`).join('; ');
}

/** Ends when we do, also when we are killed ourselves. */
function begin(part: keyof typeof files, env: Record<string, string>, said: string[]): ChildProcess {
  const withParent = new URL('../../bin/ground/with-parent.ts', import.meta.url).href;
  const args = ['--disable-warning=ExperimentalWarning', '--import', withParent, join(root, files[part])];
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => said.push(text.toString()));
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  if ((await Promise.race([gone, sleep(5000, 'late', { ref: false })])) === 'late') child.kill('SIGKILL');
  await gone;
}

async function untilOpen(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (const end = performance.now() + 90_000; performance.now() < end; await sleep(50)) {
    if (child.exitCode !== null) throw new Error(`The server ended by itself: ${said()}`);
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer) return;
  }
  throw new Error(`The server did not open at ${url} within a minute and a half: ${said()}`);
}

/**
 * For doors, world, mail and database. Below those that the system gives to connections that go out: while a part is dead its
 * port must not be somebody else's.
 */
async function fourPorts(): Promise<number> {
  for (;;) {
    const first = randomInt(20_000, 32_000);
    const free = await Promise.all([first, first + 1, first + 2, first + 3].map(isFree));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}
