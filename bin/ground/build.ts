/** The web pages: built by Vite into `build/`, again only when something they are made of has changed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Halt } from './halt.ts';
import { root } from './root.ts';

const sources = ['src', 'messages', 'static', 'vite.config.ts', 'package.json', 'package-lock.json'];
// The bundle leaves these to the process that serves it.
const notSources = ['src/modules', 'src/platform', 'src/server.ts', 'src/worker.ts'];
const stamp = join(root, 'build', '.made-of');

export interface Building {
  done: Promise<void>;
  stop(): void;
}

/** Undefined when `build/` is of these sources already. */
export function buildWhenStale(): Building | undefined {
  const sum = sumOfSources();
  return read(stamp) === sum ? undefined : build(sum);
}

/** With all that the builder says in our terminal. */
export function buildAnyway(): Building {
  return build(sumOfSources(), 'shown');
}

function build(sum: string, output: 'shown' | 'kept' = 'kept'): Building {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const shown = output === 'shown';
  const child = spawn(process.execPath, [vite, 'build', ...(shown ? [] : ['--logLevel', 'warn'])], {
    cwd: root,
    stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return { done: ending(child, sum), stop: () => void child.kill('SIGTERM') };
}

async function ending(child: ChildProcess, sum: string): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code === 0) return writeFileSync(stamp, sum);
  if (/ENOSPC/.test(said))
    throw new Halt('The disk is full: the web pages could not be built.', `Free some space on the disk of ${root}.`);
  throw new Halt(
    `The web pages could not be built.\n${said.trim().split('\n').slice(-40).join('\n')}`,
    'bin/entrepot build shows all that the builder says.',
    1,
  );
}

function sumOfSources(): string {
  const sum = createHash('sha256');
  // The builder's plugins lie in `tools` itself; its folders are other work.
  const plugins = readdirSync(join(root, 'tools')).filter((name) => name.endsWith('.ts'));
  for (const source of [...sources, ...plugins.map((name) => `tools/${name}`)]) add(source);
  return sum.digest('hex');

  function add(path: string): void {
    if (notSources.includes(path) || path.endsWith('.test.ts')) return;
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found?.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    else if (found)
      sum
        .update(`${path}\0`)
        .update(readFileSync(join(root, path)))
        .update('\0');
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
