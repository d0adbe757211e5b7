import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bornAt, isAlive } from '#platform/postgres/alive';
import { supervise } from './children.ts';
import type { Supervised } from './children.ts';

let folder: string;
let told: string[];
let started: number[];
const supervised: Supervised[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-children-'));
  told = [];
  started = [];
});

afterEach(async () => {
  for (const one of supervised.splice(0)) await one.stop(0);
  rmSync(folder, { recursive: true, force: true });
});

function run(program: string, env: Record<string, string> = {}): Supervised {
  const file = join(folder, 'program.ts');
  writeFileSync(file, program);
  const one = supervise({
    name: 'program',
    file,
    env: { ...(process.env as Record<string, string>), ...env },
    log: join(folder, 'program.log'),
    tell: (line) => told.push(line),
    onStart: ({ pid }) => started.push(pid),
  });
  supervised.push(one);
  return one;
}

const log = (): string => readFileSync(join(folder, 'program.log'), 'utf8');
const forever = 'setInterval(() => {}, 1000);';

test('one that dies is started again, and says so', async () => {
  const one = run(`console.log('up', process.env.TOWN); ${forever}`, { TOWN: 'Lyon' });
  await vi.waitFor(() => expect(log()).toBe('up Lyon\n'), 5000);
  process.kill(started[0] ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(log()).toBe('up Lyon\nup Lyon\n'), 5000);
  expect(one.deaths()).toBe(1);
  expect(told).toEqual([expect.stringMatching(/^program ended after .* \(SIGKILL\); it is started again in 1 s\.$/)]);
  expect(started).toHaveLength(2);
});

test('it is asked to end, and killed when it does not; it is not started again', async () => {
  const one = run(`process.on('SIGTERM', () => console.log('asked')); console.log('up'); ${forever}`);
  await vi.waitFor(() => expect(log()).toContain('up'), 5000);
  await one.stop(300);
  expect(log()).toBe('up\nasked\n');
  expect(isAlive(started[0] ?? 0)).toBe(false);
  expect(told).toEqual([]);
});

test('when its starter is killed it ends by itself, in order', async () => {
  const program = join(folder, 'program.ts');
  writeFileSync(
    program,
    `process.on('SIGTERM', () => { console.log('asked'); process.exit(0); }); console.log('up'); ${forever}`,
  );
  const plan = { name: 'program', file: program, env: process.env, log: join(folder, 'program.log') };
  const script = `
    import { supervise } from ${JSON.stringify(join(import.meta.dirname, 'children.ts'))};
    supervise({ ...${JSON.stringify(plan)}, tell() {}, onStart: ({ pid }) => console.log(pid) });`;
  const starter = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(await new Promise<Buffer>((resolve) => starter.stdout.once('data', resolve)));
  await vi.waitFor(() => expect(log()).toContain('up'), 5000);
  starter.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 5000);
  expect(log()).toBe('up\nasked\n');
});

test('a process is told from a later one with the same number', () => {
  expect(bornAt(process.pid)).toBe(bornAt(process.pid));
  expect(bornAt(process.pid)).not.toBe(bornAt(1));
  expect(bornAt(4_194_305)).toBeUndefined();
});
