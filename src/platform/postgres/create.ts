/** Creates a database cluster: whole or not at all. A making that was killed halfway is never taken for a database. */
import { spawn } from 'node:child_process';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accountFor, commandAs } from './account.ts';
import type { Account } from './account.ts';
import { isAlive } from './alive.ts';
import type { Program } from './program.ts';
import { fromOutput } from './trouble.ts';

/** PostgreSQL's superuser, and the name of its first database. */
export const owner = 'entrepot';

interface Wish {
  dir: string;
  data: string;
  password: string;
  program: Program;
  durable: boolean;
}

/** False: another starter was quicker. */
export async function createCluster({ dir, data, password, program, durable }: Wish): Promise<boolean> {
  await sweep(dir);
  const draft = join(dir, draftOf('data'));
  const secret = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  try {
    const account = await accountFor(draft, program.initdb);
    await writeFile(secret, password, { mode: 0o600 });
    if (account.lent) await chown(secret, account.lent.uid, account.lent.gid);
    const sync = durable ? [] : ['--no-sync'];
    const { code, output } = await run(account, program.initdb, [
      ...initdb,
      ...sync,
      `--pwfile=${secret}`,
      '-D',
      draft,
    ]);
    if (code !== 0) throw fromOutput(output, dir);
    return await takePlace(draft, data);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(secret, { force: true });
  }
}

/** Renaming onto a folder with files in it fails: then another starter was quicker. */
async function takePlace(draft: string, data: string): Promise<boolean> {
  try {
    await rename(draft, data);
    return true;
  } catch (error) {
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

const initdb = [
  ...[`--username=${owner}`, '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
  // Text sorts by code point, on every machine the same; what people read is sorted for their language by the page.
  ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  // The password is 192 random bits. Stretching it would protect nothing and cost every connection.
  '--set=scram_iterations=1',
];

let drafts = 0;

/** A name for what is being made, which tells who makes it. */
export function draftOf(name: string): string {
  return `${name}.new-${process.pid}-${++drafts}`;
}

/** What a starter left that was killed while it created. */
async function sweep(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /^(?:data|password)\.new-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(dir, name), { recursive: true, force: true });
  }
}

/** What PostgreSQL's programs see of our environment: nothing that could point them elsewhere. */
export const environment = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC', ...windows() };

function windows(): Record<string, string> {
  const { SystemRoot, TEMP } = process.env;
  return { ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) };
}

export function run(
  account: Account,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  const command = commandAs(account, program, args);
  const child = spawn(command.file, command.args, {
    ...command.options,
    cwd: '/',
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const hear = (part: Buffer): void => {
    output += part.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
