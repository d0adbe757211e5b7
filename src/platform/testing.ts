/** A house of their own for tests: an own database, made from a migrated template, and a clock that the test owns. */
import { createSecretKey } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openEntrepot } from '../entrepot.ts';
import { virtualClock } from './clock.ts';
import type { VirtualClock } from './clock.ts';
import { worldAt } from './config.ts';
import type { Config } from './config.ts';
import type { House, Module } from './house.ts';

export interface TestHouse extends House {
  readonly clock: VirtualClock;
}

export const testSecrets = {
  secret: createSecretKey(Buffer.alloc(32, 7)),
  webhookSecret: `whsec_${Buffer.alloc(32, 9).toString('base64')}`,
  providerKey: 'key_of_the_tests',
};

let count = 0;

export interface TestHouseOptions {
  at?: string;
  world?: string;
  smtpUrl?: string;
  /** Other modules than the house's own, for tests of the machinery. They are migrated then and there. */
  modules?: readonly Module[];
  pool?: number;
}

/** Opens a house on a fresh copy of the migrated template. Needs the cluster that `stories/cluster.ts` starts before all tests. */
export async function openTestHouse({
  at = '2026-03-02T09:00:00Z',
  world = 'http://127.0.0.1:9',
  smtpUrl = 'smtp://127.0.0.1:9',
  modules,
  pool = 6,
}: TestHouseOptions = {}): Promise<TestHouse> {
  const { cluster, template } = await clusterOfTests();
  const name = `t_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${++count}_${process.hrtime.bigint().toString(36)}`;
  await once(cluster, `create database ${name} template ${template}`);
  const home = await mkdtemp(join(tmpdir(), 'entrepot-'));
  const config: Config = {
    databaseUrl: inDatabase(cluster, name),
    pool,
    port: 4000,
    publicUrl: 'http://localhost:4000',
    home,
    secret: testSecrets.secret,
    world: worldAt(world, testSecrets.providerKey, testSecrets.webhookSecret),
    smtpUrl,
    mailFrom: 'help@entrepot.test',
    trustProxy: false,
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
  };
  const clock = virtualClock(at);
  const house = openEntrepot(config, { clock, ...(modules ? { modules } : {}) });
  if (modules) {
    const { migrate } = await import('./migrate.ts');
    const kept = ['platform', ...modules.map((module) => module.name)].map((name) => `'${name}'`);
    await once(config.databaseUrl, `delete from platform.migrations where module not in (${kept.join(', ')})`);
    await migrate(house);
  }
  return {
    ...house,
    clock,
    close: async () => {
      await house.close();
      await once(cluster, `drop database if exists ${name} with (force)`);
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function clusterOfTests(): Promise<{ cluster: string; template: string }> {
  const { inject } = await import('vitest');
  const cluster = inject('cluster' as never) as string | undefined;
  const template = inject('template' as never) as string | undefined;
  if (!cluster || !template)
    throw new Error('The cluster of the tests is not up: run the tests with vitest and its config.');
  return { cluster, template };
}

export function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

/** One statement on a connection of its own. */
export async function once(url: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
