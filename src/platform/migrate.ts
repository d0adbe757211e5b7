/** Brings a database to this version: plain SQL files, forward only, each once. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { guardLives } from './lives.ts';
import type { House } from './house.ts';
import { sql } from './sql.ts';

export class MigrationProblem extends Error {}

interface Step {
  module: string;
  name: string;
  text: string;
  hash: string;
}

async function stepsIn(module: string, folder: URL): Promise<Step[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { module, name, text, hash: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

/**
 * Runs what is missing, in the order of the modules, each file in a transaction of its own; then makes the lives'
 * triggers and the modules' reference data. Several processes may call it at once: one does it, the others wait.
 * Throws MigrationProblem when the database is newer than this version, or a file that already ran was changed.
 */
export async function migrate(house: House, tell: (line: string) => void = () => undefined): Promise<number> {
  const connection = await house.db.take();
  let ran = 0;
  try {
    await connection.query(`select pg_advisory_lock(7203581)`);
    await connection.query(`create schema if not exists platform`);
    await connection.query(`create table if not exists platform.migrations (
      module text not null, name text not null, hash text not null, at timestamptz not null default now(), primary key (module, name))`);
    const { rows } = await connection.query(`select module, name, hash from platform.migrations`);
    const before = new Map((rows as Step[]).map((row) => [`${row.module}/${row.name}`, row.hash]));
    const steps = await stepsIn('platform', new URL('./migrations/', import.meta.url));
    for (const module of house.modules)
      if (module.migrations) steps.push(...(await stepsIn(module.name, module.migrations)));
    const unknown = [...before.keys()].filter((key) => !steps.some((step) => `${step.module}/${step.name}` === key));
    if (unknown.length > 0)
      throw new MigrationProblem(
        `The database is of a newer Entrepot (it has ${unknown.join(', ')}). Update the program, or use another database.`,
      );
    for (const step of steps) {
      const hash = before.get(`${step.module}/${step.name}`);
      if (hash !== undefined && hash !== step.hash)
        throw new MigrationProblem(
          `${step.module}/${step.name} was changed after it ran. Put it back and write a new file.`,
        );
      if (hash !== undefined) continue;
      await runStep(connection, step);
      tell(`${step.module}/${step.name}`);
      ran += 1;
    }
    await guardLives(
      house.db,
      house.modules.flatMap((module) => module.lives ?? []),
    );
    for (const module of house.modules) await module.seed?.(house);
    await connection.query(`select pg_advisory_unlock(7203581)`);
  } catch (error) {
    connection.release(true);
    throw error;
  }
  connection.release();
  return ran;
}

async function runStep(
  connection: { query(text: string | ReturnType<typeof sql>): Promise<unknown> },
  step: Step,
): Promise<void> {
  try {
    await connection.query('begin');
    await connection.query(`create schema if not exists ${step.module}`);
    await connection.query(step.text);
    await connection.query(
      sql`insert into platform.migrations (module, name, hash) values (${step.module}, ${step.name}, ${step.hash})`,
    );
    await connection.query('commit');
  } catch (error) {
    await connection.query('rollback');
    throw new MigrationProblem(`${step.module}/${step.name}: ${String(error)}`, { cause: error });
  }
}

/** Whether every migration of this version has run. */
export async function isMigrated(house: House): Promise<boolean> {
  let wanted = (await stepsIn('platform', new URL('./migrations/', import.meta.url))).length;
  for (const module of house.modules) {
    if (module.migrations)
      wanted += (await readdir(fileURLToPath(module.migrations))).filter((name) => name.endsWith('.sql')).length;
  }
  const { rows } = await house.db.query(`select count(*)::int as ran from platform.migrations`);
  return (rows[0] as { ran: number }).ran >= wanted;
}
