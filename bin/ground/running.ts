/** `running.json` in the home: who serves from it. After a kill it tells the next start what may be left of the last one. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bornAt } from '#platform/postgres/alive';
import { Halt } from './halt.ts';
import type { Home } from './home.ts';

interface Known {
  pid: number;
  born: string;
}

interface Entry extends Known {
  url: string;
  /** It is ending. */
  leaving: boolean;
  children: Known[];
}

export interface Running {
  addChild(child: Known): void;
  leaving(): void;
  over(): void;
}

/** Enters us as the one who serves. Waits for what a killed start left to end; halts when another start is at work. */
export async function enter(home: Home, url: string, tell: (line: string) => void): Promise<Running> {
  const file = join(home.dir, 'running.json');
  const last = read(file);
  if (last) await makeWay(file, last, tell);
  const ours: Entry = { pid: process.pid, born: bornAt(process.pid) ?? '', url, leaving: false, children: [] };
  const write = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify(ours));
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    addChild: (child) => {
      ours.children = [...ours.children.filter(isThere), child];
      write();
    },
    leaving: () => {
      ours.leaving = true;
      write();
    },
    over: () => rmSync(file, { force: true }),
  };
}

async function makeWay(file: string, last: Entry, tell: (line: string) => void): Promise<void> {
  // A start whose terminal or npm was killed notices within a second, and ends.
  if (!(await isOverWithin([last], 2000)) && !(read(file)?.leaving && (await isOverWithin([last], 12_000)))) {
    throw new Halt(
      `Entrepôt runs here already (process ${last.pid}): ${last.url}`,
      `Stop it with Ctrl-C where it runs, or with: kill ${last.pid}\nOr set ENTREPOT_HOME and PORT for a second one.`,
    );
  }
  if (last.children.some(isThere)) tell('Waiting for what the last start left running.');
  // Their parent is gone, so they end by themselves.
  if (await isOverWithin(last.children, 4000)) return;
  for (const child of last.children.filter(isThere)) process.kill(child.pid, 'SIGKILL');
  await isOverWithin(last.children, 2000);
}

async function isOverWithin(known: Known[], patience: number): Promise<boolean> {
  for (let waited = 0; known.some(isThere); waited += 50) {
    if (waited >= patience) return false;
    await sleep(50);
  }
  return true;
}

function isThere({ pid, born }: Known): boolean {
  return bornAt(pid) === born;
}

function read(file: string): Entry | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Entry;
  } catch {
    return undefined;
  }
}
