/** The house in the process of a command, on the database that `process.env` names: to migrate it, and to fill it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { House } from '#platform/house';
import { root } from './root.ts';

export interface DemoAccount {
  door: string;
  who: string;
  email: string;
  password: string;
  /** Whether the sign-in asks for a code too: the outside world's authenticator app shows it. */
  codes?: boolean;
}

interface Demo {
  loadDemo(house: House, progress: (text: string) => void): Promise<unknown>;
  demoIsLoaded(house: House): Promise<boolean>;
  demoAccounts: readonly DemoAccount[];
}

export async function withHouse<T>(work: (house: House) => Promise<T>): Promise<T> {
  const { openEntrepot } = await import('../../src/entrepot.ts');
  const { configFrom } = await import('#platform/config');
  const house = openEntrepot({ ...configFrom(process.env), pool: 4, logLevel: process.env['LOG_LEVEL'] ?? 'warn' });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** Gives the number of migrations that ran. */
export async function migrateHouse(house: House, tell?: (line: string) => void): Promise<number> {
  const { migrate } = await import('#platform/migrate');
  return migrate(house, tell);
}

/** Fills an empty house with the demo marketplace, once, and says so in a word or two. */
export async function fillWithDemo(house: House, progress: (text: string) => void): Promise<string> {
  const demo = await loadDemoFile();
  if (!demo) return 'not part of this copy';
  if (await demo.demoIsLoaded(house)) return 'there already';
  await demo.loadDemo(house, progress);
  return 'loaded';
}

export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  return (await loadDemoFile())?.demoAccounts ?? [];
}

async function loadDemoFile(): Promise<Demo | undefined> {
  const file = join(root, 'tools', 'demo', 'load.ts');
  return existsSync(file) ? ((await import(file)) as Demo) : undefined;
}
