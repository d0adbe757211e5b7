/** Whether a process lives. One that has ended and waits for its parent to notice (a zombie) does not. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another account.
    if ((error as { code?: string }).code !== 'EPERM') return false;
  }
  const state = process.platform === 'linux' ? stat(pid)?.[0] : undefined;
  return state !== 'Z' && state !== 'X';
}

/** A word that tells this process from a later one with the same number; undefined when it does not live. */
export function bornAt(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'linux') return stat(pid)?.[19];
  if (process.platform === 'win32') return 'unknown';
  return output('ps', ['-o', 'lstart=', '-p', String(pid)]);
}

/** The command line of a process, words separated by spaces; undefined when it cannot be known. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return output('ps', ['-ww', '-o', 'command=', '-p', String(pid)]);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return undefined;
  }
}

/** The fields of /proc/PID/stat from the third on: state first. The second may hold spaces, in parentheses. */
function stat(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function output(file: string, args: string[]): string | undefined {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined;
  } catch {
    return undefined;
  }
}
