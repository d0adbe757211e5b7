/** The processes of a running house: each is started, watched, started again when it dies, and ended in order. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bornAt } from '#platform/postgres/alive';
import { since } from './steps.ts';
import { root } from './root.ts';

export interface Plan {
  name: string;
  /** The program, from the root of the project. */
  file: string;
  env: Record<string, string>;
  /** Its log file; without it, it writes to our terminal. */
  log?: string;
  tell(line: string): void;
  /** Called at each start with the process, so that a later run can find what this one left. */
  onStart?(process: { pid: number; born: string }): void;
}

export interface Supervised {
  name: string;
  /** Times it ended by itself. */
  deaths(): number;
  /** The last lines that it wrote. */
  lastWords(): string;
  /** With another environment, from the next moment on. */
  restart(env: Record<string, string>): void;
  /** Asks it to end; kills it after `patience` ms. It is not started again. */
  stop(patience: number): Promise<void>;
}

const withParent = new URL('with-parent.ts', import.meta.url).href;
const shortest = 500;
const longest = 30_000;
const longEnough = 60_000;
const mbOfLog = 20;

export function supervise(plan: Plan): Supervised {
  let { env } = plan;
  let deaths = 0;
  let pause = shortest;
  let stopping = false;
  let child: ChildProcess;
  let ended: Promise<void>;
  const waiting = new AbortController();

  const begin = (): void => {
    const at = performance.now();
    child = start(plan, env);
    const { pid } = child;
    if (pid) plan.onStart?.({ pid, born: bornAt(pid) ?? '' });
    ended = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', (code, signal) => {
        resolve();
        if (!stopping) void again(at, signal ?? `exit code ${code}`);
      });
    });
  };

  const again = async (at: number, how: string): Promise<void> => {
    deaths++;
    pause = performance.now() - at > longEnough ? shortest : Math.min(pause * 2, longest);
    plan.tell(`${plan.name} ended after ${since(at)} (${how}); it is started again in ${pause / 1000} s.`);
    await sleep(pause, undefined, { signal: waiting.signal }).catch(() => {});
    if (!stopping) begin();
  };

  begin();
  return {
    name: plan.name,
    deaths: () => deaths,
    lastWords: () =>
      plan.log && existsSync(plan.log) ? readFileSync(plan.log, 'utf8').trim().split('\n').slice(-20).join('\n') : '',
    restart: (other) => {
      env = other;
      child.kill('SIGTERM');
    },
    stop: async (patience) => {
      stopping = true;
      waiting.abort();
      if (patience > 0) child.kill('SIGTERM');
      const late = sleep(patience, 'late', { ref: false });
      if ((await Promise.race([ended, late])) === 'late') killAll(child);
      await ended;
    },
  };
}

/** In a group of its own, so that the terminal's Ctrl-C reaches only us, and we end them in order. */
function start({ file, log }: Plan, env: Record<string, string>): ChildProcess {
  const output = log ? openLog(log) : 'inherit';
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', withParent, resolve(root, file)],
    {
      cwd: root,
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    },
  );
  if (typeof output === 'number') closeSync(output);
  return child;
}

function openLog(path: string): number {
  mkdirSync(join(path, '..'), { recursive: true });
  if (existsSync(path) && statSync(path).size > mbOfLog * 2 ** 20) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}

/** The process and what it may have started. */
function killAll(child: ChildProcess): void {
  if (!child.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}
