/** Another program of ours, in our terminal; its exit code is ours. */
import { spawn } from 'node:child_process';
import { root } from './root.ts';

/** `args` begin with the program's file. Ends with 130 when it was stopped by a signal. */
export function runProgram(args: string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  // The terminal's Ctrl-C reaches it by itself; we only outlive it.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 130));
  });
}
