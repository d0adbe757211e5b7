/** Processor time of processes and all below them, from Linux's /proc. */
import { readFileSync, readdirSync } from 'node:fs';

interface Stat {
  pid: number;
  parent: number;
  /** Ticks of its own, and of children that ended and were waited for. */
  ticks: number;
}

/** USER_HZ: 100 on every Linux that Node runs on. */
const msPerTick = 10;

export const canReadCpu = process.platform === 'linux';

function statOf(pid: number): Stat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name stands in brackets and may hold anything, brackets too.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number) as [number, number, number, number];
  return { pid, parent: Number(fields[1]), ticks: user + system + endedUser + endedSystem };
}

function allStats(): Stat[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []));
}

/** The process above one. */
export const parentOf = (pid: number): number | undefined => statOf(pid)?.parent;

/** Milliseconds that a process and its descendants have worked so far, those that ended included. */
export function cpuOfTree(root: number): number {
  const stats = allStats();
  const tree = new Set([root]);
  // Parents are older, but process numbers wrap around: repeat until nothing is added.
  for (let before = 0; before !== tree.size;) {
    before = tree.size;
    for (const { pid, parent } of stats) if (tree.has(parent)) tree.add(pid);
  }
  return stats.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) * msPerTick;
}
