import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import pg from 'pg';
import { createDatabase, dropDatabase, startPostgres } from './postgres.ts';
import type { RunningPostgres } from './postgres.ts';
import { isAlive } from './postgres/alive.ts';

// A `mktemp -d` is open to its owner only: as root these tests show that PostgreSQL works in it under another account.
const folders: string[] = [];
const running: RunningPostgres[] = [];
const starters: ChildProcess[] = [];

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-postgres-'));
  folders.push(folder);
  return join(folder, 'postgres');
}

async function start(
  dir: string,
  wish: { shared?: boolean; port?: number; durable?: boolean } = {},
): Promise<RunningPostgres> {
  const postgres = await startPostgres({ dir, durable: false, ...wish });
  running.push(postgres);
  return postgres;
}

/** Starts it in a process of its own, which can be killed; gives what that process says first. */
async function startElsewhere(
  dir: string,
  wish = {},
): Promise<{ starter: ChildProcess; said: Record<string, unknown> }> {
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
    setInterval(() => {}, 1000);
    startPostgres(${JSON.stringify({ dir, durable: false, ...wish })}).then(
      ({ pid, adopted }) => console.log(JSON.stringify({ pid, adopted })),
      ({ no, message }) => console.log(JSON.stringify({ no, message })));`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  starters.push(starter);
  const said = await new Promise<Buffer>((resolve) => starter.stdout.once('data', resolve));
  return { starter, said: JSON.parse(said.toString()) as Record<string, unknown> };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

async function ask(url: string, question: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(question)).rows[0] as Record<string, unknown> | undefined;
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const starter of starters.splice(0)) starter.kill('SIGKILL');
  for (const postgres of running.splice(0)) await postgres.stop({ patience: 0 });
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test('it is created once, keeps its port, password and data, and leaves no process behind', async () => {
  const dir = freshFolder();
  const first = await start(dir);
  expect(first).toMatchObject({ adopted: false, created: true });
  expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600);
  expect(
    await ask(first.url, `select current_database() as name, getdatabaseencoding() as encoding, lower('ÇÃO') as small`),
  ).toEqual({
    name: 'entrepot',
    encoding: 'UTF8',
    small: 'ção',
  });
  await expect(ask(first.url.replace(/:[^:@]+@/, ':guessed@'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  await ask(first.url, 'create table kettles as select 1 as id');

  await first.stop();
  await first.ended;
  expect(isAlive(first.pid)).toBe(false);
  expect(existsSync(join(dir, 'data', 'postmaster.pid'))).toBe(false);

  const second = await start(dir);
  expect(second).toMatchObject({ adopted: false, created: false, url: first.url });
  expect(await ask(second.url, 'select count(*)::int as kettles from kettles')).toEqual({ kettles: 1 });
});

test('a database can be made as a copy of another, and dropped while somebody is connected', async () => {
  const { url } = await start(freshFolder());
  const town = await createDatabase(url, 'town');
  await ask(town, 'create table kettles as select 7 as id');
  const copy = await createDatabase(url, 'Copy of "town"', { template: 'town' });
  expect(await ask(copy, 'select id from kettles')).toEqual({ id: 7 });
  const connected = new pg.Client({ connectionString: copy });
  connected.on('error', () => {});
  await connected.connect();
  await dropDatabase(url, 'Copy of "town"');
  await expect(ask(copy, 'select 1')).rejects.toMatchObject({ code: '3D000' });
  await dropDatabase(url, 'Copy of "town"');
});

test('when its starter was killed the next one takes the running server over', async () => {
  const dir = freshFolder();
  const { starter, said } = await startElsewhere(dir);
  await kill(starter);
  expect(isAlive(said['pid'] as number)).toBe(true);

  const next = await start(dir);
  expect(next).toMatchObject({ adopted: true, created: false, pid: said['pid'] });
  await next.stop();
  expect(isAlive(next.pid)).toBe(false);
});

test('when the server itself was killed the next start recovers what was committed', async () => {
  const dir = freshFolder();
  const first = await start(dir, { durable: true });
  await ask(first.url, 'create table kettles as select 1 as id');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  expect(existsSync(join(dir, 'data', 'postmaster.pid'))).toBe(true);

  const second = await start(dir);
  expect(second).toMatchObject({ adopted: false, url: first.url });
  expect(await ask(second.url, 'select id from kettles')).toEqual({ id: 1 });
});

test('a pid file that names somebody else, as after a restart of the machine, is no obstacle', async () => {
  const dir = freshFolder();
  const first = await start(dir);
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  const file = join(dir, 'data', 'postmaster.pid');
  // Under the account of the server, the number of a living process would make PostgreSQL refuse to start.
  const stranger = spawn('sleep', ['60'], statSync(join(dir, 'data')));
  starters.push(stranger);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));

  expect(await start(dir)).toMatchObject({ adopted: false, created: false });
  expect(isAlive(stranger.pid ?? 0)).toBe(true);
});

test('of two starters at once the second is told who has it', async () => {
  const dir = freshFolder();
  // What a starter left that was killed while it created is swept away.
  await mkdir(join(dir, 'data.new-4194305-1', 'base'), { recursive: true });
  const both = await Promise.all([startElsewhere(dir), startElsewhere(dir)]);
  const refused = both.filter(({ said }) => said['no']);
  expect(refused).toHaveLength(1);
  expect(refused[0]?.said['no']).toBe('already_in_use');
  const winner = both.find(({ said }) => !said['no'])?.starter;
  expect(refused[0]?.said['message']).toContain(`process ${winner?.pid}`);
  expect(readdirSync(dir).filter((name) => name.includes('new'))).toEqual([]);

  for (const { starter } of both) await kill(starter);
  await start(dir);
});

test('those who share it use one server, and the last to leave stops it', async () => {
  const dir = freshFolder();
  const [here, there] = await Promise.all([start(dir, { shared: true }), start(dir, { shared: true })]);
  expect(here.pid).toBe(there.pid);
  const { starter, said } = await startElsewhere(dir, { shared: true });
  expect(said).toMatchObject({ pid: here.pid, adopted: true });

  await here.stop();
  await kill(starter);
  expect(await ask(there.url, 'select 1 as one')).toEqual({ one: 1 });
  await there.stop();
  expect(isAlive(there.pid)).toBe(false);
});

test('a process that shares it and leaves waits until the server has ended', async () => {
  const dir = freshFolder();
  const script = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'postgres.ts'))};
    const postgres = await startPostgres(${JSON.stringify({ dir, durable: false, shared: true })});
    await postgres.stop();
    console.log(postgres.pid);`;
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(Number(stdout)).toBeGreaterThan(0);
  expect(isAlive(Number(stdout))).toBe(false);
});

