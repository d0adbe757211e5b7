/** The folder of one database: `data` (PostgreSQL's own), and ours beside it: `password`, `port`, `postgres.log`. */
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor } from './account.ts';
import type { Account } from './account.ts';
import { createCluster, draftOf } from './create.ts';
import { major } from './program.ts';
import type { Program } from './program.ts';
import { diskFull, PostgresTrouble } from './trouble.ts';

export interface Folder {
  dir: string;
  data: string;
  log: string;
  password: string;
  account: Account;
  /** It was created just now. */
  created: boolean;
}

const mbToCreate = 200;
const mbToRun = 48;
const mbOfLog = 10;

/** The folder, made if it is not there, and refused with the reason when this PostgreSQL cannot use it. */
export async function openFolder(dir: string, program: Program, durable: boolean): Promise<Folder> {
  const data = join(dir, 'data');
  const log = join(dir, 'postgres.log');
  await mkdir(dir, { recursive: true });
  const exists = await checkVersion(data);
  await checkSpace(dir, exists ? mbToRun : mbToCreate);
  // The account that runs PostgreSQL must pass through. What is secret has permissions of its own.
  if (process.getuid?.() === 0) await chmod(dir, 0o711);
  const password = await passwordOf(dir);
  const created = !exists && (await createCluster({ dir, data, password, program, durable }));
  await turnOver(log);
  return { dir, data, log, password, account: await accountFor(data, program.initdb), created };
}

async function checkVersion(data: string): Promise<boolean> {
  const files = await readdir(data).catch((error: { code?: string }): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (files.length === 0) return false;
  const version = files.includes('PG_VERSION') ? (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim() : '';
  const found = Number.parseInt(version, 10);
  const elsewhere = 'or set ENTREPOT_HOME to another folder.';
  const written = `${data} was written by PostgreSQL ${version}; this Entrepôt brings PostgreSQL ${major}.`;
  if (!found)
    throw new PostgresTrouble(
      'not_a_data_folder',
      `${data} holds files, but no database.`,
      `Move them away, ${elsewhere}`,
    );
  if (found > major)
    throw new PostgresTrouble('newer_data', written, `Use the newer Entrepôt that wrote it, ${elsewhere}`);
  if (found < major)
    throw new PostgresTrouble(
      'older_data',
      written,
      `Move the data with PostgreSQL ${major}'s pg_upgrade, ${elsewhere}`,
    );
  return true;
}

async function checkSpace(dir: string, needMb: number): Promise<void> {
  const { bavail, bsize } = await statfs(dir);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb < needMb) throw diskFull(dir, freeMb, needMb);
}

/** The superuser's password: made once, readable by our account only. A link makes it appear whole, whoever comes first. */
async function passwordOf(dir: string): Promise<string> {
  const path = join(dir, 'password');
  const draft = join(dir, draftOf('password'));
  const kept = await readFile(path, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (kept) return kept;
  await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await link(draft, path).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return readFile(path, 'utf8');
}

/** A log that has grown large becomes the old one. */
async function turnOver(log: string): Promise<void> {
  const found = await stat(log).catch(() => undefined);
  if (found && found.size > mbOfLog * 2 ** 20) await rename(log, `${log}.old`);
}
