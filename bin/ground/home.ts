/**
 * ENTREPOT_HOME: the folder that holds everything this installation has. `postgres/` the database, `files/` pictures and
 * papers, `logs/`, `secrets.json` what no other account may read, `version` the newest Entrepôt that worked in it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fromFileSystem } from '#platform/postgres/trouble';
import { Halt } from './halt.ts';
import { root, version } from './root.ts';

export interface Home {
  dir: string;
  secrets: Secrets;
}

type Secrets = Record<(typeof secretNames)[number], string>;

const secretNames = ['ENTREPOT_SECRET', 'WEBHOOK_SECRET', 'PROVIDER_KEY'] as const;

const make: Record<keyof Secrets, () => string> = {
  ENTREPOT_SECRET: () => randomBytes(32).toString('base64'),
  WEBHOOK_SECRET: () => `whsec_${randomBytes(32).toString('base64')}`,
  PROVIDER_KEY: () => `key_${randomBytes(24).toString('base64url')}`,
};

/** Opens it, made when missing. Halts when a newer Entrepôt has worked in it, or it cannot be used. */
export async function openHome(): Promise<Home> {
  const dir = resolve(process.env['ENTREPOT_HOME'] || join(root, '.entrepot'));
  try {
    await mkdir(dir, { recursive: true });
    await checkVersion(dir);
    return { dir, secrets: await secretsIn(dir) };
  } catch (error) {
    throw fromFileSystem(error, dir);
  }
}

async function checkVersion(dir: string): Promise<void> {
  const file = join(dir, 'version');
  const before = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (isNewer(before, version)) {
    throw new Halt(
      `The data in ${dir} belong to Entrepôt ${before}; this is ${version}, which is older.`,
      'Use the newer one (git pull), or set ENTREPOT_HOME to another folder.',
    );
  }
  if (before !== version) await writeFile(file, `${version}\n`);
}

export function isNewer(one: string, other: string): boolean {
  const numbers = (text: string): number[] => text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [numbers(one), numbers(other)];
  const differs = [0, 1, 2].find((place) => (a[place] ?? 0) !== (b[place] ?? 0));
  return differs !== undefined && (a[differs] ?? 0) > (b[differs] ?? 0);
}

/** Generated once. What is sealed with them (identity papers) can be opened with no others, so they are never replaced. */
async function secretsIn(dir: string): Promise<Secrets> {
  const file = join(dir, 'secrets.json');
  const draft = `${file}.new-${randomUUID()}`;
  const kept = await readSecrets(file);
  if (kept) return kept;
  const fresh = Object.fromEntries(secretNames.map((name) => [name, make[name]()]));
  await writeFile(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
  // A link makes the file appear whole, and only once, when two commands begin at the same moment.
  await link(draft, file).catch((error: { code?: string }) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await readSecrets(file)) as Secrets;
}

async function readSecrets(file: string): Promise<Secrets | undefined> {
  const text = await readFile(file, 'utf8').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const advice = 'Put it back from a copy. Without it, what was sealed with it cannot be opened any more.';
  try {
    const secrets = JSON.parse(text) as Partial<Secrets>;
    const missing = secretNames.filter((name) => !secrets[name]);
    if (missing.length > 0) throw new Halt(`${file} lacks ${missing.join(', ')}.`, advice);
    return secrets as Secrets;
  } catch (error) {
    if (error instanceof SyntaxError) throw new Halt(`${file} is damaged.`, advice);
    throw error;
  }
}