test('who shares it does not stop the server of one that has it alone', async () => {
  const dir = freshFolder();
  const alone = await start(dir);
  const guest = await start(dir, { shared: true });
  await guest.stop();
  expect(await ask(alone.url, 'select 1 as one')).toEqual({ one: 1 });
});

test('a remembered port that somebody took is changed; one that was asked for is refused', async () => {
  const dir = freshFolder();
  const first = await start(dir);
  await first.stop();
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(first.port, '127.0.0.1', resolve));
  try {
    await expect(start(dir, { port: first.port })).rejects.toMatchObject({ no: 'port_taken' });
    const second = await start(dir);
    expect(second.port).not.toBe(first.port);
  } finally {
    stranger.close();
  }
});

test('data that it cannot use are refused with what to do, and left as they are', async () => {
  const dir = freshFolder();
  const data = join(dir, 'data');
  await mkdir(data, { recursive: true });
  writeFileSync(join(data, 'letter.txt'), 'dear');
  await expect(start(dir)).rejects.toMatchObject({
    no: 'not_a_data_folder',
    advice: expect.stringContaining('ENTREPOT_HOME') as string,
  });
  for (const [version, no] of [
    ['19', 'newer_data'],
    ['17', 'older_data'],
  ]) {
    writeFileSync(join(data, 'PG_VERSION'), `${version}\n`);
    await expect(start(dir)).rejects.toMatchObject({
      no,
      message: expect.stringContaining(`PostgreSQL ${version}`) as string,
    });
  }
  expect(readdirSync(data).sort()).toEqual(['PG_VERSION', 'letter.txt']);

  writeFileSync(join(dir, 'file'), '');
  await expect(start(join(dir, 'file'))).rejects.toMatchObject({ no: 'no_permission' });
});
