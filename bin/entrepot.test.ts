import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const folders: string[] = [];

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'entrepot-bin-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  out: string;
}

function entrepot(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'entrepot'), ...args], {
    env: { ...process.env, ENTREPOT_HOME: join(freshFolder(), 'home'), ...env },
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

const commands = readdirSync(join(import.meta.dirname, 'commands'))
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => file.slice(0, -3));

test('the overview lists every command with what it does', async () => {
  const { code, out } = await entrepot(['help']);
  expect(code).toBe(0);
  expect(commands).toContain('start');
  for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} +[A-Z].+`, 'm'));
  expect(out).not.toContain('cannot be loaded');
});

test.each(commands)('%s has a help page: what it does, usage, examples, exit codes', async (command) => {
  const { help } = (await import(`./commands/${command}.ts`)) as { help: string };
  expect(help.split('\n')[0]).toMatch(/^[A-Z].{20,}\.$/);
  expect(help).toContain(`bin/entrepot ${command}`);
  expect(help).toMatch(/Examples?\n/);
  expect(help).toContain('Exit codes\n');
});

test('--help shows the page and does nothing; an unknown command or option is refused', async () => {
  const [page, topic, unknown, option] = await Promise.all([
    entrepot(['migrate', '--help']),
    entrepot(['help', 'migrate']),
    entrepot(['sail']),
    entrepot(['start', '--colour']),
  ]);
  expect(page).toMatchObject({ code: 0, out: expect.stringContaining('Usage: bin/entrepot migrate') as string });
  expect(topic.out).toBe(page.out);
  expect(unknown).toMatchObject({ code: 2, out: expect.stringContaining('There is no command "sail"') as string });
  expect(option).toMatchObject({ code: 2, out: expect.stringContaining('--colour') as string });
});

describe('start refuses, before anything long, and says what to do, when', () => {
  test('its port, or one of the two that follow, is in use', async () => {
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const { port } = stranger.address() as AddressInfo;
    const { code, out } = await entrepot(['start', '--port', String(port - 1)]);
    stranger.close();
    expect(code).toBe(3);
    expect(out).toContain(`Port ${port} is in use by another program`);
    expect(out).toMatch(/PORT=\d+ npm start/);
  });

  test('PORT is no port', async () => {
    expect(await entrepot(['start'], { PORT: '80x' })).toMatchObject({
      code: 2,
      out: expect.stringContaining('"80x"') as string,
    });
  });

  test('the home belongs to a newer Entrepôt', async () => {
    const home = freshFolder();
    writeFileSync(join(home, 'version'), '99.0.0\n');
    const { code, out } = await entrepot(['start'], { ENTREPOT_HOME: home });
    expect(code).toBe(3);
    expect(out).toContain('belong to Entrepôt 99.0.0');
    expect(out).toContain('git pull');
    expect(readdirSync(home)).toEqual(['version']);
  });

  test('the secrets are damaged: it makes no new ones', async () => {
    const home = freshFolder();
    writeFileSync(join(home, 'secrets.json'), '{"ENTREPOT_SECRET":');
    const { code, out } = await entrepot(['start'], { ENTREPOT_HOME: home });
    expect(code).toBe(3);
    expect(out).toContain('secrets.json is damaged');
  });

  test('the PostgreSQL of DATABASE_URL is not there', async () => {
    const { code, out } = await entrepot(['migrate'], { DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/none' });
    expect(code).toBe(3);
    expect(out).toContain('cannot be reached');
    expect(out).not.toContain('secret');
  });
});

describe('the launcher, in a project of its own,', () => {
  function project(entry: string): string {
    const root = freshFolder();
    mkdirSync(join(root, 'bin'));
    cpSync(join(import.meta.dirname, 'launch.mjs'), join(root, 'bin', 'launch.mjs'));
    writeFileSync(join(root, 'bin', 'entrepot.ts'), entry);
    const about = { name: 'town', version: '1.0.0', type: 'module' };
    writeFileSync(join(root, 'package.json'), JSON.stringify(about));
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ ...about, lockfileVersion: 3, packages: { '': about } }),
    );
    return root;
  }

  function launch(root: string, ...args: string[]): Ended {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'launch.mjs'), ...args], {
      encoding: 'utf8',
    });
    return { code: status, out: stdout + stderr };
  }

  test('installs once, again when the lock file changes, and afresh when it was killed halfway', () => {
    const root = project(`console.log('arguments', process.argv.slice(2).join(' ')); process.exitCode = 7;`);
    const lock = join(root, 'package-lock.json');
    const before = readFileSync(lock, 'utf8');
    const first = launch(root, 'sail', '--far');
    expect(first.code).toBe(7);
    expect(first.out).toContain('Packages installed');
    expect(first.out).toContain('arguments sail --far');
    expect(readFileSync(lock, 'utf8')).toBe(before);
    expect(launch(root).out).not.toContain('nstall');

    mkdirSync(join(root, 'kettle'));
    writeFileSync(join(root, 'kettle', 'package.json'), JSON.stringify({ name: 'kettle', version: '1.0.0' }));
    const about = {
      ...JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
      dependencies: { kettle: 'file:kettle' },
    };
    const packages = {
      '': about,
      kettle: { version: '1.0.0' },
      'node_modules/kettle': { resolved: 'kettle', link: true },
    };
    writeFileSync(join(root, 'package.json'), JSON.stringify(about));
    writeFileSync(lock, JSON.stringify({ ...about, lockfileVersion: 3, packages }));
    expect(launch(root).out).toContain('Packages installed');
    expect(existsSync(join(root, 'node_modules', 'kettle', 'package.json'))).toBe(true);
    expect(launch(root).out).not.toContain('nstall');

    // As a kill in the middle leaves it.
    writeFileSync(join(root, 'node_modules', '.entrepot-install'), 'halfway');
    mkdirSync(join(root, 'node_modules', 'half'));
    expect(launch(root).out).toContain('Packages installed');
    expect(existsSync(join(root, 'node_modules', 'half'))).toBe(false);
  });

  test('says what is wrong when npm cannot install', () => {
    const root = project('');
    writeFileSync(join(root, 'package.json'), '{ "name": ');
    const { code, out } = launch(root);
    expect(code).toBe(3);
    expect(out).toContain('The packages could not be installed.');
    expect(out).toContain('EJSONPARSE');
  });
});
